import { expect, test } from 'vitest';
import { employeeFileOf, type SendableRow } from '../../clients/dashboard/employees/EmployeeFile.ts';
import { EmployeeImport, type SendEmployees } from '../../clients/dashboard/employees/EmployeeImport.ts';
import { failuresOfResults } from '../../clients/dashboard/employees/RowFailure.ts';
import type { EmployeeColumn } from '../../clients/sdk/import/employeeColumns.ts';
import { importEmployees } from '../../clients/sdk/importRows.ts';
import { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
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

type Answer = { results: ReturnType<typeof created>[]; userErrors: readonly object[]; replayed?: boolean };

/** The SDK's import against a service that answers so. */
function sendTo(answer: (employees: EmployeeInput[], key: string) => Answer | Promise<Answer>): SendEmployees {
  const client = new PayrollClient({
    endpoint: 'https://payroll.example/graphql',
    token: 'key secret',
    fetch: async (_endpoint, { body } = {}) => {
      const { variables } = JSON.parse(body as string) as {
        variables: { input: { idempotencyKey: string; employees: EmployeeInput[] } };
      };
      const { employees, idempotencyKey } = variables.input;
      const upsertEmployees = { replayed: false, ...(await answer(employees, idempotencyKey)) };
      return new Response(JSON.stringify({ data: { upsertEmployees } }));
    },
  });
  return (employees, options) => importEmployees(client, employees, options);
}

test('rows go in batches of 250, each with a key of its own, and every one is answered', async () => {
  const calls: { size: number; key: string }[] = [];
  const work = new EmployeeImport(
    rowsOf(600),
    sendTo((employees, key) => {
      calls.push({ size: employees.length, key });
      return { results: employees.map(created), userErrors: [] };
    }),
  );
  await work.goOn();
  expect(calls.map(({ size }) => size)).toEqual([250, 250, 100]);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(3);
  expect(work.getState()).toMatchObject({ status: 'DONE', doneRows: 600, fault: undefined });
  expect(work.getState().results).toHaveLength(600);
});

test('a batch whose answer was lost is sent again under its own key, and what was answered stays', async () => {
  const keys: string[] = [];
  const rows = rowsOf(600);
  const work = new EmployeeImport(
    rows,
    sendTo((employees, key) => {
      const isAgain = keys.includes(key);
      keys.push(key);
      if (key.endsWith(':2') && !isAgain) throw new TypeError('the connection was lost');
      return { results: employees.map(created), replayed: isAgain, userErrors: [] };
    }),
  );
  await work.goOn();
  expect(work.getState()).toMatchObject({ status: 'STOPPED', fault: { kind: 'UNREACHABLE' } });
  await work.goOn();
  expect(new Set(keys).size).toBe(3);
  expect(work.getState()).toMatchObject({ status: 'DONE', fault: undefined });
  expect(work.getState().results.map((result) => result?.externalId)).toEqual(
    rows.map(({ employee }) => employee.externalId),
  );
});

test('an import that is stopped finishes the batches that are on their way, and continues after them', async () => {
  const keys = new Set<string>();
  const work = new EmployeeImport(
    rowsOf(2_000),
    sendTo((employees, key) => {
      work.stop();
      keys.add(key);
      return { results: employees.map(created), userErrors: [] };
    }),
  );
  await work.goOn();
  expect(work.getState()).toMatchObject({ status: 'STOPPED', fault: undefined });
  // Six calls are on their way at the same time.
  expect(work.getState().results.filter((result) => result)).toHaveLength(1_500);
  await work.goOn();
  expect(keys.size).toBeGreaterThan(5);
});

test('a call that is refused as a whole refuses each of its rows, with its line and the value at fault', async () => {
  const refusal = {
    code: 'INVALID_INPUT',
    message: 'workState is "TX".',
    field: ['workState'],
    resolution: 'Another.',
  } as const;
  const rows = rowsOf(2);
  const work = new EmployeeImport(
    rows,
    sendTo(() => ({ results: [], userErrors: [refusal] })),
  );
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
