/** An entry as it stands in a file that was sent. */
export interface SentEntry {
  traceNumber: string;
  individualId: string;
  isPrenote: boolean;
}

/** Transaction codes of prenotes for credits: to checking and to savings accounts. */
const PRENOTES = ['23', '33'];

/** The entries of a payment file, read from its lines. */
export function* sentEntries(text: string): Generator<SentEntry> {
  for (const line of text.split('\n')) {
    if (!line.startsWith('6')) continue;
    yield {
      traceNumber: line.slice(79, 94),
      // Files of before had a hyphen in it.
      individualId: line.slice(39, 54).trim().replace('-', ''),
      isPrenote: PRENOTES.includes(line.slice(1, 3)),
    };
  }
}
