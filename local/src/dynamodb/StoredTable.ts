import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AttributeMap } from './AttributeValue.ts';
import type { KeyRange } from './expressions/readKeyCondition.ts';
import { Item } from './Item.ts';
import { type ColumnKey, indexKeyOf, type ItemKey } from './ItemKey.ts';
import type { IndexDefinition, TableDefinition } from './TableDefinition.ts';

/** An item as the file holds it. */
export interface StoredRow {
  id: number;
  item: Item;
  sizeBytes: number;
}

/** Where a page of a Query or Scan begins and how it runs. */
export interface PageRequest {
  /** Absent for a Scan. */
  range?: KeyRange;
  index?: IndexDefinition;
  /** The position after which to go on; its index key comes with an index only. */
  after?: { key: ItemKey; indexKey?: ItemKey };
  forward: boolean;
  /** How many rows, from which one on. */
  count: number;
  offset: number;
}

const NEVER_EXPIRES = null;

/**
 * One DynamoDB table in the file: `items_<id>` holds each item's JSON text beside its key, so that it can be sent
 * without being parsed. A rowid table, because whole items in a B-tree of keys would spill over pages; each index is a
 * small table of keys that point to the rows. The text columns of keys sort by memcmp, as DynamoDB's do.
 */
export class StoredTable {
  readonly id: number;
  readonly definition: TableDefinition;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #select: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;

  constructor(database: DatabaseSync, id: number, definition: TableDefinition) {
    this.#database = database;
    this.id = id;
    this.definition = definition;
    this.#select = database.prepare(`SELECT id, item, size FROM items_${id} WHERE pk = ? AND sk = ?`);
    this.#select.setReturnArrays(true);
    this.#insert = database.prepare(`INSERT INTO items_${id}(pk, sk, size, expires, item) VALUES (?, ?, ?, ?, ?)`);
    this.#update = database.prepare(`UPDATE items_${id} SET size = ?, expires = ?, item = ? WHERE id = ?`);
    this.#delete = database.prepare(`DELETE FROM items_${id} WHERE id = ?`);
  }

  /** Makes the SQL tables of a new, empty table. */
  static create(database: DatabaseSync, id: number, definition: TableDefinition): void {
    const items = `items_${id}`;
    database.exec(
      `CREATE TABLE ${items}(id INTEGER PRIMARY KEY, pk NOT NULL, sk NOT NULL, size INTEGER NOT NULL, expires INTEGER, item TEXT NOT NULL);
       CREATE UNIQUE INDEX ${items}_key ON ${items}(pk, sk);
       CREATE INDEX ${items}_expires ON ${items}(expires) WHERE expires IS NOT NULL;`,
    );
    const table = new StoredTable(database, id, definition);
    for (const index of definition.indexes) table.addIndex(index);
  }

  get(key: ItemKey): StoredRow | undefined {
    const row = this.#select.get(key.partition, key.sort) as unknown as [number, string, number] | undefined;
    return row && { id: row[0], item: Item.ofText(row[1]), sizeBytes: row[2] };
  }

  /** Puts `item` in place of `previous`, which must be what `get` just answered. */
  put(key: ItemKey, item: Item, sizeBytes: number, previous: StoredRow | undefined): void {
    const expires = this.#expiresAtSeconds(item);
    let id = previous?.id;
    if (id === undefined) {
      id = Number(this.#insert.run(key.partition, key.sort, sizeBytes, expires, item.text).lastInsertRowid);
    } else {
      this.#update.run(sizeBytes, expires, item.text, id);
    }
    if (this.definition.indexes.length > 0) this.#moveEntries(key, id, previous?.item.attributes, item.attributes);
  }

  delete(key: ItemKey, previous: StoredRow): void {
    this.#delete.run(previous.id);
    if (this.definition.indexes.length > 0) this.#moveEntries(key, previous.id, previous.item.attributes, undefined);
  }

  /** Items in key order with their sizes. */
  page(request: PageRequest): [text: string, sizeBytes: number][] {
    const { sql, parameters } = this.#pageQuery(request);
    const statement = this.#statement(sql);
    return statement.all(...parameters, request.count, request.offset) as unknown as [string, number][];
  }

  /** Keys of at most `limit` items whose time to live lies in (`afterSeconds`, `beforeSeconds`). */
  expired(afterSeconds: number, beforeSeconds: number, limit: number): ItemKey[] {
    const statement = this.#statement(
      `SELECT pk, sk FROM items_${this.id} WHERE expires > ? AND expires < ? ORDER BY expires LIMIT ?`,
    );
    const rows = statement.all(afterSeconds, beforeSeconds, limit) as unknown as [ColumnKey, ColumnKey][];
    return rows.map(([partition, sort]) => ({ partition, sort }));
  }

  /** Exact, while AWS's figures are up to six hours old; reads every page of the table. */
  statistics(): { itemCount: number; sizeBytes: number } {
    const statement = this.#statement(`SELECT count(*), coalesce(sum(size), 0) FROM items_${this.id}`);
    const [itemCount, sizeBytes] = statement.get() as unknown as [number, number];
    return { itemCount, sizeBytes };
  }

