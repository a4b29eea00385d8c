import { AwsError } from '../../AwsError.ts';
import { tokens, type Token } from './tokens.ts';

const MAX_CODE_BYTES = 32_768;

/** Keywords that APPSYNC_JS does not have. */
const REFUSED_WORDS = new Set([
  ...['while', 'do', 'continue', 'try', 'catch', 'finally', 'throw', 'class', 'new', 'this', 'async', 'await'],
  ...['yield', 'instanceof', 'in', 'with', 'debugger'],
]);
const REFUSED_PUNCTUATORS = new Set(['++', '--', '~', '**', '**=']);

/** The parameters of the function that `HandlerCode.body` is the body of. */
export const MODULES = '__modules';
export const COUNT_OF = '__countOf';
export const COUNT_IN = '__countIn';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A resolver's or function's ESM bundle, turned into the body of one function that returns its two handlers. Edits stay
 * on their line, so that a position in an error is the position in the uploaded code, give or take a column.
 * Throws `BadRequestException` for what APPSYNC_JS refuses at deployment, naming what and where (AWS names neither).
 */
export class HandlerCode {
  readonly body: string;
  /** Specifiers that the code imports. */
  readonly imports: string[] = [];
  readonly #code: string;
  readonly #tokens: readonly Token[];
  readonly #edits: Edit[] = [];
  /** Exported name to local name. */
  readonly #exports = new Map<string, string>();

