/** A line of a file, from 1: its bytes, or how many there are where it is too long to be held. */
export type Line = { readonly line: number } & ({ readonly bytes: Uint8Array } | { readonly tooLong: number });

/** A hundred times the facts of an employee with everything. */
export const LONGEST_LINE_BYTES = 1_048_576;

const LINE_FEED = 10;

/** The lines of what is read. A line that is too long is passed over as it comes, and never held. */
export async function* readLines(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Line> {
  let line = 1;
  let length = 0;
  let parts: Uint8Array[] = [];
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length > LONGEST_LINE_BYTES) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const taken = (): Line => {
    const read: Line = length > LONGEST_LINE_BYTES ? { line, tooLong: length } : { line, bytes: Buffer.concat(parts) };
    [line, length, parts] = [line + 1, 0, []];
    return read;
  };
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      take(bytes.subarray(start, end));
      yield taken();
      start = end + 1;
    }
    take(bytes.subarray(start));
  }
  if (length > 0) yield taken();
}
