import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeGlobalSecondaryIndexes(contract: Contract): void {
  describe('global secondary indexes', () => {
    const read = (index: string, value: string, more: Record<string, unknown> = {}) =>
      contract.db.query({
        TableName: TABLE,
        IndexName: index,
        KeyConditionExpression: 'indexPk = :value',
        ExpressionAttributeValues: { ':value': value },
        ...more,
      });

    test('only items with the index key are in it, in the order of its sort key', async () => {
      const pk = contract.partition();
      const indexPk = contract.partition();
      await contract.put({ pk, sk: '1', indexPk, indexSk: 10 });
      await contract.put({ pk, sk: '2', indexPk, indexSk: 9 });
      await contract.put({ pk, sk: '3', indexPk });
      await contract.put({ pk, sk: '4', indexSk: 1 });
      const { Items } = await read('byAll', indexPk);
      expect(Items?.map(({ sk }) => sk)).toEqual(['2', '1']);
    });

    test('an item moves and leaves with its index key', async () => {
      const [pk, indexPk, other] = [contract.partition(), contract.partition(), contract.partition()];
      const set = (UpdateExpression: string, values?: Record<string, unknown>) =>
        contract.db.update({
          TableName: TABLE,
          Key: { pk, sk: '1' },
          UpdateExpression,
          ...(values ? { ExpressionAttributeValues: values } : {}),
        });
      const counts = async () => [(await read('byAll', indexPk)).Count, (await read('byAll', other)).Count];
      await contract.put({ pk, sk: '1', indexPk, indexSk: 1 });
      expect(await counts()).toEqual([1, 0]);
      await set('SET indexPk = :other', { ':other': other });
      expect(await counts()).toEqual([0, 1]);
      await set('REMOVE indexSk');
      expect(await counts()).toEqual([0, 0]);
      await set('SET indexSk = :one', { ':one': 1 });
      expect(await counts()).toEqual([0, 1]);
      await contract.db.delete({ TableName: TABLE, Key: { pk, sk: '1' } });
      expect(await counts()).toEqual([0, 0]);
    });

    test('a projection holds the keys and the included attributes, and cannot give more', async () => {
      const [pk, indexPk] = [contract.partition(), contract.partition()];
      await contract.put({ pk, sk: '1', indexPk, indexSk: 1, included: 'i', left: 'out' });
      const { Items } = await read('byIncluded', indexPk);
      expect(Items).toEqual([{ pk, sk: '1', indexPk, included: 'i' }]);
      await expect(read('byIncluded', indexPk, { Select: 'ALL_ATTRIBUTES' })).rejects.toThrow(
        'projection type is not ALL',
      );
      await expect(read('byIncluded', indexPk, { ProjectionExpression: 'left1' })).rejects.toThrow(
        'One or more parameter values were invalid: Global secondary index byIncluded does not project [left1]',
      );
    });

    test('pages of an index go on by the keys of both', async () => {
      const indexPk = contract.partition();
      const pks = [contract.partition(), contract.partition(), contract.partition()];
      for (const pk of pks) await contract.put({ pk, sk: '1', indexPk, indexSk: 7 });
      const seen: unknown[] = [];
      let after: Record<string, unknown> | undefined;
      do {
        const page = await read('byAll', indexPk, { Limit: 1, ...(after ? { ExclusiveStartKey: after } : {}) });
        seen.push(...(page.Items ?? []).map(({ pk }) => pk));
        after = page.LastEvaluatedKey;
        if (after) expect(Object.keys(after).sort()).toEqual(['indexPk', 'indexSk', 'pk', 'sk']);
      } while (after);
      expect(seen.sort()).toEqual(pks.sort());
    });

    test('an index is never read consistently', async () => {
      await expect(read('byAll', 'any', { ConsistentRead: true })).rejects.toMatchObject({
        name: 'ValidationException',
      });
    });
  });
}
