import { setOrTyped, type TypedValue } from './attributeValues.ts';
import type { DynamoDbExpression } from './dynamodbExpression.ts';

interface Operation {
  type: string;
  value?: unknown;
  by?: number;
  items?: unknown[];
  index?: number;
}

/**
 * The update that `update()` of `@aws-appsync/utils/dynamodb` makes. Placeholders are numbered in the order of the
 * attributes. None of the operations has `if_not_exists`: incrementing a missing attribute fails in DynamoDB.
 */
export function updateExpression(update: Readonly<Record<string, unknown>>): DynamoDbExpression {
  const sets: string[] = [];
  const removes: string[] = [];
  const expressionNames: Record<string, string> = {};
  const expressionValues: Record<string, TypedValue> = {};
  let values = 0;
  const valueOf = (plain: unknown) => {
    const placeholder = `:expValue_${++values}`;
    expressionValues[placeholder] = setOrTyped(plain);
    return placeholder;
  };
  Object.entries(update).forEach(([attribute, change], position) => {
    const name = `#expName_${position + 1}`;
    expressionNames[name] = attribute;
    const operations = Array.isArray(change) && change.length > 0 && change.every(isOperation) ? change : [change];
    for (const operation of operations) {
      if (!isOperation(operation)) sets.push(`${name} = ${valueOf(operation)}`);
      else if (operation.type === 'OPERATION_REMOVE') removes.push(name);
      else sets.push(assignment(name, operation, valueOf));
    }
  });
  const clauses = [
    sets.length > 0 ? `SET ${sets.join(', ')}` : '',
    removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : '',
  ];
  return { expression: clauses.join(''), expressionNames, expressionValues };
}

function assignment(name: string, operation: Operation, valueOf: (plain: unknown) => string): string {
  switch (operation.type) {
    case 'OPERATION_INCREMENT':
      return `${name} = ${name} + ${valueOf(operation.by)}`;
    case 'OPERATION_DECREMENT':
      return `${name} = ${name} - ${valueOf(operation.by)}`;
    case 'OPERATION_APPEND':
      return `${name} = list_append(${name}, ${valueOf(operation.items)})`;
    case 'OPERATION_PREPEND':
      return `${name} = list_append(${valueOf(operation.items)}, ${name})`;
    case 'OPERATION_UPDATE_LIST_ITEM':
      return `${name}[${operation.index}] = ${valueOf(operation.value)}`;
    default:
      return `${name} = ${valueOf(operation.value)}`;
  }
}

function isOperation(value: unknown): value is Operation {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { type?: unknown };
  return typeof type === 'string' && type.startsWith('OPERATION_');
}
