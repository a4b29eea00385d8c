import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeStatements(contract: Contract): void {
  describe('batches of statements', () => {
    const insertOf = (item: Record<string, unknown>) => ({
      Statement: `INSERT INTO "${TABLE}" VALUE {${Object.keys(item)
        .map((name) => `'${name}': ?`)
        .join(', ')}}`,
      Parameters: Object.values(item),
    });

    test('an INSERT writes what is not there, leaves what is there, and holds up no other', async () => {
      const pk = contract.partition();
      await contract.put({ pk, sk: 'old', x: 1 });
      const { Responses } = await contract.db.batchExecuteStatement({
        Statements: [
          insertOf({ pk, sk: 'old', x: 2 }),
          insertOf({ pk, sk: 'new', x: { list: ['a', 3], isMap: true } }),
        ],
      });
      expect(Responses).toMatchObject([
        { TableName: TABLE, Error: { Code: 'DuplicateItem', Message: 'Duplicate primary key exists in table' } },
        { TableName: TABLE },
      ]);
      expect(Responses?.[1]?.Error).toBeUndefined();
      expect(await contract.get(pk, 'old')).toEqual({ pk, sk: 'old', x: 1 });
      expect(await contract.get(pk, 'new')).toEqual({ pk, sk: 'new', x: { list: ['a', 3], isMap: true } });
    });

    test('a statement that makes no item is refused alone', async () => {
      const pk = contract.partition();
      const { Responses } = await contract.db.batchExecuteStatement({
        Statements: [insertOf({ pk }), insertOf({ pk, sk: 'whole' })],
      });
      expect(Responses?.map(({ Error }) => Error?.Code)).toEqual(['ValidationError', undefined]);
      expect(await contract.get(pk, 'whole')).toEqual({ pk, sk: 'whole' });
    });

    test('a batch holds 25 statements', async () => {
      const pk = contract.partition();
      const Statements = Array.from({ length: 26 }, (_, index) => insertOf({ pk, sk: `${index}` }));
      await expect(contract.db.batchExecuteStatement({ Statements })).rejects.toMatchObject({
        name: 'ValidationException',
      });
    });
  });
}
