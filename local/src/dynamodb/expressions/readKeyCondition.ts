import type { AttributeValue } from '../AttributeValue.ts';
import { columnKey, type ColumnKey, requireNonEmptyKey } from '../ItemKey.ts';
import type { KeyAttribute, KeySchema } from '../TableDefinition.ts';
import { validationException } from '../validationException.ts';
import type { Condition, Operand } from './Condition.ts';
import type { BoundExpression } from './ParsedExpression.ts';

/** The stretch of one partition that a Query reads; absent bounds are open. */
export interface KeyRange {
  partition: ColumnKey;
  lower?: Bound;
  upper?: Bound;
}

export interface Bound {
  value: ColumnKey;
  inclusive: boolean;
}

/** One comparison of the key condition, with the attribute on its left. */
interface KeyTerm {
  name: string;
  operator: '=' | '<' | '<=' | '>' | '>=' | 'BETWEEN' | 'begins_with';
  values: AttributeValue[];
}

const MIRRORED = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** Understands a key condition against the key schema of the table or index that is queried. */
export function readKeyCondition(condition: BoundExpression<Condition>, key: KeySchema): KeyRange {
  const terms = conjunction(condition.root).map((term) => readTerm(term, condition));
  if (new Set(terms.map(({ name }) => name)).size < terms.length) {
    throw validationException('KeyConditionExpressions must only contain one condition per key');
  }
  if (terms.length > 2) throw validationException('Conditions can be of length 1 or 2 only');
  const partition = terms.find(({ name }) => name === key.partition.name);
  const sort = terms.find((term) => term !== partition);
  if (!partition) throw missing(key.partition);
  if (sort && sort.name !== key.sort?.name) throw missing(key.sort ?? key.partition);
  if (partition.operator !== '=') throw validationException('Query key condition not supported');
  checkValues(key.partition, partition);
  const range = { partition: columnKey(partition.values[0] as AttributeValue) };
  if (!sort || !key.sort) return range;
  checkValues(key.sort, sort);
  return { ...range, ...sortBounds(sort) };
}

function conjunction(condition: Condition): Condition[] {
  if (condition.kind === 'and') return [...conjunction(condition.left), ...conjunction(condition.right)];
  if (condition.kind === 'or' || condition.kind === 'not') throw invalidOperator(condition.kind.toUpperCase());
  return [condition];
}

function readTerm(condition: Condition, bound: BoundExpression<Condition>): KeyTerm {
  if (condition.kind === 'compare') {
    const { comparator, left, right } = condition;
    if (comparator === '<>') throw invalidOperator('<>');
    return left.kind === 'value'
      ? { name: nameOf(right, bound), operator: MIRRORED[comparator], values: [valueOf(left, bound)] }
      : { name: nameOf(left, bound), operator: comparator, values: [valueOf(right, bound)] };
  }
  if (condition.kind === 'between') {
    const values = [valueOf(condition.lower, bound), valueOf(condition.upper, bound)];
    return { name: nameOf(condition.operand, bound), operator: 'BETWEEN', values };
  }
  if (condition.kind === 'function' && condition.name === 'begins_with') {
    const [attribute, prefix] = condition.operands as [Operand, Operand];
    return { name: nameOf(attribute, bound), operator: 'begins_with', values: [valueOf(prefix, bound)] };
  }
  throw invalidOperator(condition.kind === 'function' ? condition.name : condition.kind.toUpperCase());
}

function nameOf(operand: Operand, bound: BoundExpression<Condition>): string {
  if (operand.kind === 'size') throw validationException('KeyConditionExpressions cannot contain nested operations');
  const path = operand.kind === 'path' ? bound.paths[operand.path] : undefined;
  if (!path) throw validationException('Invalid condition in KeyConditionExpression: No key attribute specified');
  if (path.length > 1) throw validationException('KeyConditionExpressions cannot have conditions on nested attributes');
  return path[0] as string;
}

function valueOf(operand: Operand, bound: BoundExpression<Condition>): AttributeValue {
  if (operand.kind === 'size') throw validationException('KeyConditionExpressions cannot contain nested operations');
  if (operand.kind === 'value') return bound.values[operand.name] as AttributeValue;
  throw validationException(
    'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
  );
}

function checkValues({ name, type }: KeyAttribute, { operator, values }: KeyTerm): void {
  for (const value of values) {
    if (value[type] === undefined) {
      throw validationException(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      );
    }
    if (operator !== 'begins_with') requireNonEmptyKey(name, value);
  }
}

function sortBounds({ operator, values }: KeyTerm): Pick<KeyRange, 'lower' | 'upper'> {
  const [first, second] = values.map(columnKey) as [ColumnKey, ColumnKey];
  switch (operator) {
    case '=':
      return { lower: { value: first, inclusive: true }, upper: { value: first, inclusive: true } };
    case '<':
    case '<=':
      return { upper: { value: first, inclusive: operator === '<=' } };
    case '>':
    case '>=':
      return { lower: { value: first, inclusive: operator === '>=' } };
    case 'BETWEEN':
      return { lower: { value: first, inclusive: true }, upper: { value: second, inclusive: true } };
    case 'begins_with': {
      const end = typeof first === 'string' ? textAfterPrefix(first) : bytesAfterPrefix(first);
      return { lower: { value: first, inclusive: true }, ...(end ? { upper: { value: end, inclusive: false } } : {}) };
    }
  }
}

/** The least text beyond every text that begins with `prefix`, in UTF-8 order; undefined if there is none. */
function textAfterPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) as number);
  while (points.length > 0) {
    const last = points.pop() as number;
    if (last === 0x10ffff) continue;
    // The code points between are surrogates, which are no characters of their own.
    return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
  }
  return undefined;
}

function bytesAfterPrefix(prefix: Uint8Array): Uint8Array | undefined {
  const last = prefix.findLastIndex((byte) => byte !== 0xff);
  if (last < 0) return undefined;
  // A copy: `slice` of a Buffer is a view of the same bytes, which are the lower bound.
  const end = Uint8Array.from(prefix.subarray(0, last + 1));
  end[last] = (end[last] as number) + 1;
  return end;
}

function missing({ name }: KeyAttribute): Error {
  return validationException(`Query condition missed key schema element: ${name}`);
}

function invalidOperator(operator: string): Error {
  return validationException(`Invalid operator used in KeyConditionExpression: ${operator}`);
}
