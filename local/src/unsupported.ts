/**
 * What the local engine does not emulate is refused by name, never ignored: an ignored condition on a write
 * is a double payment waiting to happen.
 */
export class UnsupportedLocally extends Error {
  constructor(what: string) {
    super(`The local engine does not emulate ${what}. Deploy to AWS to use it, or add it to the engine.`);
    this.name = 'UnsupportedLocally';
  }
}

/** Refuses `what` (an AWS feature, named as AWS names it). */
export function unsupported(what: string): never {
  throw new UnsupportedLocally(what);
}
