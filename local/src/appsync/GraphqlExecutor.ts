import {
  execute,
  executeSync,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DeliveryContext } from './DeliveryContext.ts';
import type { PreparedDocument } from './DocumentCache.ts';
import { fieldErrorEntry, requestErrorEntry, type ErrorEntry } from './ErrorEntry.ts';
import type { RequestContext } from './RequestContext.ts';
import type { Requester } from './Requester.ts';
import type { Variables } from './selectedFields.ts';

/** The body of an answer. */
export interface GraphqlResponse {
  data: Record<string, unknown> | null;
  errors?: ErrorEntry[];
}

/** One operation of a prepared document with its variables. */
export interface Operation {
  prepared: PreparedDocument;
  operation: OperationDefinitionNode;
  variables: Variables;
}

/** Runs operations on one schema and words their errors as AppSync does. */
export class GraphqlExecutor {
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  async execute(operation: Operation, context: RequestContext): Promise<GraphqlResponse> {
    const result = await execute(this.#arguments(operation, context, undefined));
    context.finish();
    return this.#response(operation, result, context.appendedErrors);
  }

  /** What a subscriber with this operation gets to see of a published object. */
  deliver(operation: Operation, fieldName: string, published: unknown, requester: Requester): GraphqlResponse {
    const root = { [fieldName]: published };
    const result = executeSync(this.#arguments(operation, new DeliveryContext(requester), root));
    return this.#response(operation, result, []);
  }

  #arguments({ prepared, operation, variables }: Operation, contextValue: unknown, rootValue: unknown) {
    return {
      schema: this.#schema,
      document: prepared.document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue,
      rootValue,
    };
  }

  #response(operation: Operation, result: ExecutionResult, appended: readonly ErrorEntry[]): GraphqlResponse {
    const { prepared, variables } = operation;
    const execution = { schema: this.#schema, fragments: prepared.fragments, variables };
    // Without `data` nothing ran: the variables did not fit.
    const entryOf = (error: GraphQLError) =>
      result.data === undefined ? requestErrorEntry(error, variableMessage(error)) : fieldErrorEntry(error, execution);
    const errors = [...appended, ...(result.errors ?? []).map(entryOf)];
    const data = result.data ?? null;
    return errors.length > 0 ? { data, errors } : { data };
  }
}

/** AppSync's sentence for a variable that does not fit its type. */
function variableMessage({ message }: GraphQLError): string {
  const missing =
    /^Variable "\$(\w+)" of (?:required|non-null) type "(.+?)" (?:was not provided|must not be null)/.exec(message);
  if (missing) return `Variable '${missing[1]}' has coerced Null value for NonNull type '${missing[2]}'`;
  const invalid = /^Variable "\$(\w+)" got invalid value [\s\S]*?(?: at "\1([\w.[\]]+)")?; ([\s\S]*)$/.exec(message);
  if (!invalid) return message;
  const [, name = '', path = '', reason = ''] = invalid;
  const unknownField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(reason);
  if (unknownField) {
    return `The variables input contains a field name '${unknownField[1]}' that is not defined for input object type '${unknownField[2]}' `;
  }
  const required = /^Field "?(\w+)"? of required type "(.+?)" was not provided/.exec(reason);
  if (required) return `Variable '${required[1]}' has coerced Null value for NonNull type '${required[2]}'`;
  return `Variable '${name}${path}' has an invalid value : ${reason}`;
}
