import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '../src/inTransaction.ts';

let database: DatabaseSync;
const put = (n: number) => database.prepare('INSERT INTO numbers VALUES (?)').run(n);
const numbers = () => database.prepare('SELECT n FROM numbers').all();

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
});

test('work that throws leaves nothing behind and no transaction open', () => {
  expect(() => inTransaction(database, () => [put(1), put(1)])).toThrow('UNIQUE constraint failed');
  expect(numbers()).toEqual([]);
  expect(database.isTransaction).toBe(false);
});

test('a nested call belongs to the outer transaction', () => {
  const failing = () => {
    inTransaction(database, () => put(1));
    throw new Error('after the nested call');
  };
  expect(() => inTransaction(database, failing)).toThrow('after the nested call');
  expect(numbers()).toEqual([]);
});

test('what the work answers is answered once it is committed', () => {
  expect(inTransaction(database, () => put(1).changes)).toBe(1);
  expect(database.isTransaction).toBe(false);
  expect(numbers()).toHaveLength(1);
});
