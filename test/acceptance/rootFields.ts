import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';

/** The contract of the service, with the directives that AppSync adds to every schema. */
const schema: GraphQLSchema = buildSchema(
  ['../../clients/appsync.graphql', '../../schema.graphql']
    .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
    .join('\n'),
);

export type OperationType = 'Query' | 'Mutation' | 'Subscription';

/** One field of a root type: `Query.company`. */
export interface RootField {
  coordinate: string;
  operation: OperationType;
  field: GraphQLField<unknown, unknown>;
}

/** Every query, mutation and subscription of the contract. */
export const rootFields: RootField[] = (['Query', 'Mutation', 'Subscription'] as const).flatMap((operation) =>
  Object.values(fieldsOf(operation)).map((field) => ({
    coordinate: `${operation}.${field.name}`,
    operation,
    field,
  })),
);

function fieldsOf(operation: OperationType) {
  const type = schema.getType(operation);
  return isObjectType(type) ? type.getFields() : {};
}
