import { type AttributeMap, type AttributeValue, membersOf, typeOf } from '../AttributeValue.ts';
import { compareValues, valuesEqual } from '../compareValues.ts';
import type { Comparator, Condition, Operand } from './Condition.ts';
import { valueAt } from './documentPaths.ts';
import type { Bindings, BoundExpression } from './ParsedExpression.ts';

/** Whether `item` fulfils the condition. An item that does not exist is the empty item. */
export function evaluateCondition(condition: BoundExpression<Condition>, item: AttributeMap): boolean {
  return holds(condition.root, item, condition);
}

function holds(condition: Condition, item: AttributeMap, bound: Bindings): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item, bound) && holds(condition.right, item, bound);
    case 'or':
      return holds(condition.left, item, bound) || holds(condition.right, item, bound);
    case 'not':
      return !holds(condition.operand, item, bound);
    case 'compare': {
      const left = valueOf(condition.left, item, bound);
      return compares(condition.comparator, left, valueOf(condition.right, item, bound));
    }
    case 'between': {
      const value = valueOf(condition.operand, item, bound);
      return (
        compares('>=', value, valueOf(condition.lower, item, bound)) &&
        compares('<=', value, valueOf(condition.upper, item, bound))
      );
    }
    case 'in': {
      const value = valueOf(condition.operand, item, bound);
      return condition.candidates.some((candidate) => compares('=', value, valueOf(candidate, item, bound)));
    }
    case 'function': {
      const [first, second] = condition.operands.map((operand) => valueOf(operand, item, bound));
      switch (condition.name) {
        case 'attribute_exists':
          return first !== undefined;
        case 'attribute_not_exists':
          return first === undefined;
        case 'attribute_type':
          return first !== undefined && typeOf(first) === second?.S;
        case 'begins_with':
          return first !== undefined && second !== undefined && beginsWith(first, second);
        case 'contains':
          return first !== undefined && second !== undefined && contains(first, second);
      }
    }
  }
}

function valueOf(operand: Operand, item: AttributeMap, bound: Bindings): AttributeValue | undefined {
  switch (operand.kind) {
    case 'path':
      return valueAt(item, bound.paths[operand.path] ?? []);
    case 'value':
      return bound.values[operand.name];
    case 'size': {
      const value = valueOf(operand.operand, item, bound);
      const size = value && sizeOf(value);
      return size === undefined ? undefined : { N: String(size) };
    }
  }
}

function sizeOf(value: AttributeValue): number | undefined {
  if (value.S !== undefined) return value.S.length;
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.M !== undefined) return Object.keys(value.M).length;
  return (membersOf(value) ?? value.L)?.length;
}

/** A missing operand equals nothing, so that only `<>` is true of it. */
function compares(
  comparator: Comparator,
  left: AttributeValue | undefined,
  right: AttributeValue | undefined,
): boolean {
  if (left === undefined || right === undefined) return comparator === '<>';
  if (comparator === '=') return valuesEqual(left, right);
  if (comparator === '<>') return !valuesEqual(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  switch (comparator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S);
  if (value.B === undefined || prefix.B === undefined) return false;
  const start = Buffer.from(prefix.B, 'base64');
  return Buffer.from(value.B, 'base64').subarray(0, start.length).equals(start);
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S);
  if (value.B !== undefined) {
    return part.B !== undefined && Buffer.from(value.B, 'base64').includes(Buffer.from(part.B, 'base64'));
  }
  if (value.L !== undefined) return value.L.some((element) => valuesEqual(element, part));
  if (value.SS !== undefined) return part.S !== undefined && value.SS.includes(part.S);
  if (value.NS !== undefined) return part.N !== undefined && value.NS.includes(part.N);
  return value.BS !== undefined && part.B !== undefined && value.BS.includes(part.B);
}
