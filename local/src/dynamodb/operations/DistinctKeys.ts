import type { ColumnKey, ItemKey } from '../ItemKey.ts';
import type { StoredTable } from '../StoredTable.ts';
import { validationException } from '../validationException.ts';

/** The items of one request, each of which it may name only once. */
export class DistinctKeys {
  readonly #message: string;
  readonly #seen = new Set<string>();

  /** @param message what DynamoDB says about a second occurrence */
  constructor(message: string) {
    this.#message = message;
  }

  add(table: StoredTable, key: ItemKey): void {
    const text = JSON.stringify([table.id, textOf(key.partition), textOf(key.sort)]);
    if (this.#seen.has(text)) throw validationException(this.#message);
    this.#seen.add(text);
  }
}

function textOf(column: ColumnKey): string {
  return typeof column === 'string' ? column : Buffer.from(column).toString('base64');
}
