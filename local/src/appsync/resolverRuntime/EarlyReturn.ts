/** Thrown through a handler by `runtime.earlyReturn`: the runtime has no `try`, so nothing can catch it on the way. */
export class EarlyReturn {
  readonly value: unknown;
  readonly skipTo: 'END' | 'NEXT';

  constructor(value: unknown, skipTo: 'END' | 'NEXT') {
    this.value = value;
    this.skipTo = skipTo;
  }
}
