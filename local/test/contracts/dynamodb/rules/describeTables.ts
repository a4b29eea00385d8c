import { describe, expect, test } from 'vitest';
import { type Contract, NUMBERED, tableOf } from '../Contract.ts';

export function describeTables(contract: Contract): void {
  describe('tables', () => {
    test('a table is made, described, listed and deleted', async () => {
      const TableName = 'short-lived';
      await contract.client.createTable(tableOf(TableName, 'S'));
      const described = await contract.client.describeTable({ TableName });
      expect(described.Table).toMatchObject({
        TableName,
        TableStatus: 'ACTIVE',
        ItemCount: 0,
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      });
      await expect(contract.client.createTable(tableOf(TableName, 'S'))).rejects.toMatchObject({
        name: 'ResourceInUseException',
      });
      expect((await contract.client.listTables({})).TableNames).toContain(TableName);
      await contract.client.deleteTable({ TableName });
      await expect(contract.client.describeTable({ TableName })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    });

    const keyed = (...names: string[]) =>
      names.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' }) as const);
    const index = (Projection: object = { ProjectionType: 'ALL' }) => [
      { IndexName: 'byOther', KeySchema: keyed('pk', 'other'), Projection },
    ];
    const defined = (...names: string[]) =>
      names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }) as const);

    test.each([
      [
        'a local index on a table without a sort key',
        { KeySchema: keyed('pk'), LocalSecondaryIndexes: index(), AttributeDefinitions: defined('pk', 'other') },
      ],
      ['one attribute as both keys', { KeySchema: keyed('pk', 'pk'), AttributeDefinitions: defined('pk') }],
      [
        'an index that includes nothing by name',
        {
          GlobalSecondaryIndexes: index({ ProjectionType: 'INCLUDE' }),
          AttributeDefinitions: defined('pk', 'sk', 'other'),
        },
      ],
    ])('%s is refused', async (_what, definition) => {
      const input = { ...tableOf('refused', 'S'), ...definition };
      await expect(contract.client.createTable(input)).rejects.toMatchObject({ name: 'ValidationException' });
    });

    test('time to live by an attribute without a name is refused', async () => {
      const TimeToLiveSpecification = { AttributeName: '', Enabled: true };
      await expect(
        contract.client.updateTimeToLive({ TableName: NUMBERED, TimeToLiveSpecification }),
      ).rejects.toMatchObject({ name: 'ValidationException' });
    });

    test('time to live is switched on and off', async () => {
      const change = (Enabled: boolean) =>
        contract.client.updateTimeToLive({
          TableName: NUMBERED,
          TimeToLiveSpecification: { AttributeName: 'expiration', Enabled },
        });
      const status = async () =>
        (await contract.client.describeTimeToLive({ TableName: NUMBERED })).TimeToLiveDescription;
      expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
      await change(true);
      expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiration' });
      await expect(change(true)).rejects.toThrow('TimeToLive is already enabled');
      await change(false);
      expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    });
  });
}
