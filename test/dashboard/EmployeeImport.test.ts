import { expect, test } from 'vitest';
import { ApiFault } from '../../clients/dashboard/api/ApiFault.ts';
import { employeeFileOf, type SendableRow } from '../../clients/dashboard/employees/EmployeeFile.ts';
import { EmployeeImport } from '../../clients/dashboard/employees/EmployeeImport.ts';
import { failuresOfResults } from '../../clients/dashboard/employees/RowFailure.ts';
import type { EmployeeColumn } from '../../clients/sdk/import/employeeColumns.ts';
import { RowCells } from '../../clients/sdk/import/RowCells.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';

/* No row of an import is lost or sent twice as two, whatever the network does. */

async function* nobody(): AsyncGenerator<never> {}

const rowsOf = (count: number): SendableRow[] =>
  Array.from({ length: count }, (_, index) => {
    const employee: EmployeeInput = {
      externalId: `E${index}`,
      payGroupId: 'biweekly',
      givenName: 'Ana',
      familyName: 'Chen',
      hireDate: '2024-01-15',
      workState: 'TX',
    };
    const { externalId } = employee;
    const line = index + 2;
    const cells = new RowCells<EmployeeColumn>(line, new Map());
    const names = { givenName: 'Ana', familyName: 'Chen' };
    return {
      line,
      texts: [externalId],
      cells,
      externalId,
      ...names,
      employee,
      outcome: 'CREATE',
      changes: [],
      problems: [],
    };
  });

const created = ({ externalId }: EmployeeInput) => ({
  externalId,
  outcome: 'CREATED' as const,
  employeeId: `emp_${externalId}`,
  version: 1,
  userErrors: [],
});

test('rows go in batches of 25, each with a key of its own, and every one is answered', async () => {
  const calls: { size: number; key: string }[] = [];
  const work = new EmployeeImport(rowsOf(60), async (employees, key) => {
    calls.push({ size: employees.length, key });
    return { results: employees.map(created), replayed: false, userErrors: [] };
  });
  await work.goOn();
  expect(calls.map(({ size }) => size)).toEqual([25, 25, 10]);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(3);
  expect(work.getState()).toMatchObject({ status: 'DONE', fault: undefined });
  expect(work.getState().results).toHaveLength(60);
});

test('a batch whose answer was lost is sent again under its own key, and those before it are not', async () => {
  const keys: string[] = [];
  const work = new EmployeeImport(rowsOf(60), async (employees, key) => {
    keys.push(key);
    if (keys.length === 2) throw new ApiFault('UNREACHABLE', 'The service does not answer.');
    return { results: employees.map(created), replayed: false, userErrors: [] };
  });
  await work.goOn();
  expect(work.getState()).toMatchObject({ status: 'STOPPED', fault: { kind: 'UNREACHABLE' } });
  expect(work.getState().results).toHaveLength(25);
  await work.goOn();
  expect(keys).toHaveLength(4);
  expect(keys[2]).toBe(keys[1]);
  expect(work.getState()).toMatchObject({ status: 'DONE', fault: undefined });
  expect(work.getState().results.map(({ externalId }) => externalId)).toEqual(
    rowsOf(60).map(({ employee }) => employee.externalId),
  );
});

test('an import that is stopped finishes the batch that is on its way, and goes on after it', async () => {
  const work = new EmployeeImport(rowsOf(50), async (employees) => {
    work.stop();
    return { results: employees.map(created), replayed: false, userErrors: [] };
  });
  await work.goOn();
  expect(work.getState()).toMatchObject({ status: 'STOPPED', fault: undefined });
  expect(work.getState().results).toHaveLength(25);
  await work.goOn();
  expect(work.getState().results).toHaveLength(50);
});

test('a call that is refused as a whole refuses each of its rows, with its line and the value at fault', async () => {
  const refusal = {
    code: 'INVALID_INPUT',
    message: 'workState is "TX".',
    field: ['workState'],
    resolution: 'Another.',
  } as const;
  const rows = rowsOf(2);
  const work = new EmployeeImport(rows, async () => ({
    results: [],
    replayed: false,
    userErrors: [{ ...refusal, field: [...refusal.field] }],
  }));
  await work.goOn();
  expect(failuresOfResults(rows, work.getState().results)).toMatchObject([
    { line: 2, externalId: 'E0', place: 'workState', value: 'TX', message: 'workState is "TX".' },
    { line: 3, externalId: 'E1', place: 'workState', value: 'TX' },
  ]);
});

test('a file in another encoding is refused whole, so that no name is garbled', async () => {
  const latin1 = Buffer.from('externalId,givenName\n1,Zo\u00eb\n', 'latin1');
  const { rows, problems } = await employeeFileOf('old.csv', latin1, undefined, nobody());
  expect(rows).toEqual([]);
  expect(problems).toMatchObject([{ line: 2, column: 'givenName', message: expect.stringContaining('UTF-8') }]);
});
