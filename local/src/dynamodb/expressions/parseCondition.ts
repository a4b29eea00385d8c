import { typeOf } from '../AttributeValue.ts';
import type { Comparator, Condition, ConditionFunction, Operand } from './Condition.ts';
import { checkBetween, checkDistinct, checkOperandType } from './operandChecks.ts';
import { ExpressionReader } from './ExpressionReader.ts';
import type { ExpressionKind, ParsedExpression } from './ParsedExpression.ts';

const COMPARATORS = new Set<string>(['=', '<>', '<', '<=', '>', '>=']);
const FUNCTION_ARITY: ReadonlyMap<string, number> = new Map([
  ['attribute_exists', 1],
  ['attribute_not_exists', 1],
  ['attribute_type', 2],
  ['begins_with', 2],
  ['contains', 2],
  ['size', 1],
]);
const DOCUMENT_PATH_FUNCTIONS = new Set(['attribute_exists', 'attribute_not_exists', 'attribute_type']);
const ATTRIBUTE_TYPES = new Set(['S', 'N', 'B', 'SS', 'NS', 'BS', 'BOOL', 'NULL', 'L', 'M']);
const MAX_IN_CANDIDATES = 100;

/** What stands between parentheses may turn out to be either, once the token after it is seen. */
type Term = { condition: Condition; parenthesized?: boolean } | { operand: Operand };

/** Parses a condition; NOT binds closer than AND, AND closer than OR. */
export function parseCondition(kind: ExpressionKind, text: string): ParsedExpression<Condition> {
  const reader = new ExpressionReader(kind, text);
  const { condition } = requireCondition(reader, parseOr(reader));
  return reader.finish(condition);
}

function parseOr(reader: ExpressionReader): Term {
  let term = parseAnd(reader);
  while (reader.takesKeyword('OR')) term = combine(reader, 'or', term, parseAnd(reader));
  return term;
}

function parseAnd(reader: ExpressionReader): Term {
  let term = parseNot(reader);
  while (reader.takesKeyword('AND')) term = combine(reader, 'and', term, parseNot(reader));
  return term;
}

function combine(reader: ExpressionReader, kind: 'and' | 'or', left: Term, right: Term): Term {
  const { condition } = requireCondition(reader, left);
  return { condition: { kind, left: condition, right: requireCondition(reader, right).condition } };
}

function parseNot(reader: ExpressionReader): Term {
  if (!reader.takesKeyword('NOT')) return parseComparison(reader);
  return { condition: { kind: 'not', operand: requireCondition(reader, parseNot(reader)).condition } };
}

function parseComparison(reader: ExpressionReader): Term {
  const term = parsePrimary(reader);
  const { kind, text } = reader.peek();
  if (kind === 'symbol' && COMPARATORS.has(text)) {
    const left = requireOperand(reader, term);
    reader.next();
    const right = requireOperand(reader, parsePrimary(reader));
    const operands = [left, right];
    checkDistinct(reader, text, operands);
    if (text !== '=' && text !== '<>') checkOperandType(reader, text, operands, ['S', 'N', 'B']);
    return { condition: { kind: 'compare', comparator: text as Comparator, left, right } };
  }
  if ('condition' in term) return term;
  if (reader.takesKeyword('BETWEEN')) return parseBetween(reader, term.operand);
  if (reader.takesKeyword('IN')) return parseIn(reader, term.operand);
  return term;
}

function parseBetween(reader: ExpressionReader, operand: Operand): Term {
  const lower = requireOperand(reader, parsePrimary(reader));
  if (!reader.takesKeyword('AND')) throw reader.unexpected();
  const upper = requireOperand(reader, parsePrimary(reader));
  checkDistinct(reader, 'BETWEEN', [operand, lower, upper]);
  checkOperandType(reader, 'BETWEEN', [operand, lower, upper], ['S', 'N', 'B']);
  checkBetween(reader, lower, upper);
  return { condition: { kind: 'between', operand, lower, upper } };
}

