import { BlockList, isIP, isIPv6 } from 'node:net';
import { invalidPattern } from './invalidPattern.ts';

/** A leaf of an event. */
export type Scalar = string | number | boolean | null;
export type ValueMatcher = (value: Scalar) => boolean;

/** EventBridge compares numbers only within this range, and refuses patterns beyond it. */
const LARGEST_NUMBER = 5_000_000_000;

/** Compiles one element of a pattern's list: a literal value, or an object with one operator. */
export function compileValueMatcher(wanted: unknown): ValueMatcher {
  if (typeof wanted !== 'object' || wanted === null) return (value) => value === wanted;
  const [operator, ...others] = Object.keys(wanted);
  if (operator === undefined || others.length > 0 || Array.isArray(wanted)) {
    throw invalidPattern('Only one key allowed in match expression');
  }
  const operand = (wanted as Record<string, unknown>)[operator];
  switch (operator) {
    case 'prefix':
      return compileAffix(operator, operand, (value, affix) => value.startsWith(affix));
    case 'suffix':
      return compileAffix(operator, operand, (value, affix) => value.endsWith(affix));
    case 'equals-ignore-case':
      return compileIgnoreCase(operand);
    case 'wildcard':
      return compileWildcard(operand);
    case 'anything-but':
      return compileAnythingBut(operand);
    case 'numeric':
      return compileNumeric(operand);
    case 'cidr':
      return compileCidr(operand);
    case 'exists':
      if (operand === true) return () => true;
      throw invalidPattern('exists match pattern must be either true or false.');
    default:
      throw invalidPattern(`Unrecognized match type ${operator}`);
  }
}

function compileAffix(
  operator: string,
  operand: unknown,
  has: (value: string, affix: string) => boolean,
): ValueMatcher {
  if (typeof operand === 'string') return onStrings((value) => has(value, operand));
  const folded = (operand as { 'equals-ignore-case'?: unknown } | null)?.['equals-ignore-case'];
  if (typeof folded !== 'string') throw invalidPattern(`${operator} match pattern must be a string`);
  const affix = folded.toLowerCase();
  return onStrings((value) => has(value.toLowerCase(), affix));
}

function compileIgnoreCase(operand: unknown): ValueMatcher {
  if (typeof operand !== 'string') throw invalidPattern('equals-ignore-case match pattern must be a string');
  const wanted = operand.toLowerCase();
  return onStrings((value) => value.toLowerCase() === wanted);
}

/** `*` stands for any run of characters; `\*` and `\\` are literal. */
function compileWildcard(operand: unknown): ValueMatcher {
  if (typeof operand !== 'string') throw invalidPattern('wildcard match pattern must be a string');
  const literals = [''];
  for (let at = 0; at < operand.length; at++) {
    const character = operand.charAt(at);
    if (character === '*') {
      if (operand.charAt(at - 1) === '*' && at > 0)
        throw invalidPattern(`Consecutive wildcard characters at pos ${at}`);
      literals.push('');
    } else {
      if (character === '\\') at++;
      literals[literals.length - 1] += operand.charAt(at);
    }
  }
  checkComplexity(literals);
  const first = literals[0] ?? '';
  const last = literals.length > 1 ? (literals.at(-1) ?? '') : undefined;
  const middle = literals.slice(1, -1);
  return onStrings((value) => {
    if (last === undefined) return value === first;
    if (!value.startsWith(first) || !value.endsWith(last)) return false;
    // The leftmost fit of each part leaves the most room for those that follow.
    let from = first.length;
    for (const literal of middle) {
      const at = value.indexOf(literal, from);
      if (at < 0) return false;
      from = at + literal.length;
    }
    return from <= value.length - last.length;
  });
}

/** EventBridge weighs how many wildcards one text can be in at a time; what follows them decides. This is its shape, not its formula. */
function checkComplexity(literals: readonly string[]): void {
  const followers = new Map<string, number>();
  for (const literal of literals.slice(1)) {
    const count = (followers.get(literal.charAt(0)) ?? 0) + 1;
    followers.set(literal.charAt(0), count);
    if (count <= 4) continue;
    throw invalidPattern(
      'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
    );
  }
}

