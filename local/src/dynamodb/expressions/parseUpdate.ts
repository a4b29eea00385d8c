import { type AttributeType, type AttributeValue, typeOf } from '../AttributeValue.ts';
import { requireDisjointPaths } from './documentPaths.ts';
import { ExpressionReader } from './ExpressionReader.ts';
import { checkOperandType } from './operandChecks.ts';
import type { DocumentPath, ParsedExpression } from './ParsedExpression.ts';
import type { SetOperand, SetValue, Update } from './Update.ts';

const CONDITION_FUNCTIONS = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
]);

/** How messages about ADD and DELETE name the types, unlike all other messages. */
const LONG_TYPE_NAMES: Record<AttributeType, string> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  SS: 'STRING_SET',
  NS: 'NUMBER_SET',
  BS: 'BINARY_SET',
  L: 'LIST',
  M: 'MAP',
};

/** Parses an update expression: SET, REMOVE, ADD and DELETE sections in any order, each at most once. */
export function parseUpdate(text: string): ParsedExpression<Update> {
  const reader = new ExpressionReader('UpdateExpression', text);
  const update: Update = { set: [], remove: [], add: [], delete: [] };
  do parseSection(reader, update);
  while (reader.peek().kind !== 'end');
  const targets = [...update.set, ...update.remove, ...update.add, ...update.delete].map(({ path }) => path);
  targets.sort((a, b) => a - b);
  reader.check(({ paths }) =>
    requireDisjointPaths(
      'UpdateExpression',
      targets.map((target) => paths[target] as DocumentPath),
    ),
  );
  const parsed = reader.finish(update);
  // Of several mistakes DynamoDB reports overlapping paths first, then those of the last action.
  return { ...parsed, checks: parsed.checks.toReversed() };
}

function parseSection(reader: ExpressionReader, update: Update): void {
  const keyword = (['SET', 'REMOVE', 'ADD', 'DELETE'] as const).find((name) => reader.takesKeyword(name));
  if (keyword === undefined) throw reader.unexpected();
  const section = keyword.toLowerCase() as keyof Update;
  if (update[section].length > 0) {
    throw reader.invalid(`The "${keyword}" section can only be used once in an update expression;`);
  }
  do {
    const path = reader.path();
    if (section === 'set') {
      reader.expect('=');
      update.set.push({ path, value: parseSetValue(reader) });
    } else if (section === 'remove') {
      update.remove.push({ path });
    } else {
      const value = reader.value();
      checkSectionOperand(reader, keyword as 'ADD' | 'DELETE', value);
      update[section].push({ path, value });
    }
  } while (reader.takes(','));
}

function parseSetValue(reader: ExpressionReader): SetValue {
  const parenthesized = reader.takes('(');
  const left = parseSetOperand(reader);
  const operator = reader.peek();
  let value: SetValue = left;
  if (operator.kind === 'symbol' && (operator.text === '+' || operator.text === '-')) {
    reader.next();
    const right = parseSetOperand(reader);
    for (const operand of [left, right]) refuseListAppend(reader, operand);
    checkOperandType(
      reader,
      operator.text,
      [left, right].filter((operand) => operand.kind === 'value'),
      ['N'],
    );
    value = { kind: operator.text, left, right };
  }
  if (parenthesized) reader.expect(')');
  return value;
}

function parseSetOperand(reader: ExpressionReader): SetOperand {
  const { kind } = reader.peek();
  if (kind === 'placeholderValue') return { kind: 'value', name: reader.value() };
  const ahead = reader.peekAhead();
  if (kind === 'identifier' && ahead.kind === 'symbol' && ahead.text === '(') return parseSetFunction(reader);
  return { kind: 'path', path: reader.path() };
}

function parseSetFunction(reader: ExpressionReader): SetOperand {
  const name = reader.next().text;
  if (CONDITION_FUNCTIONS.has(name)) {
    throw reader.invalid(`The function is not allowed in an update expression; function: ${name}`);
  }
  if (name !== 'if_not_exists' && name !== 'list_append') {
    throw reader.invalid(`Invalid function name; function: ${name}`);
  }
  reader.expect('(');
  const operands: SetOperand[] = [];
  do operands.push(parseSetOperand(reader));
  while (reader.takes(','));
  reader.expect(')');
  const [first, second] = operands;
  if (operands.length !== 2 || !first || !second) {
    throw reader.invalid(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
    );
  }
  if (name === 'list_append') {
    checkOperandType(
      reader,
      name,
      [first, second].filter((operand) => operand.kind === 'value'),
      ['L'],
    );
    return { kind: name, first, second };
  }
  if (first.kind !== 'path') {
    throw reader.invalid(`Operator or function requires a document path; operator or function: ${name}`);
  }
  refuseListAppend(reader, second);
  return { kind: name, path: first.path, otherwise: second };
}

/** A list may be appended to only as the whole right side of an action. */
function refuseListAppend(reader: ExpressionReader, { kind }: SetOperand): void {
  if (kind !== 'list_append') return;
  throw reader.invalid('The function is not allowed to be used this way in an expression; function: list_append');
}

function checkSectionOperand(reader: ExpressionReader, keyword: 'ADD' | 'DELETE', name: string): void {
  const allowed = (value: AttributeValue): boolean =>
    value.SS !== undefined ||
    value.NS !== undefined ||
    value.BS !== undefined ||
    (keyword === 'ADD' && value.N !== undefined);
  reader.check(({ values }) => {
    const value = values[name];
    if (value === undefined || allowed(value)) return;
    throw reader.invalid(
      `Incorrect operand type for operator or function; operator: ${keyword}, ` +
        `operand type: ${LONG_TYPE_NAMES[typeOf(value)]}, typeSet: ALLOWED_FOR_${keyword}_OPERAND`,
    );
  });
}
