import { type ItemSource, lengthOf } from './ItemSource.ts';
import { readerFailed } from './readerFailed.ts';

/**
 * A CSV file as items, one object of strings for each row: short rows are filled with `""`, cells beyond the headers
 * are dropped. `headers` is `undefined` when the first row holds them.
 */
export function csvSource(
  name: string,
  text: string,
  delimiter: string,
  headers: readonly string[] | undefined,
): ItemSource {
  const names = headers ?? first(rows(text, delimiter)) ?? [];
  if (new Set(names).size !== names.length) throw readerFailed('CSV headers cannot contain duplicates.');
  const skipped = headers ? 0 : 1;
  return {
    name,
    *items() {
      let index = 0;
      for (const row of rows(text, delimiter)) {
        if (index++ < skipped) continue;
        yield Object.fromEntries(names.map((name, column) => [name, row[column] ?? '']));
      }
    },
    count: () => Math.max(0, lengthOf(rows(text, delimiter)) - skipped),
  };
}

function first<Value>(values: Iterable<Value>): Value | undefined {
  for (const value of values) return value;
  return undefined;
}

/** Rows by RFC 4180: a quoted cell may hold delimiters, line breaks and doubled quotes. Blank lines are skipped. */
function* rows(text: string, delimiter: string): Iterable<string[]> {
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') cell += text[++at];
      else if (char === '"' || char === undefined) isQuoted = false;
      else cell += char;
      if (char !== undefined) continue;
    }
    if (char === '"' && cell === '') {
      isQuoted = true;
    } else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === undefined) {
      row.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      if (row.length > 1 || row[0] !== '') yield row;
      row = [];
      cell = '';
    } else {
      cell += char;
    }
  }
}
