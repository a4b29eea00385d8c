import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export interface ServiceRoleProps {
  /** Who may assume the role, for example `events.amazonaws.com`. */
  readonly service: string;
  /** Everything that the role may do. */
  readonly permissions: readonly { readonly actions: string[]; readonly resources: string[] }[];
}

/**
 * A role with which an AWS service acts for this stack, with exactly the permissions named and no later additions:
 * hand it on with `withoutPolicyUpdates()`, or the constructs of the CDK widen it by themselves.
 */
export class ServiceRole extends Role {
  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id, {
      assumedBy: new ServicePrincipal(props.service, {
        // Without it the service could be talked into using the role for somebody else's account.
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        Permissions: new PolicyDocument({
          statements: props.permissions.map((permission) => new PolicyStatement(permission)),
        }),
      },
    });
  }
}
