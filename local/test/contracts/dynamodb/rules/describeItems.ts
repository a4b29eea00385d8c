import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeItems(contract: Contract): void {
  describe('items', () => {
    test('an item comes back as it was put, with every type of value', async () => {
      const item = {
        pk: contract.partition(),
        sk: 'all types',
        text: 'Ünïcödé \u{1f4b6} "quoted" \n',
        empty: '',
        number: -12.5,
        bytes: Uint8Array.of(0, 1, 255),
        truth: false,
        nothing: null,
        list: [1, 'two', [null, { three: 3 }]],
        map: { nested: { deep: 'value' } },
        texts: new Set(['a', 'b']),
        numbers: new Set([1, 2.5]),
        binaries: new Set([Uint8Array.of(1)]),
      };
      await contract.put(item);
      expect(await contract.get(item.pk, item.sk)).toEqual(item);
    });

    test('an item that is not there is absent from the answer', async () => {
      expect(await contract.get(contract.partition(), 'nowhere')).toBeUndefined();
    });

    test('numbers keep 38 digits and lose superfluous zeros', async () => {
      const pk = contract.partition();
      const N = '12345678901234567890123456789012345678';
      const numbers = { big: { N }, small: { N: '1.10' }, shouted: { N: '00012' } };
      await contract.client.putItem({ TableName: TABLE, Item: { pk: { S: pk }, sk: { S: '1' }, ...numbers } });
      const { Item } = await contract.client.getItem({ TableName: TABLE, Key: { pk: { S: pk }, sk: { S: '1' } } });
      expect(Item).toMatchObject({ big: { N }, small: { N: '1.1' }, shouted: { N: '12' } });
    });

    test.each([
      ['a set of nothing', { x: { SS: [] } }],
      ['a set with a member twice', { x: { SS: ['a', 'a'] } }],
      ['a number set with a number twice, spelt differently', { x: { NS: ['1', '1.0'] } }],
      ['a number that is none', { x: { N: 'twelve' } }],
      ['39 digits', { x: { N: '1'.repeat(39) } }],
      ['a number beyond 10^125', { x: { N: '1e126' } }],
      ['a null that is false', { x: { NULL: false } }],
      ['a value of no type', { x: {} }],
      ['an attribute without a name', { '': { S: 'x' } }],
      ['more than 400 KB', { x: { S: 'x'.repeat(409_600) } }],
      ['a key of the wrong type', { sk: { N: '1' } }],
      ['an empty key', { sk: { S: '' } }],
      ['an index key of the wrong type', { indexPk: { N: '1' } }],
      ['an empty index key', { indexPk: { S: '' } }],
    ])('%s is refused', async (_what, attributes) => {
      const Item = { pk: { S: contract.partition() }, sk: { S: '1' }, ...attributes };
      await expect(
        contract.client.putItem({ TableName: TABLE, Item: Item as Record<string, AttributeValue> }),
      ).rejects.toMatchObject({
        name: 'ValidationException',
      });
    });

    test('a key must have exactly the attributes of the schema', async () => {
      for (const Key of [{ pk: 'a' }, { pk: 'a', sk: 1 }, { pk: 'a', sk: 'b', more: 'c' }, { pk: 'a', other: 'b' }]) {
        await expect(contract.db.get({ TableName: TABLE, Key })).rejects.toMatchObject({ name: 'ValidationException' });
      }
    });

    test('a table that does not exist is named by the exception', async () => {
      await expect(contract.db.get({ TableName: 'no-such-table', Key: { pk: 'a', sk: 'b' } })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    });
  });
}