  drop(): void {
    for (const index of this.definition.indexes) this.dropIndex(index);
    this.#database.exec(`DROP TABLE items_${this.id}`);
  }

  /** Makes an index and fills it with the items that are there. */
  addIndex(index: IndexDefinition): void {
    this.#database.exec(
      `CREATE TABLE ${this.#indexTable(index)}(ipk NOT NULL, isk NOT NULL, pk NOT NULL, sk NOT NULL, id INTEGER NOT NULL,
         PRIMARY KEY (ipk, isk, pk, sk)) WITHOUT ROWID`,
    );
    const rows = this.#database.prepare(`SELECT pk, sk, id, item FROM items_${this.id}`);
    rows.setReturnArrays(true);
    const insert = this.#insertEntry(index);
    for (const row of rows.iterate() as Iterable<unknown>) {
      const [partition, sort, id, text] = row as [ColumnKey, ColumnKey, number, string];
      const entry = indexKeyOf(index, JSON.parse(text) as AttributeMap);
      if (entry) insert.run(entry.partition, entry.sort, partition, sort, id);
    }
  }

  dropIndex(index: IndexDefinition): void {
    this.#database.exec(`DROP TABLE ${this.#indexTable(index)}`);
  }

  /** Brings the expiry column in line with a newly chosen time-to-live attribute. */
  refillExpiry(): void {
    const rows = this.#database.prepare(`SELECT id, item FROM items_${this.id}`);
    rows.setReturnArrays(true);
    const update = this.#database.prepare(`UPDATE items_${this.id} SET expires = ? WHERE id = ?`);
    for (const row of rows.iterate() as Iterable<unknown>) {
      const [id, text] = row as [number, string];
      update.run(this.#expiresAtSeconds(Item.ofText(text)), id);
    }
  }

  #expiresAtSeconds(item: Item): number | null {
    const name = this.definition.timeToLiveAttribute;
    if (name === undefined) return NEVER_EXPIRES;
    const seconds = item.attributes[name]?.N;
    return seconds === undefined ? NEVER_EXPIRES : Math.floor(Number(seconds));
  }

  #moveEntries(key: ItemKey, id: number, before: AttributeMap | undefined, after: AttributeMap | undefined): void {
    for (const index of this.definition.indexes) {
      const old = before && indexKeyOf(index, before);
      const next = after && indexKeyOf(index, after);
      if (old && next && sameColumn(old.partition, next.partition) && sameColumn(old.sort, next.sort)) continue;
      if (old) this.#deleteEntry(index).run(old.partition, old.sort, key.partition, key.sort);
      if (next) this.#insertEntry(index).run(next.partition, next.sort, key.partition, key.sort, id);
    }
  }

  #pageQuery({ range, index, after, forward }: PageRequest): { sql: string; parameters: ColumnKey[] } {
    const order = index ? ['e.isk', 'e.pk', 'e.sk'] : ['i.sk'];
    const partition = index ? 'e.ipk' : 'i.pk';
    const conditions: string[] = [];
    const parameters: ColumnKey[] = [];
    if (range) {
      conditions.push(`${partition} = ?`);
      parameters.push(range.partition);
      for (const [bound, operator] of [
        [range.lower, '>'],
        [range.upper, '<'],
      ] as const) {
        if (!bound) continue;
        conditions.push(`${order[0]} ${operator}${bound.inclusive ? '=' : ''} ?`);
        parameters.push(bound.value);
      }
    } else {
      order.unshift(partition);
    }
    if (after) {
      const { key, indexKey } = after;
      const position = indexKey ? [indexKey.sort, key.partition, key.sort] : [key.sort];
      if (!range) position.unshift((indexKey ?? key).partition);
      conditions.push(`(${order.join(', ')}) ${forward ? '>' : '<'} (${position.map(() => '?').join(', ')})`);
      parameters.push(...position);
    }
    const items = `items_${this.id} i`;
    // CROSS JOIN keeps SQLite from starting with the items, whose order is not the one that is asked for.
    const from = index ? `${this.#indexTable(index)} e CROSS JOIN ${items} ON i.id = e.id` : items;
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const direction = forward ? 'ASC' : 'DESC';
    const sorted = order.map((column) => `${column} ${direction}`).join(', ');
    return { sql: `SELECT i.item, i.size FROM ${from} ${where} ORDER BY ${sorted} LIMIT ? OFFSET ?`, parameters };
  }

  #insertEntry(index: IndexDefinition): StatementSync {
    return this.#statement(`INSERT INTO ${this.#indexTable(index)}(ipk, isk, pk, sk, id) VALUES (?, ?, ?, ?, ?)`);
  }

  #deleteEntry(index: IndexDefinition): StatementSync {
    return this.#statement(`DELETE FROM ${this.#indexTable(index)} WHERE ipk = ? AND isk = ? AND pk = ? AND sk = ?`);
  }

  /** Index names are compared with regard to case, names of SQL tables are not: hence the hexadecimal. */
  #indexTable(index: IndexDefinition): string {
    return `index_${this.id}_${Buffer.from(index.name).toString('hex')}`;
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function sameColumn(a: ColumnKey, b: ColumnKey): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return Buffer.compare(a, b) === 0;
}
