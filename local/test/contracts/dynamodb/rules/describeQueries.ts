import { describe, expect, test } from 'vitest';
import { BINARY, type Contract, NUMBERED, TABLE } from '../Contract.ts';

export function describeQueries(contract: Contract): void {
  describe('queries', () => {
    const query = (pk: string, more: Record<string, unknown> = {}, values: Record<string, unknown> = {}) =>
      contract.db.query({
        TableName: TABLE,
        KeyConditionExpression: 'pk = :pk',
        ...more,
        ExpressionAttributeValues: { ':pk': pk, ...values },
      });
    const sortKeys = (items: Record<string, unknown>[] | undefined) => items?.map(({ sk }) => sk);

    test('text sort keys are in the order of their UTF-8 bytes', async () => {
      const pk = contract.partition();
      // UTF-16 would put the emoji, a pair of surrogates, before the private-use character.
      const ordered = ['', 'A', 'B', 'a', 'aa', 'é', '\u{e000}', '\u{1f4b6}'].filter((text) => text !== '');
      for (const sk of ordered.toReversed()) await contract.put({ pk, sk });
      expect(sortKeys((await query(pk)).Items)).toEqual(ordered);
      expect(sortKeys((await query(pk, { ScanIndexForward: false })).Items)).toEqual(ordered.toReversed());
    });

    test('number sort keys are in numeric order', async () => {
      const pk = contract.partition();
      const ordered = [-1e15, -100.5, -100, -2, -1.23, -1.2, -1, -0.001, 0, 1e-7, 0.5, 1, 1.2, 1.23, 2, 10, 100, 1e15];
      for (const sk of ordered.toReversed()) await contract.db.put({ TableName: NUMBERED, Item: { pk, sk } });
      const read = (KeyConditionExpression: string, values: Record<string, unknown> = {}) =>
        contract.db.query({
          TableName: NUMBERED,
          KeyConditionExpression,
          ExpressionAttributeValues: { ':pk': pk, ...values },
        });
      expect(sortKeys((await read('pk = :pk')).Items)).toEqual(ordered);
      expect(sortKeys((await read('pk = :pk AND sk BETWEEN :a AND :b', { ':a': -1.2, ':b': 0 })).Items)).toEqual([
        -1.2, -1, -0.001, 0,
      ]);
      expect(sortKeys((await read('pk = :pk AND sk < :a', { ':a': -2 })).Items)).toEqual([-1e15, -100.5, -100]);
    });

    test.each([
      ['begins_with(sk, :a)', { ':a': [1] }, [[1], [1, 0], [1, 255], [1, 255, 7]]],
      [
        'begins_with(sk, :a)',
        { ':a': [1, 255] },
        [
          [1, 255],
          [1, 255, 7],
        ],
      ],
      ['begins_with(sk, :a)', { ':a': [255] }, [[255], [255, 255]]],
      [
        'sk BETWEEN :a AND :b',
        { ':a': [1, 0], ':b': [1, 255] },
        [
          [1, 0],
          [1, 255],
        ],
      ],
      ['sk > :a', { ':a': [2] }, [[255], [255, 255]]],
    ])('binary sort keys are in the order of their bytes: %s %j', async (sort, operands, expected) => {
      const pk = contract.partition();
      const all = [[0], [1], [1, 0], [1, 255], [1, 255, 7], [2], [255], [255, 255]];
      for (const sk of all.toReversed())
        await contract.db.put({ TableName: BINARY, Item: { pk, sk: Uint8Array.from(sk) } });
      const values = Object.entries(operands).map(([name, bytes]) => [name, Uint8Array.from(bytes)] as const);
      const { Items } = await contract.db.query({
        TableName: BINARY,
        KeyConditionExpression: `pk = :pk AND ${sort}`,
        ExpressionAttributeValues: { ':pk': pk, ...Object.fromEntries(values) },
      });
      expect(Items?.map(({ sk }) => [...(sk as Uint8Array)])).toEqual(expected);
    });

    test.each([
      ['sk = :a', ['b']],
      ['sk < :a', ['a', 'a#1', 'a#2']],
      ['sk <= :a', ['a', 'a#1', 'a#2', 'b']],
      ['sk > :a', ['b#1']],
      [':a < sk', ['b#1']],
      ['sk >= :a', ['b', 'b#1']],
      ['sk BETWEEN :prefix AND :a', ['a#1', 'a#2', 'b']],
      ['begins_with(sk, :prefix)', ['a#1', 'a#2']],
    ])('pk = :pk AND %s', async (sort, expected) => {
      const pk = contract.partition();
      for (const sk of ['a', 'a#1', 'a#2', 'b', 'b#1']) await contract.put({ pk, sk });
      const values = Object.entries({ ':a': 'b', ':prefix': 'a#' }).filter(([name]) => sort.includes(name));
      const answer = await query(pk, { KeyConditionExpression: `pk = :pk AND ${sort}` }, Object.fromEntries(values));
      expect(sortKeys(answer.Items)).toEqual(expected);
    });

    test.each([
      ['Query key condition not supported', 'pk > :pk', {}],
      ['Invalid operator used in KeyConditionExpression: OR', 'pk = :pk OR sk = :pk', {}],
      ['Invalid operator used in KeyConditionExpression: <>', 'pk = :pk AND sk <> :pk', {}],
      ['Invalid operator used in KeyConditionExpression: contains', 'pk = :pk AND contains(sk, :pk)', {}],
      ['KeyConditionExpressions must only contain one condition per key', 'pk = :pk AND pk = :pk', {}],
      ['KeyConditionExpressions cannot have conditions on nested attributes', 'x.pk = :pk', {}],
      ['Query condition missed key schema element', 'sk = :pk', {}],
      [
        'Filter Expression can only contain non-primary key attributes: Primary key attribute: sk',
        'pk = :pk',
        { FilterExpression: 'sk = :pk' },
      ],
      [
        'Cannot specify the ProjectionExpression when choosing to get only the Count',
        'pk = :pk',
        { ProjectionExpression: 'x', Select: 'COUNT' },
      ],
    ])('the message "%s" for %s', async (message, KeyConditionExpression, more) => {
      const refused = query(contract.partition(), { KeyConditionExpression, ...more });
      await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
      await expect(refused).rejects.toThrow(message);
    });

    test('pages go on where the last one ended, also when the limit fits exactly', async () => {
      const pk = contract.partition();
      for (const sk of ['1', '2', '3', '4']) await contract.put({ pk, sk });
      const first = await query(pk, { Limit: 2 });
      expect([sortKeys(first.Items), first.LastEvaluatedKey]).toEqual([['1', '2'], { pk, sk: '2' }]);
      const second = await query(pk, { Limit: 2, ExclusiveStartKey: first.LastEvaluatedKey });
      expect([sortKeys(second.Items), second.LastEvaluatedKey]).toEqual([['3', '4'], { pk, sk: '4' }]);
      const third = await query(pk, { Limit: 2, ExclusiveStartKey: second.LastEvaluatedKey });
      expect([third.Items, third.LastEvaluatedKey]).toEqual([[], undefined]);
      const backwards = await query(pk, { ScanIndexForward: false, ExclusiveStartKey: { pk, sk: '3' } });
      expect(sortKeys(backwards.Items)).toEqual(['2', '1']);
    });

    test('a page ends at one megabyte', async () => {
      const pk = contract.partition();
      for (const sk of ['1', '2', '3', '4', '5']) await contract.put({ pk, sk, filler: 'x'.repeat(300_000) });
      const { Items, LastEvaluatedKey } = await query(pk);
      expect([sortKeys(Items), LastEvaluatedKey]).toEqual([['1', '2', '3', '4'], { pk, sk: '4' }]);
    });

    test('a filter is applied after the limit', async () => {
      const pk = contract.partition();
      for (const sk of ['1', '2', '3']) await contract.put({ pk, sk, even: sk === '2' });
      const answer = await query(pk, { Limit: 2, FilterExpression: 'even = :t' }, { ':t': true });
      expect(answer).toMatchObject({ Count: 1, ScannedCount: 2, LastEvaluatedKey: { pk, sk: '2' } });
    });

    test('a projection picks attributes, parts of maps and elements of lists', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: '1', a: 1, m: { x: 1, y: [{ z: 1, w: 2 }] }, l: ['p', 'q', 'r'], name: 'n' });
      const { Items } = await query(pk, {
        ProjectionExpression: 'sk, m.y[0].z, l[2], l[0], #n, nothing.there',
        ExpressionAttributeNames: { '#n': 'name' },
      });
      expect(Items).toEqual([{ sk: '1', m: { y: [{ z: 1 }] }, l: ['p', 'r'], name: 'n' }]);
    });

    test('COUNT counts without items', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: '1' });
      const { Items, Count, ScannedCount } = await query(pk, { Select: 'COUNT' });
      expect([Items, Count, ScannedCount]).toEqual([undefined, 1, 1]);
    });

    test('consumed capacity: 4 KB a unit, half when eventually consistent', async () => {
      const pk = contract.partition();
      for (const sk of ['1', '2', '3']) await contract.put({ pk, sk, filler: 'x'.repeat(3_000) });
      const units = async (ConsistentRead: boolean) => {
        const answer = await query(pk, { ConsistentRead, ReturnConsumedCapacity: 'TOTAL' });
        return answer.ConsumedCapacity?.CapacityUnits;
      };
      expect([await units(true), await units(false)]).toEqual([3, 1.5]);
    });
  });
}
