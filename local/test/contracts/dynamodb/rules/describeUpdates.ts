import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeUpdates(contract: Contract): void {
  describe('updates', () => {
    const update = async (pk: string, UpdateExpression: string, values?: Record<string, unknown>) => {
      await contract.db.update({
        TableName: TABLE,
        Key: { pk, sk: '1' },
        UpdateExpression,
        ...(values ? { ExpressionAttributeValues: values } : {}),
      });
      const { pk: _pk, sk: _sk, ...rest } = (await contract.get(pk, '1')) ?? {};
      return rest;
    };

    test.each([
      ['SET replaces and adds', 'SET a = :a, b = :a', { ':a': 1 }, { a: 1, b: 1 }],
      ['SET counts', 'SET n = n + :a, m = :a - n', { ':a': 1 }, { n: 11, m: -9 }],
      ['SET starts a count', 'SET k = if_not_exists(k, :zero) + :a', { ':a': 1, ':zero': 0 }, { k: 1 }],
      ['SET keeps what exists', 'SET n = if_not_exists(n, :a)', { ':a': 1 }, { n: 10 }],
      ['SET appends', 'SET l = list_append(l, :l)', { ':l': ['c'] }, { l: ['a', 'b', 'c'] }],
      ['SET prepends', 'SET l = list_append(:l, l)', { ':l': ['c'] }, { l: ['c', 'a', 'b'] }],
      ['SET changes list elements', 'SET l[1] = :x, l[0] = :y', { ':x': 1, ':y': 2 }, { l: [2, 1] }],
      [
        'SET beyond the end appends in order',
        'SET l[9] = :x, l[5] = :y',
        { ':x': 1, ':y': 2 },
        { l: ['a', 'b', 2, 1] },
      ],
      ['SET reaches into maps', 'SET o.deep.x = :x, o.y = :x', { ':x': 1 }, { o: { deep: { x: 1 }, y: 1 } }],
      ['SET reads the item as it was', 'SET n = l, l = n', undefined, { n: ['a', 'b'], l: 10 }],
      ['REMOVE takes away', 'REMOVE n, l[0], nothing', undefined, { l: ['b'] }],
      ['REMOVE of several elements', 'REMOVE l[0], l[1]', undefined, { l: [] }],
      ['ADD sums, starting at nothing', 'ADD n :a, fresh :a', { ':a': 5 }, { n: 15, fresh: 5 }],
      ['ADD unites sets', 'ADD s :s', { ':s': new Set([2, 3]) }, { s: new Set([1, 2, 3]) }],
      ['ADD starts a set', 'ADD t :s', { ':s': new Set([2]) }, { t: new Set([2]) }],
      ['DELETE takes members away', 'DELETE s :s', { ':s': new Set([2, 3]) }, { s: new Set([1]) }],
      ['sections in any order', 'ADD n :a REMOVE l SET x = :a', { ':a': 1 }, { n: 11, x: 1 }],
    ])('%s: %s', async (_rule, expression, values, expected) => {
      const pk = contract.partition();
      const before = { n: 10, l: ['a', 'b'], s: new Set([1, 2]), o: { deep: {} } };
      await contract.put({ pk, sk: '1', ...before });
      expect(await update(pk, expression, values)).toMatchObject(expected);
    });

    test('an emptied set is gone, and so is a removed attribute', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: '1', s: new Set(['a']), x: 1 });
      expect(await update(pk, 'DELETE s :s REMOVE x', { ':s': new Set(['a']) })).toEqual({});
    });

    test('an update makes the item that is missing', async () => {
      expect(await update(contract.partition(), 'ADD n :one', { ':one': 1 })).toEqual({ n: 1 });
    });

    test('sums are exact where floating point is not', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: '1', cents: 0.1 });
      const { Attributes } = await contract.client.updateItem({
        TableName: TABLE,
        Key: { pk: { S: pk }, sk: { S: '1' } },
        UpdateExpression: 'SET cents = cents + :a ADD big :b',
        ExpressionAttributeValues: { ':a': { N: '0.2' }, ':b': { N: '90071992547409931234567' } },
        ReturnValues: 'UPDATED_NEW',
      });
      expect(Attributes).toEqual({ cents: { N: '0.3' }, big: { N: '90071992547409931234567' } });
    });

    test('ReturnValues show the item before or after, or what was touched', async () => {
      const pk = contract.partition();
      const key = { pk, sk: '1' };
      const bump = async (ReturnValues: 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW') => {
        const request = { TableName: TABLE, Key: key, ReturnValues, ExpressionAttributeValues: { ':one': 1 } };
        return (await contract.db.update({ ...request, UpdateExpression: 'ADD n :one' })).Attributes;
      };
      await contract.put({ ...key, n: 1, other: 'x' });
      expect(await bump('NONE')).toBeUndefined();
      expect(await bump('ALL_OLD')).toEqual({ ...key, n: 2, other: 'x' });
      expect(await bump('ALL_NEW')).toEqual({ ...key, n: 4, other: 'x' });
      expect(await bump('UPDATED_OLD')).toEqual({ n: 4 });
      expect(await bump('UPDATED_NEW')).toEqual({ n: 6 });
    });

    test('a segment is closed once, with its totals', async () => {
      const pk = contract.partition();
      const close = (segment: number) =>
        contract.db.update({
          TableName: TABLE,
          Key: { pk, sk: '1' },
          UpdateExpression: 'ADD employees :n, closedSegments :set',
          ConditionExpression: 'NOT contains(closedSegments, :segment)',
          ExpressionAttributeValues: { ':n': 100, ':set': new Set([segment]), ':segment': segment },
        });
      await close(1);
      await close(2);
      await expect(close(1)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
      expect(await contract.get(pk, '1')).toMatchObject({ employees: 200, closedSegments: new Set([1, 2]) });
    });

    test.each([
      ['The provided expression refers to an attribute that does not exist in the item', 'SET n = nothing'],
      ['An operand in the update expression has an incorrect data type', 'SET n = label + :one'],
      ['An operand in the update expression has an incorrect data type', 'ADD label :one'],
      ['The document path provided in the update expression is invalid for update', 'SET nothing.deep = :one'],
      [
        'One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key',
        'SET pk = :one',
      ],
      [
        'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [o], path two: [o, deep]',
        'SET o = :one, o.deep = :one',
      ],
      [
        'Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [o, deep], path two: [o, [0]]',
        'SET o.deep = :one, o[0] = :one',
      ],
      [
        'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
        'SET n = :one SET label = :one',
      ],
      ['Invalid UpdateExpression: Syntax error; token: "FOO", near: "FOO n"', 'FOO n = :one'],
      [
        'Invalid UpdateExpression: The function is not allowed in an update expression; function: size',
        'SET n = size(label)',
      ],
    ])('the message "%s" for %s', async (message, UpdateExpression) => {
      const pk = contract.partition();
      await contract.put({ pk, sk: '1', label: 'x', n: 1, o: {} });
      const values = UpdateExpression.includes(':one') ? { ExpressionAttributeValues: { ':one': 1 } } : {};
      await expect(
        contract.db.update({ TableName: TABLE, Key: { pk, sk: '1' }, UpdateExpression, ...values }),
      ).rejects.toMatchObject({ name: 'ValidationException', message });
    });
  });
}
