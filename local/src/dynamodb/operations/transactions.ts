import { AwsError } from '../../AwsError.ts';
import type { CapacityMeter } from '../CapacityMeter.ts';
import { Consumption } from '../Consumption.ts';
import type { StoredTable } from '../StoredTable.ts';
import { validationException } from '../validationException.ts';

const MAX_ITEMS = 100;
export const MULTIPLE_OPERATIONS_ON_ONE_ITEM = 'Transaction request cannot include multiple operations on one item';

/** Why one item of a cancelled transaction stood in the way, or `None` if it did not. */
interface CancellationReason {
  Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError';
  Message?: string;
  Item?: unknown;
}

/** Refuses a transaction of no items, or of more than 100. */
export function requireTransactItems(items: unknown): void {
  const count = Array.isArray(items) ? items.length : 0;
  if (count >= 1 && count <= MAX_ITEMS) return;
  throw validationException(
    `1 validation error detected: Value '${JSON.stringify(items ?? null)}' at 'transactItems' failed to satisfy constraint: ` +
      (count === 0
        ? 'Member must have length greater than or equal to 1'
        : `Member must have length less than or equal to ${MAX_ITEMS}`),
  );
}

/** Gathers, item by item, what stands in the way of a transaction. */
export class CancellationReasons {
  readonly #reasons: CancellationReason[];

  constructor(itemCount: number) {
    this.#reasons = Array.from({ length: itemCount }, () => ({ Code: 'None' }));
  }

  /** Does `task` for the item at `position`; a refusal of that item is noted, other errors are thrown on. */
  attempt<T>(position: number, task: () => T): T | undefined {
    try {
      return task();
    } catch (error) {
      const reason = reasonOf(error);
      if (!reason) throw error;
      this.#reasons[position] = reason;
      return undefined;
    }
  }

  /** Throws TransactionCanceledException if any item was refused. */
  throwIfAny(): void {
    if (this.#reasons.every(({ Code }) => Code === 'None')) return;
    const codes = this.#reasons.map(({ Code }) => Code).join(', ');
    throw new AwsError(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      { extra: { CancellationReasons: this.#reasons } },
    );
  }
}

function reasonOf(error: unknown): CancellationReason | undefined {
  if (!(error instanceof AwsError)) return undefined;
  if (error.code === 'ConditionalCheckFailedException') {
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.extra };
  }
  return error.code === 'ValidationException' ? { Code: 'ValidationError', Message: error.message } : undefined;
}

/** The units of a transaction, which may reach into several tables. */
export class TransactionConsumption {
  readonly #kind: 'readUnits' | 'writeUnits';
  readonly #tables = new Map<StoredTable, Consumption>();

  constructor(kind: 'readUnits' | 'writeUnits') {
    this.#kind = kind;
  }

  of(table: StoredTable): Consumption {
    let consumption = this.#tables.get(table);
    if (!consumption) this.#tables.set(table, (consumption = new Consumption(table.definition, this.#kind, true)));
    return consumption;
  }

  countIn(meter: CapacityMeter): void {
    for (const consumption of this.#tables.values()) consumption.countIn(meter);
  }

  describe(detail: 'NONE' | 'TOTAL' | 'INDEXES'): Record<string, unknown> {
    if (detail === 'NONE') return {};
    return { ConsumedCapacity: [...this.#tables.values()].map((consumption) => consumption.describe(detail)) };
  }
}
