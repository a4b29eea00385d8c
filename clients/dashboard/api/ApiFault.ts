export type FaultKind = 'FORBIDDEN' | 'SIGNED_OUT' | 'THROTTLED' | 'UNREACHABLE' | 'UNEXPECTED';

/** A request that got no usable answer, in words for the person who waits for it. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
