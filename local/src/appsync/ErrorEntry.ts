import { GraphQLError, isListType, isNonNullType, getNamedType, Kind, type GraphQLSchema } from 'graphql';
import { UnsupportedLocally } from '../unsupported.ts';
import { FieldError } from './FieldError.ts';
import { restrictToSelection } from './restrictToSelection.ts';
import type { Fragments, Variables } from './selectedFields.ts';

type Path = readonly (string | number)[];

export interface Location {
  line: number;
  column: number;
  sourceName: null;
}

/** One entry of a response's `errors`; AppSync has no `extensions`. */
export interface ErrorEntry {
  path?: Path | null;
  data?: unknown;
  errorType?: string | null;
  errorInfo?: unknown;
  locations?: readonly Location[] | null;
  message: string;
}

const NULL_IN_NON_NULL = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/;

interface Execution {
  schema: GraphQLSchema;
  fragments: Fragments;
  variables: Variables;
}

/** The entry for an error that execution met at a field. */
export function fieldErrorEntry(error: GraphQLError, execution: Execution): ErrorEntry {
  const { originalError, path = null, message } = error;
  const locations = locationsOf(error);
  if (originalError instanceof FieldError) {
    const { errorType, errorInfo } = originalError;
    const selectionSet = error.nodes?.[0]?.kind === Kind.FIELD ? error.nodes[0].selectionSet : undefined;
    const data = restrictToSelection(originalError.data, selectionSet, execution.fragments, execution.variables);
    return { path, data, errorType, errorInfo, locations, message };
  }
  if (originalError instanceof UnsupportedLocally) {
    return { path, data: null, errorType: originalError.name, errorInfo: null, locations, message };
  }
  const isCompletion =
    originalError === undefined || originalError instanceof GraphQLError || NULL_IN_NON_NULL.test(message);
  // A mistake of the engine itself, not of a value.
  if (!isCompletion) return { path, data: null, errorType: 'InternalFailure', errorInfo: null, locations, message };
  return { path, locations: null, message: completionMessage(message, path ?? [], execution.schema) };
}

/** The entry for a request that was refused before anything ran. */
export function requestErrorEntry(error: GraphQLError, message: string): ErrorEntry {
  return { path: null, locations: locationsOf(error), message };
}

function locationsOf(error: GraphQLError): Location[] {
  return (error.locations ?? []).map(({ line, column }) => ({ line, column, sourceName: null }));
}

/** AppSync's sentence for a value that does not fit its field's type. */
function completionMessage(message: string, path: Path, schema: GraphQLSchema): string {
  const at = path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${part}`)).join('');
  const [, parentName = '', fieldName = ''] = NULL_IN_NON_NULL.exec(message) ?? [];
  if (fieldName) {
    return `Cannot return null for non-nullable type: '${typeName(schema, parentName, fieldName, path)}' within parent '${parentName}' (${at})`;
  }
  if (message.startsWith('Expected Iterable'))
    return `Can't resolve value (${at}) : type mismatch error, expected type LIST`;
  const enumMistake = /^Enum "(\w+)" cannot represent value: "?(.*?)"?$/.exec(message);
  if (enumMistake) {
    return `Can't serialize value (${at}) : Invalid input for Enum '${enumMistake[1]}'. No value found for name '${enumMistake[2]}'`;
  }
  return `Can't serialize value (${at}) : ${message}`;
}

/** A list has no name in this message: AppSync says 'null'. */
function typeName(schema: GraphQLSchema, parentName: string, fieldName: string, path: Path): string {
  const parent = schema.getType(parentName);
  const type = parent && 'getFields' in parent ? parent.getFields()[fieldName]?.type : undefined;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (!nullable || (isListType(nullable) && typeof path.at(-1) !== 'number')) return 'null';
  return getNamedType(nullable as typeof nullable & { name: string }).name;
}