function parseIn(reader: ExpressionReader, operand: Operand): Term {
  reader.expect('(');
  const candidates = parseOperands(reader);
  if (candidates.length > MAX_IN_CANDIDATES) throw wrongArity(reader, 'IN', candidates.length + 1);
  checkDistinct(reader, 'IN', [operand, ...candidates]);
  return { condition: { kind: 'in', operand, candidates } };
}

function parsePrimary(reader: ExpressionReader): Term {
  if (reader.takes('(')) {
    const term = parseOr(reader);
    reader.expect(')');
    if (!('condition' in term)) return term;
    if (term.parenthesized) throw reader.invalid('The expression has redundant parentheses;');
    return { ...term, parenthesized: true };
  }
  const { kind } = reader.peek();
  if (kind === 'placeholderValue') return { operand: { kind: 'value', name: reader.value() } };
  const ahead = reader.peekAhead();
  if (kind === 'identifier' && ahead.kind === 'symbol' && ahead.text === '(') return parseFunction(reader);
  return { operand: { kind: 'path', path: reader.path() } };
}

function parseFunction(reader: ExpressionReader): Term {
  const name = reader.next().text;
  const arity = FUNCTION_ARITY.get(name);
  if (arity === undefined) throw reader.invalid(`Invalid function name; function: ${name}`);
  reader.expect('(');
  const operands = parseOperands(reader);
  if (operands.length !== arity) throw wrongArity(reader, name, operands.length);
  const [first, second] = operands as [Operand, Operand];
  if (DOCUMENT_PATH_FUNCTIONS.has(name) && first.kind !== 'path') {
    throw reader.invalid(`Operator or function requires a document path; operator or function: ${name}`);
  }
  if (name === 'size') {
    checkOperandType(reader, name, [first], ['S', 'B', 'SS', 'NS', 'BS', 'L', 'M']);
    return { operand: { kind: 'size', operand: first } };
  }
  if (name === 'begins_with') checkOperandType(reader, name, operands, ['S', 'B']);
  if (name === 'begins_with' || name === 'contains') checkDistinct(reader, name, operands);
  if (name === 'attribute_type') checkAttributeType(reader, second);
  return { condition: { kind: 'function', name: name as ConditionFunction, operands } };
}

/** Reads `operand, operand)`. */
function parseOperands(reader: ExpressionReader): Operand[] {
  const operands: Operand[] = [];
  do operands.push(requireOperand(reader, parsePrimary(reader)));
  while (reader.takes(','));
  reader.expect(')');
  return operands;
}

function requireCondition(reader: ExpressionReader, term: Term): { condition: Condition } {
  if ('condition' in term) return term;
  if (term.operand.kind === 'size') throw misusedFunction(reader, 'size');
  throw reader.unexpected();
}

function requireOperand(reader: ExpressionReader, term: Term): Operand {
  if ('operand' in term) return term.operand;
  if (term.condition.kind === 'function' && !term.parenthesized) throw misusedFunction(reader, term.condition.name);
  throw reader.unexpected();
}

function checkAttributeType(reader: ExpressionReader, operand: Operand): void {
  if (operand.kind !== 'value') throw reader.invalid('attribute_type takes its type as an expression attribute value');
  reader.check(({ values }) => {
    const value = values[operand.name];
    if (value === undefined) return;
    if (value.S === undefined) {
      throw reader.invalid(
        `Incorrect operand type for operator or function; operator or function: attribute_type, operand type: ${typeOf(value)}`,
      );
    }
    if (!ATTRIBUTE_TYPES.has(value.S)) {
      throw reader.invalid(
        `Invalid attribute type name found; type: ${value.S}, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}`,
      );
    }
  });
}

function misusedFunction(reader: ExpressionReader, name: string): Error {
  return reader.invalid(`The function is not allowed to be used this way in an expression; function: ${name}`);
}

function wrongArity(reader: ExpressionReader, name: string, count: number): Error {
  return reader.invalid(
    `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${count}`,
  );
}
