/** A payment file whose own lines do not add up to what it says or to what was asked for. It must never leave; trying again gives the same. */
export class PaymentFileUnbalanced extends Error {
  override readonly name = 'PaymentFileUnbalanced';
}
