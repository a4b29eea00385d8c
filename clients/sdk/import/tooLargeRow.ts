import { bytesOf, LARGEST_BATCH_BYTES } from '../batchesOf.ts';

/** Why a row cannot be sent at all, and the way out; undefined for one that can. */
export function tooLargeRow(row: object): string | undefined {
  const bytes = bytesOf(row);
  if (bytes <= LARGEST_BATCH_BYTES) return undefined;
  return (
    `takes ${bytes.toLocaleString('en-US')} bytes; a call has room for ${LARGEST_BATCH_BYTES.toLocaleString('en-US')}. ` +
    'Shorten its texts or lists.'
  );
}
