import { AwsError } from '../AwsError.ts';
import type { Caller } from '../Caller.ts';
import type { Resource, Template } from '../template/Template.ts';
import { unsupported } from '../unsupported.ts';
import type { RequestContext } from './conditions.ts';
import { managedPolicy } from './managedPolicies.ts';
import { PolicyCaller } from './PolicyCaller.ts';
import type { Grant } from './PolicyCaller.ts';
import { resourcePolicies, statementsForEverybody } from './resourcePolicies.ts';
import { compileStatements } from './statements.ts';
import type { Statement } from './statements.ts';

/** Something that a role may do and never did. */
export interface UnusedGrant {
  /** Name of the role. */
  readonly role: string;
  /** The action and the resource as the policy writes them, wildcards included. */
  readonly action: string;
  readonly resource: string;
}

/** The policies of a role as plain data, so that a thread can ask them too. */
export interface RolePolicies {
  readonly arn: string;
  readonly documents: readonly unknown[];
}

interface Role {
  readonly name: string;
  readonly documents: readonly unknown[];
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
  readonly caller: PolicyCaller;
}

const ROLE_PROPERTIES = new Set([
  ...['AssumeRolePolicyDocument', 'Description', 'ManagedPolicyArns', 'Policies', 'RoleName'],
]);
const POLICY_PROPERTIES = new Set(['PolicyDocument', 'PolicyName', 'Roles']);

/** Services that are asked nothing here: functions log to the terminal, and nothing is traced. */
const SILENT_SERVICES = ['logs:', 'xray:'];

/**
 * The identities of a template: its roles with the policies attached to them, and the services that its resources
 * admit.
 */
export class RoleCallers {
  /** The resource types that this gives a meaning to. */
  static readonly handledTypes = [
    'AWS::IAM::Role',
    'AWS::IAM::Policy',
    'AWS::KMS::Key',
    'AWS::Lambda::Permission',
    'AWS::S3::BucketPolicy',
    'AWS::SQS::QueuePolicy',
  ] as const;

  readonly #roles = new Map<string, Role>();
  readonly #services = new Map<string, PolicyCaller>();
  readonly #resourceStatements: readonly Statement[];
  /** What resources say of everybody, as documents: threads ask it beside the policies of their role. */
  readonly #documentsForEverybody: readonly unknown[];
  readonly #always: RequestContext;

