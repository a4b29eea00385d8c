import { type AttributeType, type AttributeValue, typeOf } from '../AttributeValue.ts';
import { compareValues } from '../compareValues.ts';
import type { Operand } from './Condition.ts';
import type { ExpressionReader } from './ExpressionReader.ts';

/** Defers the refusal of `:values` whose type the operator or function never takes. */
export function checkOperandType(
  reader: ExpressionReader,
  operator: string,
  operands: readonly Operand[],
  allowed: readonly AttributeType[],
): void {
  for (const operand of operands) {
    if (operand.kind !== 'value') continue;
    reader.check(({ values }) => {
      const value = values[operand.name];
      if (value === undefined || allowed.includes(typeOf(value))) return;
      throw reader.invalid(
        `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(value)}`,
      );
    });
  }
}

/** Defers the refusal of a comparison of a document path with itself. */
export function checkDistinct(reader: ExpressionReader, operator: string, operands: readonly Operand[]): void {
  const [first, ...others] = operands;
  if (first?.kind !== 'path') return;
  const otherPaths = others.filter((operand) => operand.kind === 'path');
  if (otherPaths.length === 0) return;
  reader.check(({ paths }) => {
    const text = quotedPath(paths[first.path] ?? []);
    if (otherPaths.some(({ path }) => quotedPath(paths[path] ?? []) === text)) {
      throw reader.invalid(
        'The first operand must be distinct from the remaining operands for this operator or function; ' +
          `operator: ${operator}, first operand: ${text}`,
      );
    }
  });
}

/** Defers the refusal of bounds that no value can lie between. */
export function checkBetween(reader: ExpressionReader, lower: Operand, upper: Operand): void {
  if (lower.kind !== 'value' || upper.kind !== 'value') return;
  reader.check(({ values }) => {
    const from = values[lower.name];
    const to = values[upper.name];
    if (from === undefined || to === undefined) return;
    const order = compareValues(from, to);
    if (order !== undefined && order <= 0) return;
    const rule =
      order === undefined
        ? 'requires same data type for lower and upper bounds'
        : 'requires upper bound to be greater than or equal to lower bound';
    throw reader.invalid(
      `The BETWEEN operator ${rule}; lower bound operand: ${quotedValue(from)}, upper bound operand: ${quotedValue(to)}`,
    );
  });
}

/** A document path as DynamoDB writes it in messages: `[lines, [0], netPay]`. */
export function quotedPath(path: readonly (string | number)[]): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
}

function quotedValue(value: AttributeValue): string {
  return `AttributeValue: {${typeOf(value)}:${value.S ?? value.N ?? value.B ?? ''}}`;
}
