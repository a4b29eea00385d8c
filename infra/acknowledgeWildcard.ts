import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Lets one wildcard of one policy pass the check AwsSolutions-IAM5. `finding` is what the check prints in brackets, for
 * example `Resource::*`; every other wildcard below `scope` still fails the synth.
 */
export function acknowledgeWildcard(
  scope: IConstruct,
  finding: `${'Action' | 'Resource'}::${string}`,
  reason: string,
): void {
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[${finding}]`, reason });
}
