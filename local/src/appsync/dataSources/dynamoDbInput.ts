import { unsupported } from '../../unsupported.ts';
import { FieldError } from '../FieldError.ts';
import type { SourceRequest } from './DataSource.ts';
import { refuseUnknownMembers } from './refuseUnknownMembers.ts';
import { toWire, toWireMap, type Item } from './wireValues.ts';

export interface Expression {
  expression: string;
  expressionNames?: Record<string, string> | null;
  expressionValues?: Item | null;
}

export interface Condition extends Expression {
  equalsIgnore?: string[];
  consistentRead?: boolean;
  conditionalCheckFailedHandler?: { strategy: string };
  returnValuesOnConditionCheckFailure?: boolean;
}

export interface TransactItem {
  table: string;
  operation: string;
  key: Item;
  attributeValues?: Item;
  update?: Expression;
  condition?: Condition | null;
  projection?: Expression;
}

/** Gathers the names and values of a request's expressions into DynamoDB's one map of each. */
export class Placeholders {
  readonly #names: Record<string, string> = {};
  readonly #values: Item = {};

  take(expression: Expression): string {
    Object.assign(this.#names, expression.expressionNames ?? {});
    for (const [name, value] of Object.entries(expression.expressionValues ?? {})) this.#values[name] = toWire(value);
    return expression.expression;
  }

  /** DynamoDB refuses empty maps. */
  get members(): Item {
    const { length: names } = Object.keys(this.#names);
    const { length: values } = Object.keys(this.#values);
    return {
      ...(names > 0 ? { ExpressionAttributeNames: this.#names } : {}),
      ...(values > 0 ? { ExpressionAttributeValues: this.#values } : {}),
    };
  }
}

const CONDITION_MEMBERS = [
  ...['expression', 'expressionNames', 'expressionValues', 'equalsIgnore', 'consistentRead'],
  'conditionalCheckFailedHandler',
];

/** The condition of a single-item write, refusing what only transactions or Lambda handlers have. */
export function conditionOf(request: SourceRequest): Condition | undefined {
  const condition = request['condition'] as Condition | null | undefined;
  if (!condition) return undefined;
  if (Object.hasOwn(condition, 'returnValuesOnConditionCheckFailure')) {
    throw new FieldError("Unsupported element '$[condition][returnValuesOnConditionCheckFailure]'.", 'MappingTemplate');
  }
  refuseUnknownMembers('a DynamoDB condition', { ...condition }, CONDITION_MEMBERS);
  if (condition.conditionalCheckFailedHandler && condition.conditionalCheckFailedHandler.strategy !== 'Reject') {
    unsupported(`conditionalCheckFailedHandler strategy '${condition.conditionalCheckFailedHandler.strategy}'`);
  }
  return condition;
}

/** One entry of `TransactItems`. An item that fails its condition comes back unless the request says otherwise. */
export function transactWriteItem(item: TransactItem): Item {
  const placeholders = new Placeholders();
  const { condition } = item;
  const conditionExpression = condition ? { ConditionExpression: placeholders.take(condition) } : {};
  const returned =
    condition && condition.returnValuesOnConditionCheckFailure !== false
      ? { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }
      : {};
  const Key = toWireMap(item.key);
  const common = () => ({ TableName: item.table, ...conditionExpression, ...returned, ...placeholders.members });
  switch (item.operation) {
    case 'PutItem':
      return { Put: { ...common(), Item: { ...toWireMap(item.attributeValues ?? {}), ...Key } } };
    case 'UpdateItem': {
      const UpdateExpression = placeholders.take(item.update ?? { expression: '' });
      return { Update: { ...common(), Key, UpdateExpression } };
    }
    case 'DeleteItem':
      return { Delete: { ...common(), Key } };
    case 'ConditionCheck':
      return { ConditionCheck: { ...common(), Key } };
    default:
      throw new FieldError(`Unsupported operation '${item.operation}'.`, 'MappingTemplate');
  }
}
