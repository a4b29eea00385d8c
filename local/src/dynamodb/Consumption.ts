import type { CapacityMeter } from './CapacityMeter.ts';
import type { TableDefinition } from './TableDefinition.ts';

const READ_UNIT_BYTES = 4096;
const WRITE_UNIT_BYTES = 1024;

/** Read units for one item or page: 4 KB each, at least one; half for an eventually consistent read. */
export function readUnits(sizeBytes: number, consistentRead: boolean): number {
  const units = Math.max(1, Math.ceil(sizeBytes / READ_UNIT_BYTES));
  return consistentRead ? units : units / 2;
}

/** Write units for one item: 1 KB each, at least one, also for an item that is not there. */
export function writeUnits(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / WRITE_UNIT_BYTES));
}

/** The units that one request takes from one table and its indexes. */
export class Consumption {
  readonly #table: TableDefinition;
  readonly #kind: 'readUnits' | 'writeUnits';
  readonly #factor: number;
  #tableUnits = 0;
  readonly #indexUnits = new Map<string, number>();

  /** @param transactional transactions prepare and commit, and so pay twice */
  constructor(table: TableDefinition, kind: 'readUnits' | 'writeUnits', transactional = false) {
    this.#table = table;
    this.#kind = kind;
    this.#factor = transactional ? 2 : 1;
  }

  addTable(units: number): void {
    this.#tableUnits += units * this.#factor;
  }

  addIndex(name: string, units: number): void {
    this.#indexUnits.set(name, (this.#indexUnits.get(name) ?? 0) + units * this.#factor);
  }

  countIn(meter: CapacityMeter): void {
    const { name } = this.#table;
    if (this.#tableUnits > 0) meter.of(name)[this.#kind] += this.#tableUnits;
    for (const [index, units] of this.#indexUnits) meter.of(`${name}/index/${index}`)[this.#kind] += units;
  }

  /** The `ConsumedCapacity` of a response. */
  describe(detail: 'TOTAL' | 'INDEXES'): Record<string, unknown> {
    const total = [...this.#indexUnits.values()].reduce((sum, units) => sum + units, this.#tableUnits);
    return {
      TableName: this.#table.name,
      ...this.#units(total),
      ...(detail === 'INDEXES' ? { Table: this.#units(this.#tableUnits) } : {}),
      ...(detail === 'INDEXES' ? this.#describeIndexes('GLOBAL', 'GlobalSecondaryIndexes') : {}),
      ...(detail === 'INDEXES' ? this.#describeIndexes('LOCAL', 'LocalSecondaryIndexes') : {}),
    };
  }

  #describeIndexes(kind: 'GLOBAL' | 'LOCAL', member: string): Record<string, unknown> {
    const indexes = this.#table.indexes.filter((index) => index.kind === kind && this.#indexUnits.has(index.name));
    if (indexes.length === 0) return {};
    return {
      [member]: Object.fromEntries(indexes.map(({ name }) => [name, this.#units(this.#indexUnits.get(name) ?? 0)])),
    };
  }

  /** Only transactions tell reads from writes in their answer. */
  #units(units: number): Record<string, number> {
    if (this.#factor === 1) return { CapacityUnits: units };
    const named = this.#kind === 'readUnits' ? 'ReadCapacityUnits' : 'WriteCapacityUnits';
    return { CapacityUnits: units, [named]: units };
  }
}
