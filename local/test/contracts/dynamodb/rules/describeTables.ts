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
