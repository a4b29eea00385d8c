import type { Caller } from './Caller.ts';
import type { RoleCallers } from './iam/RoleCallers.ts';
import type { Template } from './template/Template.ts';

/**
 * Of which type the resource is on whose behalf a service calls a function as itself. EventBridge is not among them: it has
 * many rules, and names the one itself.
 */
const SOURCES: Readonly<Record<string, string>> = {
  'appsync.amazonaws.com': 'AWS::AppSync::GraphQLApi',
  'cognito-idp.amazonaws.com': 'AWS::Cognito::UserPool',
};

/** AWS services that call without a role. What they may do is in the policies of the functions and queues that they call. */
export class ServicePrincipals {
  readonly #roles: RoleCallers;
  readonly #template: Template;

  constructor(roles: RoleCallers, template: Template) {
    this.#roles = roles;
    this.#template = template;
  }

  callerOf(principal: string): Caller {
    // An event source mapping invokes on the strength of its function's own role.
    if (principal === 'lambda.amazonaws.com') return { arn: principal, allows: () => true };
    const service = this.#roles.callerOfService(principal);
    const sourceArn = this.#template.resourcesOfType(SOURCES[principal] ?? '')[0]?.arn;
    const source = sourceArn === undefined ? {} : { 'aws:SourceArn': sourceArn };
    return {
      arn: principal,
      allows: (action, resourceArn, context) => service.allows(action, resourceArn, { ...source, ...context }),
    };
  }
}
