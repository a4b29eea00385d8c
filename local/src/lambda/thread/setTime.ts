/** Makes this thread's `Date` tell what `now` answers, in milliseconds since the epoch, instead of the machine's time. */
export function setTime(now: () => number): void {
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
