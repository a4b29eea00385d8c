import { AwsError } from './AwsError.ts';

/**
 * Who makes an AWS call, and what that identity's policies allow. Services ask before they act;
 * `local/iam` builds callers from the template's roles.
 */
export interface Caller {
  /** ARN of the assumed role, or a service principal such as `events.amazonaws.com`. */
  readonly arn: string;
  /** Whether the identity's policies allow `action` (for example `dynamodb:PutItem`) on `resourceArn`. */
  allows(action: string, resourceArn: string, context?: Readonly<Record<string, string | string[]>>): boolean;
}

/** Throws `AccessDeniedException` in AWS's wording unless `caller` may do `action` on `resourceArn`. */
export function authorize(
  caller: Caller,
  action: string,
  resourceArn: string,
  context?: Readonly<Record<string, string | string[]>>,
): void {
  if (caller.allows(action, resourceArn, context)) return;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resourceArn} because no identity-based policy allows the ${action} action`,
  );
}
