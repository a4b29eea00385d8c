/** The firewall inspects the first 8 KB of a request and blocks a longer one; this leaves room for the operation's text. */
const LARGEST_BATCH_BYTES = 7_400;

/** How many rows one call of a bulk mutation takes. */
const ROWS_PER_CALL = 25;

/** Cuts rows into batches that one call of a bulk mutation takes, in order. */
export function* batchesOf<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const rowBytes = new TextEncoder().encode(JSON.stringify(row)).length + 1;
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
