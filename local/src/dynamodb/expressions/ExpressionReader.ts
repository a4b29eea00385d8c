import type { AwsError } from '../../AwsError.ts';
import { validationException } from '../validationException.ts';
import type { Bindings, DocumentPath, ExpressionKind, ParsedExpression } from './ParsedExpression.ts';
import { RESERVED_WORDS } from './RESERVED_WORDS.ts';
import { type Token, tokenize } from './tokenize.ts';

const MAX_EXPRESSION_BYTES = 4096;
const CONDITION_KEYWORDS = new Set(['AND', 'OR', 'NOT', 'BETWEEN', 'IN']);
const UPDATE_KEYWORDS = new Set(['SET', 'REMOVE', 'ADD', 'DELETE']);

/** Walks the tokens of one expression for the parsers, and gathers the placeholders and paths that it meets. */
export class ExpressionReader {
  readonly kind: ExpressionKind;
  readonly #text: string;
  readonly #tokens: Token[];
  #position = 0;
  readonly #paths: DocumentPath[] = [];
  readonly #names = new Set<string>();
  readonly #values = new Set<string>();
  readonly #checks: ((bound: Bindings) => void)[] = [];

  constructor(kind: ExpressionKind, text: string) {
    this.kind = kind;
    this.#text = text;
    this.#tokens = tokenize(text);
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_EXPRESSION_BYTES) {
      throw this.invalid(`Expression size has exceeded the maximum allowed size; expression size: ${bytes}`);
    }
    if (this.peek().kind === 'end') throw this.invalid('The expression can not be empty;');
  }

  peek(): Token {
    return this.#at(this.#position);
  }

  peekAhead(): Token {
    return this.#at(this.#position + 1);
  }

  next(): Token {
    return this.#at(this.#position++);
  }

  /** Takes the next token if it is this symbol. */
  takes(symbol: string): boolean {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== symbol) return false;
    this.#position++;
    return true;
  }

  /** Takes the next token if it is this keyword, in any letter case. */
  takesKeyword(keyword: string): boolean {
    const token = this.peek();
    if (token.kind !== 'identifier' || token.text.toUpperCase() !== keyword) return false;
    this.#position++;
    return true;
  }

  expect(symbol: string): void {
    if (!this.takes(symbol)) throw this.unexpected();
  }

  /** Reads a document path such as `#lines[0].netPay`, and answers its position among the paths. */
  path(): number {
    const path: (string | number)[] = [this.#pathName()];
    for (;;) {
      if (this.takes('.')) path.push(this.#pathName());
      else if (this.takes('[')) {
        if (this.peek().kind !== 'index') throw this.unexpected();
        path.push(Number(this.next().text));
        this.expect(']');
      } else return this.#paths.push(path) - 1;
    }
  }

  /** Reads a `:value` placeholder and answers it. */
  value(): string {
    if (this.peek().kind !== 'placeholderValue') throw this.unexpected();
    const { text } = this.next();
    this.#values.add(text);
    return text;
  }

  /** Defers a check until the placeholders have a meaning. */
  check(check: (bound: Bindings) => void): void {
    this.#checks.push(check);
  }

  finish<Root>(root: Root): ParsedExpression<Root> {
    if (this.peek().kind !== 'end') throw this.unexpected();
    const { kind } = this;
    return {
      kind,
      root,
      paths: this.#paths,
      names: [...this.#names],
      values: [...this.#values],
      checks: this.#checks,
    };
  }

  invalid(message: string): AwsError {
    return validationException(`Invalid ${this.kind}: ${message}`);
  }

  /** The syntax error at the next token, with the text around it as DynamoDB quotes it. */
  unexpected(): AwsError {
    const token = this.peek();
    const from = this.#position > 0 ? this.#at(this.#position - 1).start : token.start;
    const to = token.kind === 'end' ? this.#at(this.#position - 1).end : this.peekAhead().end;
    return this.invalid(`Syntax error; token: "${token.text}", near: "${this.#text.slice(from, to)}"`);
  }

  #pathName(): string {
    const token = this.peek();
    if (token.kind === 'placeholderName') this.#names.add(token.text);
    else if (token.kind !== 'identifier' || this.#isKeyword(token)) throw this.unexpected();
    else if (RESERVED_WORDS.has(token.text.toUpperCase())) {
      throw this.invalid(`Attribute name is a reserved keyword; reserved keyword: ${token.text}`);
    }
    return this.next().text;
  }

  #isKeyword({ text }: Token): boolean {
    const keywords = this.kind === 'UpdateExpression' ? UPDATE_KEYWORDS : CONDITION_KEYWORDS;
    return keywords.has(text.toUpperCase());
  }

  #at(position: number): Token {
    return this.#tokens[Math.min(position, this.#tokens.length - 1)] as Token;
  }
}
