/**
 * A plugin of GraphQL Code Generator: writes the contract's inputs as a table that a program can read, and as types of what
 * it has read. A kept plugin writes validators of one library instead; see docs/decisions.
 */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const SCALARS: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Boolean: 'boolean',
  AWSDate: 'string',
  AWSDateTime: 'string',
};

export const plugin = (schema: GraphQLSchema): string => {
  const inputs = Object.values(schema.getTypeMap()).filter((type) => isInputObjectType(type));
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0);
  const shapes: [name: string, members: readonly Member[]][] = [
    ...inputs.map((type): [string, Member[]] => [type.name, Object.values(type.getFields())]),
    ...queries.map(({ name, args }): [string, readonly Member[]] => [argumentsOf(name), args]),
  ];
  const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__'));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return [
    "import type * as Schema from './schema.ts';",
    '/** One member of an input: its type, whether it must be there, whether it is a list, and what stands for an absent one. */\n' +
      'export interface InputMember { readonly of: string; readonly required?: true; readonly list?: true; readonly default?: unknown }',
    '/** Every input, and the arguments of every query, member by member. */\nexport const INPUT_SHAPES = {\n' +
      shapes.map(([name, members]) => `  ${name}: {\n${members.map(shapeOf).join('')}  },\n`).join('') +
      '} as const satisfies Readonly<Record<string, Readonly<Record<string, InputMember>>>>;',
    '/** The values of every enum. */\nexport const ENUM_VALUES = {\n' +
      enums
        .filter((type) => isEnumType(type))
        .map(
          (type) =>
            `  ${type.name}: [${type
              .getValues()
              .map(({ name }) => `'${name}'`)
              .join(', ')}],\n`,
        )
        .join('') +
      '} as const satisfies { readonly [Name in string]: readonly string[] };',
    '/** The input of every mutation. */\nexport const MUTATION_INPUTS = {\n' +
      mutations.map(({ name, args }) => `  ${name}: '${inputNameOf(name, args)}',\n`).join('') +
      '} as const satisfies Readonly<Record<string, keyof typeof INPUT_SHAPES>>;',
    '/** Inputs as they are once they were read: without nulls, and with the defaults of the contract. */\n' +
      'export interface Given {\n' +
      shapes.map(([name, members]) => `  ${name}: {\n${members.map(givenOf).join('')}  };\n`).join('') +
      '}',
  ].join('\n\n');
};

type Member = GraphQLInputField | GraphQLArgument;

const argumentsOf = (field: string) => `Query${field.slice(0, 1).toUpperCase()}${field.slice(1)}Args`;

function inputNameOf(mutation: string, args: readonly GraphQLArgument[]): string {
  const [input, ...others] = args;
  if (input?.name !== 'input' || others.length > 0) throw new Error(`${mutation} does not take one argument "input"`);
  return getNamedType(input.type).name;
}

/** A member's type without its list; lists of lists, and lists with nulls in them, are not in this contract. */
function typeOf({ name, type }: Member): { of: string; isList: boolean; isRequired: boolean } {
  const nullable = isNonNullType(type) ? type.ofType : type;
  const element = isListType(nullable) ? nullable.ofType : nullable;
  if (isListType(nullable) && !isNonNullType(element)) throw new Error(`${name} is a list with nulls in it`);
  const named = isNonNullType(element) ? element.ofType : element;
  if (isListType(named)) throw new Error(`${name} is a list of lists`);
  return { of: named.name, isList: isListType(nullable), isRequired: isNonNullType(type) };
}

function shapeOf(member: Member): string {
  const { of, isList, isRequired } = typeOf(member);
  const parts = [
    `of: '${of}'`,
    ...(isRequired && member.defaultValue === undefined ? ['required: true'] : []),
    ...(isList ? ['list: true'] : []),
    ...(member.defaultValue === undefined ? [] : [`default: ${JSON.stringify(member.defaultValue)}`]),
  ];
  return `    ${member.name}: { ${parts.join(', ')} },\n`;
}

function givenOf(member: Member): string {
  const { of, isList, isRequired } = typeOf(member);
  const isThere = isRequired || member.defaultValue !== undefined;
  const named = getNamedType(member.type);
  const one = isInputObjectType(named) ? `Given['${of}']` : isEnumType(named) ? `Schema.${of}` : SCALARS[of];
  if (one === undefined) throw new Error(`${of} is a scalar without a type`);
  return `    ${member.name}${isThere ? '' : '?'}: ${isList ? `${one}[]` : one};\n`;
}