  constructor(code: string) {
    this.#code = code;
    if (Buffer.byteLength(code) > MAX_CODE_BYTES) this.#refuse(0, 'more than 32 KB of code');
    this.#tokens = tokens(code);
    let depth = 0;
    for (let index = 0; index < this.#tokens.length; index++) {
      const { text, kind } = this.#token(index);
      if (kind === 'PUNCTUATOR' && '([{'.includes(text)) depth += 1;
      if (kind === 'PUNCTUATOR' && ')]}'.includes(text)) depth -= 1;
      if (depth === 0 && this.#isKeyword(index, 'import')) index = this.#takeImport(index);
      else if (depth === 0 && this.#isKeyword(index, 'export')) index = this.#takeExport(index);
      else if (this.#isKeyword(index, 'for')) this.#takeLoop(index);
      else this.#check(index);
    }
    this.body = this.#edited() + this.#returnOfHandlers();
  }

  #token(index: number): Token {
    const end = this.#code.length;
    return this.#tokens[index] ?? { kind: 'PUNCTUATOR', text: '', start: end, end };
  }

  /** A word in the position of a keyword, not of a property name. */
  #isKeyword(index: number, word: string): boolean {
    const { kind, text } = this.#token(index);
    if (kind !== 'WORD' || text !== word) return false;
    return !['.', '?.'].includes(this.#token(index - 1).text) && this.#token(index + 1).text !== ':';
  }

  #check(index: number): void {
    const { kind, text, start } = this.#token(index);
    if (kind === 'REGEX') this.#refuse(start, 'a regular expression literal');
    if (kind === 'PUNCTUATOR' && REFUSED_PUNCTUATORS.has(text)) this.#refuse(start, `'${text}'`);
    if (REFUSED_WORDS.has(text) && this.#isKeyword(index, text)) {
      const isLoopHeader = text === 'in' && this.#edits.some((edit) => edit.start === start);
      if (!isLoopHeader) this.#refuse(start, `'${text}'`);
    }
    if (text === 'function' && this.#token(index + 1).text === '*') this.#refuse(start, 'a generator');
    if (text === 'import' && this.#token(index + 1).text === '(') this.#refuse(start, 'a dynamic import');
  }

  /** `import {a as b} from 'm'`, `import * as m from 'm'` become destructuring of the runtime's modules. */
  #takeImport(index: number): number {
    let last = index + 1;
    while (this.#token(last).kind !== 'STRING') {
      if (this.#token(last).text === '(' || last > this.#tokens.length) {
        this.#refuse(this.#token(index).start, 'a dynamic import');
      }
      last += 1;
    }
    const specifier = this.#token(last).text.slice(1, -1);
    this.imports.push(specifier);
    const names = this.#tokens.slice(index + 1, last).map((token) => token.text);
    if (names.at(-1) === 'from') names.pop();
    const source = `${MODULES}[${JSON.stringify(specifier)}];`;
    const first = names[0];
    let replacement = '';
    if (first === '*') replacement = `const ${names[2] ?? ''} = ${source}`;
    else if (first === '{') {
      const bindings = names.map((name) => (name === 'as' ? ':' : name)).join(' ');
      replacement = `const ${bindings} = ${source}`;
    } else if (first !== undefined) this.#refuse(this.#token(index).start, `a default export of '${specifier}'`);
    if (this.#token(last + 1).text === ';') last += 1;
    this.#replace(this.#token(index).start, this.#token(last).end, replacement);
    return last;
  }

  #takeExport(index: number): number {
    const { start, end } = this.#token(index);
    const next = this.#token(index + 1).text;
    if (next === 'function' || next === 'const' || next === 'let' || next === 'var') {
      const name = this.#token(index + 2).text;
      this.#exports.set(name, name);
      // As wide as the word, so that columns stay.
      this.#replace(start, end, ' '.repeat(end - start));
      return index + 1;
    }
    if (next !== '{') this.#refuse(start, `'export ${next}'`);
    let last = index + 2;
    for (; this.#token(last).text !== '}'; last++) {
      const local = this.#token(last).text;
      if (local === ',') continue;
      const isRenamed = this.#token(last + 1).text === 'as';
      this.#exports.set(isRenamed ? this.#token(last + 2).text : local, local);
      if (isRenamed) last += 2;
    }
    if (this.#token(last + 1).text === ';') last += 1;
    this.#replace(start, this.#token(last).end, '');
    return last;
  }

  /** Has `for (x of y)` and `for (x in y)` count their rounds; other headers do not exist in APPSYNC_JS. */
  #takeLoop(index: number): void {
    let depth = 0;
    let separator: Token | undefined;
    for (let at = index + 1; at < this.#tokens.length; at++) {
      const token = this.#token(at);
      if ('([{'.includes(token.text)) depth += 1;
      if (')]}'.includes(token.text)) depth -= 1;
      if (depth === 1 && token.text === ';') this.#refuse(token.start, "'for (initialization; condition; step)'");
      if (depth === 1 && !separator && (token.text === 'of' || token.text === 'in')) separator = token;
      if (depth > 0) continue;
      if (!separator) this.#refuse(this.#token(index).start, "'for await'");
      const count = separator.text === 'of' ? COUNT_OF : COUNT_IN;
      this.#replace(separator.start, separator.end, `of ${count}(`);
      this.#replace(token.start, token.start, ')');
      return;
    }
  }

  /** Keeps the line breaks of what it replaces. */
  #replace(start: number, end: number, text: string): void {
    const lineBreaks = this.#code.slice(start, end).split('\n').length - 1;
    this.#edits.push({ start, end, text: text + '\n'.repeat(lineBreaks) });
  }

  #edited(): string {
    let edited = '';
    let offset = 0;
    for (const edit of this.#edits.toSorted((a, b) => a.start - b.start)) {
      edited += this.#code.slice(offset, edit.start) + edit.text;
      offset = edit.end;
    }
    return edited + this.#code.slice(offset);
  }

  #returnOfHandlers(): string {
    const handlers = ['request', 'response'].map((name) => {
      const local = this.#exports.get(name);
      return local === undefined ? this.#refuse(0, `code without an exported function '${name}'`) : `${name}: ${local}`;
    });
    return `\nreturn { ${handlers.join(', ')} };`;
  }

  #refuse(offset: number, what: string): never {
    const before = this.#code.slice(0, offset).split('\n');
    const position = `code.js:${before.length}:${(before.at(-1) ?? '').length + 1}`;
    throw new AwsError(
      'BadRequestException',
      `The code contains one or more errors. ${position}: APPSYNC_JS does not support ${what}.`,
    );
  }
}
