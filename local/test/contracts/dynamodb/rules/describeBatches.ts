import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeBatches(contract: Contract): void {
  describe('batches', () => {
    test('a batch puts and deletes, a batch gets what is there', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: 'old' });
      const answer = await contract.db.batchWrite({
        RequestItems: {
          [TABLE]: [
            { PutRequest: { Item: { pk, sk: 'new', x: 1, y: 2 } } },
            { DeleteRequest: { Key: { pk, sk: 'old' } } },
          ],
        },
      });
      expect(answer.UnprocessedItems).toEqual({});
      const { Responses, UnprocessedKeys } = await contract.db.batchGet({
        RequestItems: { [TABLE]: { Keys: ['old', 'new'].map((sk) => ({ pk, sk })), ProjectionExpression: 'x' } },
      });
      expect([Responses, UnprocessedKeys]).toEqual([{ [TABLE]: [{ x: 1 }] }, {}]);
    });

    const keys = (count: number) => Array.from({ length: count }, (_, i) => ({ pk: 'p', sk: `${i}` }));
    const deletes = (count: number) => keys(count).map((Key) => ({ DeleteRequest: { Key } }));
    test.each([
      ['Too many items requested for the BatchWriteItem call', deletes(26)],
      ['Provided list of item keys contains duplicates', [...deletes(1), ...deletes(1)]],
    ])('a batch of writes with "%s"', async (message, writes) => {
      await expect(contract.db.batchWrite({ RequestItems: { [TABLE]: writes } })).rejects.toMatchObject({
        name: 'ValidationException',
        message,
      });
    });

    test.each([
      ['Too many items requested for the BatchGetItem call', keys(101)],
      ['Provided list of item keys contains duplicates', [...keys(1), ...keys(1)]],
    ])('a batch of reads with "%s"', async (message, Keys) => {
      await expect(contract.db.batchGet({ RequestItems: { [TABLE]: { Keys } } })).rejects.toMatchObject({
        name: 'ValidationException',
        message,
      });
    });
  });
}
