import { unsupported } from '../unsupported.ts';
import { inspectorOf } from './fieldToMatch.ts';
import { RequestRate } from './RequestRate.ts';
import type { Clock } from '../Clock.ts';
import type { HttpRequest } from '../gateway/HttpExchange.ts';

/** Whether a statement matches; `labels` are those that earlier rules have added to this request. */
export type Statement = (request: HttpRequest, labels: ReadonlySet<string>) => boolean;

type Properties = Readonly<Record<string, unknown>>;

/** Compiles a rule's statement once, so that a request costs no interpretation; refuses by name what is not emulated. */
export function statementOf(statement: unknown, clock: Clock): Statement {
  const [[kind, properties] = ['an empty statement', {}]] = Object.entries(
    (statement ?? {}) as Record<string, Properties>,
  );
  switch (kind) {
    case 'AndStatement': {
      const parts = listOf(properties['Statements']).map((part) => statementOf(part, clock));
      return (request, labels) => parts.every((part) => part(request, labels));
    }
    case 'OrStatement': {
      const parts = listOf(properties['Statements']).map((part) => statementOf(part, clock));
      return (request, labels) => parts.some((part) => part(request, labels));
    }
    case 'NotStatement': {
      const part = statementOf(properties['Statement'], clock);
      return (request, labels) => !part(request, labels);
    }
    case 'LabelMatchStatement':
      return labelMatch(String(properties['Scope']), String(properties['Key']));
    case 'SizeConstraintStatement':
      return sizeConstraint(properties);
    case 'ByteMatchStatement':
      return byteMatch(properties);
    case 'RegexMatchStatement':
      return regexMatch(properties);
    case 'RateBasedStatement':
      return rateBased(properties, clock);
    default:
      return unsupported(`the WAF statement ${kind}`);
  }
}

/** A key may leave out the namespaces on its left; only whole parts between colons count. */
function labelMatch(scope: string, key: string): Statement {
  const wanted = `:${key}`;
  return (_request, labels) =>
    [...labels].some((label) => {
      const path = `:${label}`;
      return scope === 'NAMESPACE' ? path.slice(0, path.lastIndexOf(':') + 1).includes(wanted) : path.endsWith(wanted);
    });
}

const COMPARISONS: Readonly<Record<string, (size: number, limit: number) => boolean>> = {
  EQ: (size, limit) => size === limit,
  NE: (size, limit) => size !== limit,
  LE: (size, limit) => size <= limit,
  LT: (size, limit) => size < limit,
  GE: (size, limit) => size >= limit,
  GT: (size, limit) => size > limit,
};

function sizeConstraint({ FieldToMatch, TextTransformations, ComparisonOperator, Size }: Properties): Statement {
  const inspect = inspectorOf(FieldToMatch, TextTransformations);
  const compare =
    COMPARISONS[String(ComparisonOperator)] ?? unsupported(`the WAF comparison ${String(ComparisonOperator)}`);
  return (request) => {
    const inspected = inspect(request);
    return 'matches' in inspected ? inspected.matches : compare(inspected.bytes.length, Number(Size));
  };
}

function byteMatch(properties: Properties): Statement {
  const { FieldToMatch, TextTransformations, PositionalConstraint } = properties;
  const { SearchString, SearchStringBase64 } = properties as { SearchString?: string; SearchStringBase64?: string };
  const inspect = inspectorOf(FieldToMatch, TextTransformations);
  const searched =
    SearchStringBase64 === undefined ? Buffer.from(SearchString ?? '') : Buffer.from(SearchStringBase64, 'base64');
  const isAt = positionOf(String(PositionalConstraint), searched);
  return (request) => {
    const inspected = inspect(request);
    return 'matches' in inspected ? inspected.matches : isAt(inspected.bytes);
  };
}

function positionOf(constraint: string, searched: Buffer): (bytes: Buffer) => boolean {
  switch (constraint) {
    case 'EXACTLY':
      return (bytes) => bytes.equals(searched);
    case 'STARTS_WITH':
      return (bytes) => bytes.subarray(0, searched.length).equals(searched);
    case 'ENDS_WITH':
      return (bytes) =>
        bytes.length >= searched.length && bytes.subarray(bytes.length - searched.length).equals(searched);
    case 'CONTAINS':
      return (bytes) => bytes.includes(searched);
    default:
      return unsupported(`the WAF positional constraint ${constraint}`);
  }
}

function regexMatch({ FieldToMatch, TextTransformations, RegexString }: Properties): Statement {
  const inspect = inspectorOf(FieldToMatch, TextTransformations);
  let pattern: RegExp;
  try {
    pattern = new RegExp(String(RegexString));
  } catch {
    unsupported(`the WAF regular expression ${String(RegexString)}, which JavaScript cannot read`);
  }
  return (request) => {
    const inspected = inspect(request);
    return 'matches' in inspected ? inspected.matches : pattern.test(inspected.bytes.toString('latin1'));
  };
}

function rateBased(properties: Properties, clock: Clock): Statement {
  const { Limit, EvaluationWindowSec = 300, ScopeDownStatement } = properties;
  const rate = new RequestRate(clock, Number(EvaluationWindowSec) * 1000);
  const keyOf = aggregateKeyOf(properties);
  const isInScope = ScopeDownStatement === undefined ? () => true : statementOf(ScopeDownStatement, clock);
  return (request, labels) => {
    if (!isInScope(request, labels)) return false;
    const key = keyOf(request);
    return key !== undefined && rate.count(key) > Number(Limit);
  };
}

type KeyPart = (request: HttpRequest) => string | undefined;

/** What requests are counted by; one that lacks any part of the key is not counted at all. */
function aggregateKeyOf({ AggregateKeyType, CustomKeys }: Properties): KeyPart {
  switch (AggregateKeyType) {
    case 'IP':
      return ({ sourceIp }) => sourceIp;
    case 'CONSTANT':
      return () => '';
    case 'CUSTOM_KEYS': {
      const parts = listOf(CustomKeys).map(customKeyOf);
      return (request) => {
        const values = parts.map((part) => part(request));
        return values.includes(undefined) ? undefined : JSON.stringify(values);
      };
    }
    default:
      return unsupported(`the WAF rate aggregation by ${String(AggregateKeyType)}`);
  }
}

function customKeyOf(customKey: Properties): KeyPart {
  const [[kind, options] = ['nothing', {}]] = Object.entries(customKey as Record<string, Properties>);
  switch (kind) {
    case 'IP':
      return ({ sourceIp }) => sourceIp;
    case 'HTTPMethod':
      return ({ method }) => method;
    case 'Header':
      return inspectedText({ SingleHeader: { Name: options['Name'] } }, options['TextTransformations']);
    case 'QueryArgument':
      return inspectedText({ SingleQueryArgument: { Name: options['Name'] } }, options['TextTransformations']);
    case 'UriPath':
    case 'QueryString':
      return inspectedText({ [kind]: {} }, options['TextTransformations']);
    default:
      return unsupported(`the WAF rate aggregation by ${kind}`);
  }
}

function inspectedText(fieldToMatch: unknown, textTransformations: unknown): KeyPart {
  const inspect = inspectorOf(fieldToMatch, textTransformations);
  return (request) => {
    const inspected = inspect(request);
    return 'bytes' in inspected ? inspected.bytes.toString('latin1') : undefined;
  };
}

function listOf(value: unknown): Properties[] {
  return Array.isArray(value) ? (value as Properties[]) : [];
}
