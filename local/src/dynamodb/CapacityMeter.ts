/** Request units since the meter was made, as AWS would bill them on demand. */
export interface Consumed {
  readUnits: number;
  writeUnits: number;
}

/** Counts request units per table, and per index as `<table>/index/<index>`. */
export class CapacityMeter {
  readonly consumed = new Map<string, Consumed>();

  /** The running total of `resource`; callers add to it in place. */
  of(resource: string): Consumed {
    let total = this.consumed.get(resource);
    if (!total) this.consumed.set(resource, (total = { readUnits: 0, writeUnits: 0 }));
    return total;
  }
}
