/* Writes the pages that say what schema and code say: `npm run codegen`. With `--check` it only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type ConstDirectiveNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  print,
} from 'graphql';
import { listLimitOf, textLimitOf } from '../workers/commands/inputLimits.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schema = buildSchema(`${read('schema.graphql')}\n${read('clients/appsync.graphql')}`);
const WRITTEN = 'Written by `npm run codegen`; `npm run check` compares.';

function textAt(path: string): string | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}

/** The contract for those who build on it. */
function schemaPage(): string {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !['Query', 'Mutation', 'Subscription'].includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return page(
    '# The API, field by field',
    WRITTEN,
    schema.description?.trim() ?? '',
    'Who may call what is in [roles.md](roles.md), every error code in [errors.md](errors.md).',
    ...rootFields().flatMap(({ operation, fields }) => [
      `## ${operation}`,
      ...fields.flatMap((field) => fieldSection(field)),
    ]),
    '## Inputs',
    'A member with `!` must be given. Limits are checked for every caller; a value outside is refused with `INVALID_INPUT`.',
    ...types.filter(isInputObjectType).flatMap((type) => [
      `### ${type.name}`,
      said(type),
      table(
        ['Member', 'Type', 'Limit', ''],
        Object.values(type.getFields()).map((member) => [
          code(member.name),
          code(shownType(member)),
          limitOf(type.name, member),
          said(member),
        ]),
      ),
    ]),
    '## Types',
    ...types.filter(isObjectType).flatMap((type) => [
      `### ${type.name}`,
      said(type),
      table(
        ['Field', 'Type', ''],
        Object.values(type.getFields()).map((field) => [code(field.name), code(String(field.type)), said(field)]),
      ),
    ]),
    '## Enums',
    ...types.filter(isEnumType).flatMap((type) => [
      `### ${type.name}`,
      said(type),
      table(
        ['Value', ''],
        type.getValues().map((value) => [code(value.name), said(value)]),
      ),
    ]),
    '## Scalars',
    list(types.filter(isScalarType).map(({ name }) => code(name))),
  );
}

function fieldSection(field: GraphQLField<unknown, unknown>): string[] {
  const args = field.args.map((arg) => `${arg.name}: ${shownType(arg)}`).join(', ');
  return [
    `### ${field.name}`,
    `\`${field.name}${args === '' ? '' : `(${args})`}: ${String(field.type)}\``,
    said(field),
    `For: ${callersOf(field).join(', ') || 'the service itself'}.`,
  ];
}

/** Who may call which field, as the directives say. */
function rolesPage(): string {
  return page(
    '# Who may call what',
    WRITTEN,
    'A person is in groups of the user pool. A partner application has an API key: with the scope `READ` it may call queries and subscriptions, with `WRITE` mutations too (`resolvers/identity.ts`). Only the rules of the event bus may publish. A type may be narrower than the field that leads to it; what it says is below.',
    ...rootFields().flatMap(({ operation, fields }) => [
      `## ${operation}`,
      matrix(fields.map((field) => [field.name, callersOf(field)])),
    ]),
    '## Types',
    matrix(
      Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) && (type.astNode?.directives?.length ?? 0) > 0)
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map((type) => [type.name, callersIn(type.astNode?.directives ?? [])]),
    ),
  );
}

const GROUPS = ['PayrollAdmin', 'PayrollApprover', 'PayrollViewer', 'Employee'] as const;
const CALLERS = [...GROUPS, 'partner key', 'event bus'] as const;

function matrix(rows: readonly (readonly [name: string, callers: readonly string[]])[]): string {
  return table(
    ['', ...CALLERS],
    rows.map(([name, callers]) => [code(name), ...CALLERS.map((caller) => (callers.includes(caller) ? 'yes' : ''))]),
  );
}

const callersOf = ({ astNode }: GraphQLField<unknown, unknown>) => callersIn(astNode?.directives ?? []);

function callersIn(directives: readonly ConstDirectiveNode[]): string[] {
  return directives.flatMap((directive) => {
    const { value } = directive.name;
    if (value === 'aws_lambda') return ['partner key'];
    if (value === 'aws_iam') return ['event bus'];
    if (value !== 'aws_cognito_user_pools') return [];
    const named = directive.arguments?.map((argument) => print(argument.value)).join(' ');
    return GROUPS.filter((group) => named === undefined || named === '' || named.includes(`"${group}"`));
  });
}

/** Every code, with the comment that it has in the code. */
function errorsPage(): string {
  const [, commands = '', calculations = ''] = read('payroll/errors.ts').split(
    /^export type (?:ErrorCode|CalculationErrorType) =$/m,
  );
  return page(
    '# Error codes',
    WRITTEN,
    '`message` says what is wrong and `resolution` what to do. Show both; decide by the code.',
    '## Of commands',
    'In `userErrors` of a mutation or a query: nothing was written.',
    table(['Code', 'When, and who can fix it'], codesIn(commands)),
    '## Of the calculation',
    'At an employee of a run (`error` of a run item), or at a line of `payslips calculate`. The other employees are paid.',
    table(['Code', 'When, and who can fix it'], codesIn(calculations)),
  );
}

function codesIn(source: string): string[][] {
  const end = source.indexOf(';\n');
  const codes = [...source.slice(0, end).matchAll(/\/\*\* (.+) \*\/\n {2}\| '(\w+)'/g)];
  return codes
    .map(([, words = '', name = '']) => [code(name), words])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
}

function rootFields() {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? [{ operation: type.name, fields: Object.values(type.getFields()) }] : [],
  );
}

function limitOf(input: string, { name, type }: GraphQLInputField): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  const of: GraphQLNamedType = getNamedType(type);
  if (isListType(bare)) {
    const { least, most } = listLimitOf(`${input}.${name}`);
    return `${range(least, most)} elements`;
  }
  if (of.name !== 'String' && of.name !== 'ID') return '';
  const { least, most, alphabet } = textLimitOf(`${input}.${name}`, of.name);
  return `${range(least, most)} characters${alphabet ? ` of ${alphabet.words}` : ''}`;
}

const range = (least: number, most: number) => `${least === 0 ? 'up' : count(least)} to ${count(most)}`;
const count = (value: number) => value.toLocaleString('en-US');
const shownType = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) =>
  `${String(type)}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`;
const said = ({ description }: { description?: string | null | undefined }) =>
  (description ?? '').trim().replaceAll(/\s*\n\s*/g, ' ');
const code = (text: string) => `\`${text}\``;
const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `|${cells.map((text) => (text === '' ? ' ' : ` ${cell(text)} `)).join('|')}|`;

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(headings), row(headings.map(() => '---')), ...rows.map(row)].join('\n');
}

function page(...blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const PAGES = { 'docs/schema.md': schemaPage(), 'docs/roles.md': rolesPage(), 'docs/errors.md': errorsPage() };

const stale = Object.entries(PAGES).filter(([path, text]) => text !== textAt(path));
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not what schema and code say: run npm run codegen.`);
  if (stale.length > 0) process.exitCode = 1;
} else for (const [path, text] of stale) writeFileSync(join(root, path), text);
