export interface Token {
  kind: 'identifier' | 'placeholderName' | 'placeholderValue' | 'index' | 'symbol' | 'end';
  text: string;
  start: number;
  end: number;
}

const TOKEN = /([A-Za-z][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|(<>|<=|>=|\S)/g;
const KINDS = ['identifier', 'placeholderName', 'placeholderValue', 'index', 'symbol'] as const;

/** Cuts an expression into tokens, closed by one of kind `end`. A character of no known token is a symbol of its own. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  for (const match of expression.matchAll(TOKEN)) {
    const group = match.findIndex((text, index) => index > 0 && text !== undefined);
    const kind = KINDS[group - 1] ?? 'symbol';
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  tokens.push({ kind: 'end', text: '<EOF>', start: expression.length, end: expression.length });
  return tokens;
}