  constructor(template: Template, accountId: string) {
    // Loopback cannot be overheard, which is what the policies that insist on TLS are about.
    this.#always = { 'aws:SecureTransport': 'true', 'aws:SourceAccount': accountId };
    const documents = resourcePolicies(template);
    this.#resourceStatements = documents.flatMap(compileStatements);
    this.#documentsForEverybody = documents.map(statementsForEverybody);
    const forEverybody = this.#resourceStatements.filter(({ principals }) => principals.includes('*'));
    for (const resource of template.resourcesOfType('AWS::IAM::Role')) {
      const { physicalName: name, arn = '' } = resource;
      const ownDocuments = policiesOf(resource, template);
      const statements = ownDocuments.flatMap(compileStatements);
      const session = `arn:aws:sts::${accountId}:assumed-role/${name}/local`;
      this.#roles.set(arn, {
        name,
        documents: ownDocuments,
        trust: compileStatements(resource.properties['AssumeRolePolicyDocument']),
        statements,
        caller: new PolicyCaller(session, [...forEverybody, ...statements], this.#always),
      });
    }
  }

  /**
   * Who a service is once it has assumed the role. With `servicePrincipal`, for example `events.amazonaws.com`, the
   * role must trust it. Throws `NoSuchEntity` and `AccessDenied` as AWS does.
   */
  callerOfRole(roleArn: string, servicePrincipal?: string): Caller {
    const role = this.#roles.get(roleArn);
    if (!role) {
      const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      throw new AwsError('NoSuchEntity', `The role with name ${name} cannot be found.`, { statusCode: 404 });
    }
    if (servicePrincipal !== undefined && !this.#trusts(role, servicePrincipal)) {
      throw new AwsError(
        'AccessDenied',
        `User: ${servicePrincipal} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
        { statusCode: 403 },
      );
    }
    return role.caller;
  }

  /** What `openThreadServices` needs to ask the role's policies inside a thread. */
  policiesOf(roleArn: string): RolePolicies {
    const role = this.#roles.get(roleArn);
    if (!role) throw new AwsError('NoSuchEntity', `The role ${roleArn} cannot be found.`, { statusCode: 404 });
    return { arn: role.caller.arn, documents: [...this.#documentsForEverybody, ...role.documents] };
  }

  /** Takes the grants that a thread saw used by a role. */
  takeUsedGrants(roleArn: string, grants: Iterable<string>): void {
    const used = this.#roles.get(roleArn)?.caller.usedGrants;
    for (const grant of grants) used?.add(grant as Grant);
  }

  /**
   * A service that calls as itself, without a role: EventBridge putting a dead letter, Cognito invoking a trigger. It
   * may do what the policies of queues and functions admit; name the `aws:SourceArn` in the context.
   */
  callerOfService(servicePrincipal: string): Caller {
    const known = this.#services.get(servicePrincipal);
    if (known) return known;
    const statements = this.#resourceStatements.filter(
      ({ principals }) => principals.includes(servicePrincipal) || principals.includes('*'),
    );
    const caller = new PolicyCaller(servicePrincipal, statements, this.#always);
    this.#services.set(servicePrincipal, caller);
    return caller;
  }

  /** What roles may do and have not done since the start: a candidate for removal, or a path that no test walks. */
  unusedGrants(): UnusedGrant[] {
    return [...this.#roles.values()].flatMap(({ name, statements, caller }) =>
      statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap(({ actions, resources }) =>
          actions.flatMap((action) =>
            resources
              .filter((resource) => !caller.usedGrants.has(`${action.text} ${resource.text}` satisfies Grant))
              .map((resource) => ({ role: name, action: action.text, resource: resource.text })),
          ),
        )
        .filter(({ action }) => !SILENT_SERVICES.some((prefix) => action.startsWith(prefix))),
    );
  }

  #trusts({ trust }: Role, servicePrincipal: string): boolean {
    const applying = trust.filter(
      ({ actions, principals, conditions }) =>
        principals.includes(servicePrincipal) &&
        actions.some(({ matches }) => matches('sts:AssumeRole')) &&
        conditions(this.#always),
    );
    return applying.some(({ effect }) => effect === 'Allow') && applying.every(({ effect }) => effect === 'Allow');
  }
}

/** The policy documents of a role: those written into it, and those attached to it. */
function policiesOf(role: Resource, template: Template): unknown[] {
  refuseUnknown(role, ROLE_PROPERTIES);
  const inline = (role.properties['Policies'] ?? []) as { PolicyDocument: unknown }[];
  const managed = (role.properties['ManagedPolicyArns'] ?? []) as string[];
  const attached = template.resourcesOfType('AWS::IAM::Policy').filter((policy) => {
    refuseUnknown(policy, POLICY_PROPERTIES);
    return ((policy.properties['Roles'] ?? []) as string[]).includes(role.physicalName);
  });
  return [
    ...managed.map(managedPolicy),
    ...inline.map(({ PolicyDocument }) => PolicyDocument),
    ...attached.map(({ properties }) => properties['PolicyDocument']),
  ];
}

/** A setting that is not known, such as a permissions boundary, would go unnoticed. */
function refuseUnknown({ type, properties }: Resource, known: ReadonlySet<string>): void {
  for (const [property, value] of Object.entries(properties)) {
    if (!known.has(property)) unsupported(`${property} of ${type}: ${JSON.stringify(value)}`);
  }
}
