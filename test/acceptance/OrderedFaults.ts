import type { Fault, FaultPoint, Faults } from 'cdk-local-engine';

interface Order {
  point: FaultPoint;
  /** Part of the name of the function, queue, rule target or subscription field that is hit. */
  target: string;
  fault: Fault;
  /** How often it still happens. */
  times: number;
  reached?: () => void;
}

/** Faults that a test orders beforehand: each hits the next hops that it names, as often as it was ordered. */
export class OrderedFaults implements Faults {
  readonly #orders = new Set<Order>();
  /** How many of the ordered faults have happened. */
  happened = 0;

  order(point: FaultPoint, target: string, fault: Fault, times = 1): void {
    this.#orders.add({ point, target, fault, times });
  }

  /**
   * Kills every invocation of a function before it begins, until it is let go: whoever retries waits outside.
   * @returns `reached` resolves at the first attempt; `letGo` lets the next one through
   */
  hold(functionName: string): { reached: Promise<void>; letGo: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const order: Order = {
      point: 'LAMBDA_BEFORE',
      target: functionName,
      fault: 'CRASH',
      times: Infinity,
      reached: resolve,
    };
    this.#orders.add(order);
    return { reached: promise, letGo: () => void this.#orders.delete(order) };
  }

  /** Takes back what has not happened yet. */
  clear(): void {
    this.#orders.clear();
    this.happened = 0;
  }

  next(point: FaultPoint, target: string): Fault | undefined {
    for (const order of this.#orders) {
      if (order.point !== point || !target.includes(order.target)) continue;
      order.reached?.();
      order.times -= 1;
      this.happened += 1;
      if (order.times === 0) this.#orders.delete(order);
      return order.fault;
    }
    return undefined;
  }
}
