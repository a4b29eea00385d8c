import {
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { RootField } from './rootFields.ts';

/**
 * An operation that asks for everything that a root field has to give, with every required argument.
 * @param values arguments and input fields by name; what is missing gets a value of its type
 */
export function generateOperation(
  { operation, field }: RootField,
  values: Readonly<Record<string, unknown>>,
): { query: string; variables: Record<string, unknown> } {
  const args = field.args.filter((arg) => isRequiredArgument(arg));
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const parenthesised = (text: string) => (text ? `(${text})` : '');
  return {
    query: `${operation.toLowerCase()} ${parenthesised(declared)} { ${field.name}${parenthesised(given)} ${selectionOf(field.type)} }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg.name, arg.type, values)])),
  };
}

/** Everything below a field; the contract has no cycles. */
export function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).map(({ name, type: inner }) => `${name} ${selectionOf(inner)}`);
  return `{ ${fields.join(' ')} }`;
}

/** A value that the contract accepts: of an input, its required members. */
export function valueOf(name: string, type: GraphQLInputType, values: Readonly<Record<string, unknown>>): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, values);
  if (name in values) return values[name];
  if (isListType(type)) return [valueOf(name, type.ofType, values)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field));
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.name, field.type, values)]));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  switch (String(type)) {
    case 'Int':
      return 1;
    case 'Boolean':
      return false;
    case 'AWSDate':
      return '2026-11-09';
    case 'AWSDateTime':
      return '2026-11-09T00:00:00Z';
    default:
      return '1';
  }
}
