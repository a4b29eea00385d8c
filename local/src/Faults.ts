/** Where a fault can be injected: each is a hop of the payroll run that AWS may do late, twice or not at all. */
export type FaultPoint =
  | 'LAMBDA_BEFORE' // the function is killed before it runs
  | 'LAMBDA_AFTER' // the function ran, but its answer is lost
  | 'SQS_DELIVERY'
  | 'EVENT_DELIVERY'
  | 'SUBSCRIPTION_DELIVERY';

export type Fault = 'CRASH' | 'DUPLICATE' | 'DELAY' | 'DROP';

/** Decides, delivery by delivery, whether something goes wrong at `point`. `target` is the ARN or name that is delivered to. */
export interface Faults {
  next(point: FaultPoint, target: string): Fault | undefined;
}

/** Nothing ever goes wrong. */
export const NO_FAULTS: Faults = { next: () => undefined };
