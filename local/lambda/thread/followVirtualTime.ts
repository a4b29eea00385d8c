/**
 * Makes this thread's `Date` follow the shared cell that the host writes before every message, so that a function sees
 * the virtual instant at which it was invoked, or at which its last forwarded call was answered.
 */
export function followVirtualTime(virtualNow: BigInt64Array<SharedArrayBuffer>): void {
  const now = () => Number(Atomics.load(virtualNow, 0));
  const SystemDate = Date;
  SystemDate.now = now;
  // A proxy, not a subclass: dates made by Node.js itself must stay instances of the Date that functions see.
  const VirtualDate = new Proxy(SystemDate, {
    apply: () => new SystemDate(now()).toString(),
    construct: (target, values: unknown[], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as Date,
  });
  SystemDate.prototype.constructor = VirtualDate;
  globalThis.Date = VirtualDate;
}
