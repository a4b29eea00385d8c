/**
 * The fifteen digits that name an entry, and by which a return names it: the originating bank's first eight digits, then
 * the entry's sequence.
 */
export function achTraceNumber(odfiRoutingNumber: string, traceSequence: number): string {
  return odfiRoutingNumber.slice(0, 8) + String(traceSequence).padStart(7, '0');
}
