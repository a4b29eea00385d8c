import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeTransactions(contract: Contract): void {
  describe('transactions', () => {
    const transactPut = (pk: string, sk: string, more: Record<string, unknown> = {}) => ({
      Put: { TableName: TABLE, Item: { pk, sk, x: 1 }, ...more },
    });

    test('all writes happen together', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: 'gone' });
      await contract.put({ pk, sk: 'counted', n: 1 });
      await contract.put({ pk, sk: 'checked' });
      await contract.db.transactWrite({
        TransactItems: [
          transactPut(pk, 'put'),
          { Delete: { TableName: TABLE, Key: { pk, sk: 'gone' } } },
          {
            Update: {
              TableName: TABLE,
              Key: { pk, sk: 'counted' },
              UpdateExpression: 'ADD n :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
          {
            ConditionCheck: {
              TableName: TABLE,
              Key: { pk, sk: 'checked' },
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
        ],
      });
      const { Responses } = await contract.db.transactGet({
        TransactItems: ['put', 'gone', 'counted'].map((sk) => ({ Get: { TableName: TABLE, Key: { pk, sk } } })),
      });
      expect(Responses).toEqual([{ Item: { pk, sk: 'put', x: 1 } }, {}, { Item: { pk, sk: 'counted', n: 2 } }]);
    });

    test('one failed condition cancels everything and is named among the reasons', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: 'taken', by: 'first' });
      const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
      await expect(
        contract.db.transactWrite({
          TransactItems: [
            transactPut(pk, 'free'),
            transactPut(pk, 'taken', { ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
          ],
        }),
      ).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        message:
          'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
        CancellationReasons: [
          { Code: 'None' },
          { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { by: { S: 'first' } } },
        ],
      });
      expect(await contract.get(pk, 'free')).toBeUndefined();
    });

    test('the same token with the same request writes once, with another request is refused', async () => {
      const pk = contract.partition();
      const ClientRequestToken = `token-${pk}`;
      const count = (amount: number) =>
        contract.db.transactWrite({
          ClientRequestToken,
          TransactItems: [
            {
              Update: {
                TableName: TABLE,
                Key: { pk, sk: '1' },
                UpdateExpression: 'ADD n :amount',
                ExpressionAttributeValues: { ':amount': amount },
              },
            },
          ],
        });
      await count(1);
      await count(1);
      expect(await contract.get(pk, '1')).toMatchObject({ n: 1 });
      await expect(count(2)).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    });

    test('a transaction touches an item once and has at most 100 items', async () => {
      const pk = contract.partition();
      await expect(
        contract.db.transactWrite({ TransactItems: [transactPut(pk, '1'), transactPut(pk, '1')] }),
      ).rejects.toMatchObject({
        name: 'ValidationException',
        message: 'Transaction request cannot include multiple operations on one item',
      });
      await expect(
        contract.db.transactWrite({ TransactItems: Array.from({ length: 101 }, (_, i) => transactPut(pk, `${i}`)) }),
      ).rejects.toThrow('Member must have length less than or equal to 100');
    });
  });
}