function compileAnythingBut(operand: unknown): ValueMatcher {
  if (typeof operand === 'string' || typeof operand === 'number') return (value) => value !== operand;
  if (Array.isArray(operand)) return compileAnythingButList(operand);
  const [operator = '', ...others] = Object.keys(operand ?? {});
  const nested = (operand as Record<string, unknown> | null)?.[operator];
  const alternatives: unknown[] = Array.isArray(nested) ? nested : [nested];
  const isFolded = (value: unknown) => typeof value === 'object' && value !== null;
  if (others.length > 0 || alternatives.some(isFolded)) {
    throw invalidPattern('Value of anything-but must be an array or single string/number value.');
  }
  switch (operator) {
    case 'prefix':
    case 'suffix':
      if (alternatives.some((value) => typeof value !== 'string')) {
        throw invalidPattern('prefix/suffix match pattern must be a string');
      }
      if (alternatives.includes('')) throw invalidPattern('Null prefix/suffix not allowed');
      break;
    case 'equals-ignore-case':
    case 'wildcard':
      if (alternatives.every((value) => typeof value === 'string')) break;
      throw invalidPattern(`Inside anything-but/${operator} list, number|start|null|boolean is not supported.`);
    default:
      throw invalidPattern('Value of anything-but must be an array or single string/number value.');
  }
  const refused = alternatives.map((alternative) => compileValueMatcher({ [operator]: alternative }));
  return (value) => !refused.some((matches) => matches(value));
}

function compileAnythingButList(operand: readonly unknown[]): ValueMatcher {
  const isListOf = (type: string) => operand.length > 0 && operand.every((value) => typeof value === type);
  if (!isListOf('string') && !isListOf('number')) {
    throw invalidPattern(
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    );
  }
  const refused = new Set<unknown>(operand);
  return (value) => !refused.has(value);
}

function compileNumeric(operand: unknown): ValueMatcher {
  if (!Array.isArray(operand)) throw invalidPattern('Value of numeric must be an array.');
  const [operator, bound, secondOperator, secondBound] = operand as unknown[];
  const lower = compileComparison(operator, bound);
  if (operand.length === 2) return onNumbers(lower);
  const isRange = operand.length === 4 && /^>=?$/.test(String(operator)) && /^<=?$/.test(String(secondOperator));
  if (!isRange) throw invalidPattern(`Bad numeric range operator: ${String(secondOperator)}`);
  const upper = compileComparison(secondOperator, secondBound);
  if ((bound as number) >= (secondBound as number)) throw invalidPattern('Bottom must be less than top');
  return onNumbers((value) => lower(value) && upper(value));
}

function compileComparison(operator: unknown, bound: unknown): (value: number) => boolean {
  const symbol = String(operator);
  if (!/^(=|[<>]=?)$/.test(symbol)) throw invalidPattern(`Unrecognized numeric range operator: ${symbol}`);
  if (typeof bound !== 'number') {
    throw invalidPattern(symbol === '=' ? 'Value of equals must be numeric.' : `Value of ${symbol} must be numeric`);
  }
  if (Math.abs(bound) > LARGEST_NUMBER) {
    throw invalidPattern(`Value must be between -${LARGEST_NUMBER} and ${LARGEST_NUMBER}, inclusive`);
  }
  switch (symbol) {
    case '=':
      return (value) => value === bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    case '<':
      return (value) => value < bound;
    default:
      return (value) => value <= bound;
  }
}

function compileCidr(operand: unknown): ValueMatcher {
  if (typeof operand !== 'string') throw invalidPattern('prefix match pattern must be a string');
  const [network = '', mask, ...rest] = operand.split('/');
  if (mask === undefined || rest.length > 0) throw invalidPattern("Malformed CIDR, one '/' required");
  const isVersion6 = isIPv6(network);
  if (isIP(network) === 0) throw invalidPattern(`Nonstandard IP address: ${network}`);
  const bits = Number(mask);
  if (!/^\d+$/.test(mask)) throw invalidPattern('Malformed CIDR, mask bits must be an integer');
  if (bits > (isVersion6 ? 128 : 32)) throw invalidPattern('Malformed CIDR, mask bits must be < 32');
  const subnet = new BlockList();
  subnet.addSubnet(network, bits, isVersion6 ? 'ipv6' : 'ipv4');
  return onStrings((value) => {
    const version = isIP(value);
    return version !== 0 && (version === 6) === isVersion6 && subnet.check(value, isVersion6 ? 'ipv6' : 'ipv4');
  });
}

function onStrings(matches: (value: string) => boolean): ValueMatcher {
  return (value) => typeof value === 'string' && matches(value);
}

function onNumbers(matches: (value: number) => boolean): ValueMatcher {
  return (value) => typeof value === 'number' && Math.abs(value) <= LARGEST_NUMBER && matches(value);
}
