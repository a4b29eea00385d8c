export interface Token {
  kind: 'WORD' | 'NUMBER' | 'STRING' | 'TEMPLATE' | 'PUNCTUATOR' | 'REGEX';
  text: string;
  start: number;
  end: number;
}

const PUNCTUATORS = /\+\+|--|\*\*=?|=>|\?\.(?!\d)|\?\?=?|\.\.\.|[{}()[\];,<>+\-*/%&|^!~?:=.@#]/y;
const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /(?:0[xob][\da-f_]+|\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)n?/iy;
const SPACE_OR_COMMENT = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const STRING = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const TEMPLATE_CHUNK = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/** After these words a slash starts a regular expression; after any other word it divides. */
const WORDS_BEFORE_VALUE = new Set(['return', 'typeof', 'case', 'void', 'delete', 'in', 'of', 'else', 'do', 'throw']);

/**
 * Splits JavaScript that V8 accepts into tokens with their offsets. A slash where a value is expected comes out as one
 * `REGEX` token without its end, because APPSYNC_JS refuses those anyway.
 */
export function tokens(code: string): Token[] {
  const found: Token[] = [];
  /** Open braces: true for the `${` of a template literal, whose chunk goes on after the closing brace. */
  const braces: boolean[] = [];
  let offset = 0;

  const take = (pattern: RegExp, kind: Token['kind'] | undefined): boolean => {
    pattern.lastIndex = offset;
    const match = pattern.exec(code);
    if (!match) return false;
    if (kind) found.push({ kind, text: match[0], start: offset, end: pattern.lastIndex });
    offset = pattern.lastIndex;
    return true;
  };
  const takeTemplateChunk = () => {
    take(TEMPLATE_CHUNK, undefined);
    if (code[offset] === '$') {
      braces.push(true);
      offset += 2;
    } else offset += 1;
  };

  while (offset < code.length) {
    if (take(SPACE_OR_COMMENT, undefined) || take(STRING, 'STRING') || take(WORD, 'WORD') || take(NUMBER, 'NUMBER')) {
      continue;
    }
    const start = offset;
    const character = code[offset] ?? '';
    if (character === '`') {
      found.push({ kind: 'TEMPLATE', text: '`', start, end: start + 1 });
      offset += 1;
      takeTemplateChunk();
    } else if (character === '}' && braces.pop() === true) {
      takeTemplateChunk();
      // The literal ends a value, so that a slash after it divides.
      found.push({ kind: 'TEMPLATE', text: '`', start, end: offset });
    } else if (character === '/' && expectsValue(found.at(-1))) {
      found.push({ kind: 'REGEX', text: '/', start, end: start + 1 });
      offset += 1;
    } else {
      if (character === '{') braces.push(false);
      if (!take(PUNCTUATORS, 'PUNCTUATOR')) offset += 1;
    }
  }
  return found;
}

function expectsValue(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === 'WORD') return WORDS_BEFORE_VALUE.has(previous.text);
  return previous.kind === 'PUNCTUATOR' && !')]}'.includes(previous.text);
}
