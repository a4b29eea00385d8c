/** What rows may fill of the 999,999 bytes that the firewall passes: the rest is for the operation's text, and for its key. */
export const LARGEST_BATCH_BYTES = 990_000;

/** How many rows one call sends. The API takes 1,000; fewer answer sooner, and show how far an import is. */
export const ROWS_PER_CALL = 250;

/** How much of a request a row takes. */
export const bytesOf = (row: unknown): number => new TextEncoder().encode(JSON.stringify(row)).length + 1;

/** Cuts rows into batches that one call of a bulk mutation takes, in order. A row that is too large is a batch by itself. */
export function* batchesOf<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const rowBytes = bytesOf(row);
    if (batch.length === ROWS_PER_CALL || (batch.length > 0 && bytes + rowBytes > LARGEST_BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += rowBytes;
  }
  if (batch.length > 0) yield batch;
}
