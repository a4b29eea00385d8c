import type { Caller } from '../Caller.ts';
import { unsupported } from '../unsupported.ts';
import { invalidValue } from './sqsError.ts';

interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly principals: readonly string[];
  readonly actions: readonly RegExp[];
  readonly resources: readonly RegExp[];
  readonly conditions: readonly ((context: PolicyContext) => boolean)[];
}

type PolicyContext = Readonly<Record<string, string>>;

/** What a policy says about one call: a Deny wins over every Allow; `undefined` when no statement applies. */
export type PolicyVerdict = 'Allow' | 'Deny' | undefined;

/**
 * A service principal that acts for one of its resources: an EventBridge rule that sends to a queue.
 * Only a queue policy can let it in, and that policy usually names the rule by `aws:SourceArn`.
 */
export interface ServicePrincipal extends Caller {
  readonly sourceArn: string;
}

const OPERATORS: Readonly<Record<string, (pattern: string) => (value: string) => boolean>> = {
  StringEquals: (pattern) => (value) => value === pattern,
  ArnEquals: (pattern) => matches(globExpression(pattern)),
  StringLike: (pattern) => matches(globExpression(pattern)),
  ArnLike: (pattern) => matches(globExpression(pattern)),
  Bool: (pattern) => (value) => value === pattern.toLowerCase(),
};

const CONTEXT_KEYS = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:securetransport', 'aws:principalarn']);

/** The resource policy of a queue, parsed once. What it cannot judge is refused when it is defined. */
export class QueuePolicy {
  readonly #statements: readonly Statement[];

  constructor(document: string) {
    const { Statement: statements } = JSON.parse(document) as { Statement?: unknown };
    if (statements === undefined) throw invalidValue('Policy', document, 'The policy has no Statement.');
    this.#statements = list(statements).map((statement) => parseStatement(statement as Record<string, unknown>));
  }

  judge(caller: Caller, action: string, queueArn: string): PolicyVerdict {
    const context = contextOf(caller);
    let verdict: PolicyVerdict;
    for (const statement of this.#statements) {
      const applies =
        statement.principals.some((principal) => principalMatches(principal, caller.arn)) &&
        statement.actions.some((expression) => expression.test(action)) &&
        statement.resources.some((expression) => expression.test(queueArn)) &&
        statement.conditions.every((condition) => condition(context));
      if (applies && statement.effect === 'Deny') return 'Deny';
      if (applies) verdict = 'Allow';
    }
    return verdict;
  }
}

/** The account of an ARN is its fifth part. */
function contextOf(caller: Caller): PolicyContext {
  const sourceArn = 'sourceArn' in caller ? String(caller.sourceArn) : undefined;
  return {
    // Everything local stays on the loopback interface: statements that only demand TLS are understood as satisfied.
    'aws:securetransport': 'true',
    'aws:principalarn': caller.arn,
    ...(sourceArn && { 'aws:sourcearn': sourceArn, 'aws:sourceaccount': sourceArn.split(':')[4] ?? '' }),
  };
}

function parseStatement(statement: Record<string, unknown>): Statement {
  for (const member of ['NotPrincipal', 'NotAction', 'NotResource']) {
    if (statement[member] !== undefined) unsupported(`${member} in a queue policy`);
  }
  const principal = statement['Principal'];
  return {
    effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    principals:
      typeof principal === 'string'
        ? [principal]
        : Object.values((principal ?? {}) as Record<string, unknown>).flatMap((ids) => list(ids).map(String)),
    // Action names are compared without regard to case.
    actions: list(statement['Action']).map((action) => globExpression(String(action), 'i')),
    resources: list(statement['Resource']).map((resource) => globExpression(String(resource))),
    conditions: parseConditions((statement['Condition'] ?? {}) as Record<string, Record<string, unknown>>),
  };
}

function parseConditions(block: Record<string, Record<string, unknown>>): Statement['conditions'] {
  return Object.entries(block).flatMap(([operator, tests]) => {
    const compile = OPERATORS[operator] ?? unsupported(`the condition operator ${operator} in a queue policy`);
    return Object.entries(tests).map(([name, wanted]) => {
      const key = name.toLowerCase();
      if (!CONTEXT_KEYS.has(key)) unsupported(`the condition key ${name} in a queue policy`);
      const alternatives = list(wanted).map((value) => compile(String(value)));
      return (context: PolicyContext) => {
        const value = context[key];
        return value !== undefined && alternatives.some((accepts) => accepts(value));
      };
    });
  });
}

/**
 * Whether a policy's principal names the caller. The caller of a role is its assumed-role session, while policies
 * name the role itself or its whole account.
 */
function principalMatches(principal: string, callerArn: string): boolean {
  if (principal === '*' || principal === callerArn) return true;
  const session = /^arn:(aws[^:]*):sts::(\d+):assumed-role\/([^/]+)/.exec(callerArn);
  if (!session) return false;
  const [, partition, account, role] = session;
  return (
    principal === account ||
    principal === `arn:${partition}:iam::${account}:root` ||
    (principal.startsWith(`arn:${partition}:iam::${account}:role/`) && principal.endsWith(`/${role}`))
  );
}

function globExpression(glob: string, flags = ''): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, flags);
}

function matches(expression: RegExp): (value: string) => boolean {
  return (value) => expression.test(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
