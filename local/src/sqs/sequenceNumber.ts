/** A FIFO sequence number as SQS writes it: twenty digits, so that numbers sort as strings do. */
export function sequenceNumber(sequence: number): string {
  return String(18_800_000_000_000_000_000n + BigInt(sequence) * 256n);
}
