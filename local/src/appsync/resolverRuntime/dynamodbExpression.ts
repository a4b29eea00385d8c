import { setOrTyped, type TypedValue } from './attributeValues.ts';

/** A condition, filter or key condition as AppSync's DynamoDB requests carry it. */
export interface DynamoDbExpression {
  expression: string;
  expressionNames: Record<string, string>;
  expressionValues: Record<string, TypedValue>;
}

const COMPARISONS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', le: '<=', lt: '<', ge: '>=', gt: '>' };

const TYPE_CODES: Readonly<Record<string, string>> = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

/** Marks a filter that AppSync does not render: the whole transform then answers null, which means no condition at all. */
class NotRenderable extends Error {}

/**
 * Renders a filter object, or null when any part of it cannot be rendered. Names, brackets and dangling joiners are
 * those that EvaluateCode was recorded to produce.
 */
export function dynamodbExpression(filter: unknown): DynamoDbExpression | null {
  const rendered: DynamoDbExpression = { expression: '', expressionNames: {}, expressionValues: {} };
  try {
    rendered.expression = conjunction(filter, '', rendered);
    return rendered;
  } catch (error) {
    if (error instanceof NotRenderable) return null;
    throw error;
  }
}

function conjunction(filter: unknown, prefix: string, into: DynamoDbExpression): string {
  return Object.entries(mapOf(filter))
    .map(([name, operand]) => {
      if (name === 'and' || name === 'or') return group(name, operand, prefix, into);
      if (name === 'not') return `(NOT ${conjunction(operand, `${prefix}not_`, into)})`;
      into.expressionNames[`#${name}`] = name;
      return comparisons(`#${name}`, `${prefix}${name}`, operand, into);
    })
    .join(' AND ');
}

function group(joiner: 'and' | 'or', members: unknown, prefix: string, into: DynamoDbExpression): string {
  const parts = listOf(members).map((member, index) => conjunction(member, `${prefix}${joiner}_${index}_`, into));
  return bracketed(parts, ` ${joiner.toUpperCase()} `);
}

/** All operators on one attribute (or on its size). `path` names the values. */
function comparisons(subject: string, path: string, operators: unknown, into: DynamoDbExpression): string {
  const parts = Object.entries(mapOf(operators)).map(([operator, operand]) =>
    operator === 'size'
      ? comparisons(subject.startsWith('size(') ? subject : `size(${subject})`, `${path}_size`, operand, into)
      : `(${comparison(subject, `${path}_${operator}`, operator, operand, into)})`,
  );
  return bracketed(parts, ' AND ');
}

function comparison(
  subject: string,
  path: string,
  operator: string,
  operand: unknown,
  into: DynamoDbExpression,
): string {
  const value = (suffix: string, plain: unknown) => {
    into.expressionValues[`:${path}${suffix}`] = setOrTyped(plain);
    return `:${path}${suffix}`;
  };
  const symbol = COMPARISONS[operator];
  if (symbol) return `${subject} ${symbol} ${value('', operand)}`;
  switch (operator) {
    case 'attributeExists':
      if (typeof operand !== 'boolean') throw new NotRenderable();
      return `${operand ? 'attribute_exists' : 'attribute_not_exists'}(${subject})`;
    case 'attributeType': {
      const code = TYPE_CODES[String(operand)];
      if (!code) throw new NotRenderable();
      return `attribute_type(${subject},${value('', code)})`;
    }
    case 'beginsWith':
      return `begins_with(${subject},${value('', operand)})`;
    case 'contains':
      return `contains(${subject},${value('', operand)})`;
    case 'notContains':
      return `NOT contains(${subject},${value('', operand)})`;
    case 'between': {
      const [start, end] = listOf(operand);
      if (end === undefined) throw new NotRenderable();
      return `${subject} BETWEEN ${value('_start', start)} AND ${value('_end', end)}`;
    }
    case 'in': {
      const members = listOf(operand).map((member, index) => value(`_${index}`, member));
      return members.length > 0 ? `${subject} IN (${members.join(', ')})` : 'null';
    }
    default:
      throw new NotRenderable();
  }
}

/** One part stands as it is; several are wrapped as one. */
function bracketed(parts: readonly string[], joiner: string): string {
  return parts.length > 1 ? `(${parts.join(joiner)})` : (parts[0] ?? '');
}

function mapOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotRenderable();
  return value as Record<string, unknown>;
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new NotRenderable();
  return value;
}
