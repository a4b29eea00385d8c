import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartPayrollRunDocument } from '../../clients/generated/operations/graphql.ts';
import type { StartPayrollRunInput } from '../../clients/generated/schema.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { openPayrollOffice, type PayrollOffice, startInput } from './payrollOffice.ts';
import { readRunInTable, readRunsInTable, shownTotals } from './payrollTable.ts';

/* However often a start is sent, by whomever and at the same moment: one run, one execution. */

const STARTS = 200;
const EMPLOYEES = 30;

let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES });
});
afterAll(() => office.close());

/** The names of all executions of the workflow: the ids of their runs. */
async function executions(): Promise<string[]> {
  const { cloud, operator, template } = office.aws;
  const input = { stateMachineArn: template.outputs['StateMachineArn'], maxResults: 1000 };
  const answer = await cloud.call('AWSStepFunctions', 'ListExecutions', input, operator);
  return (answer as { executions: { name: string }[] }).executions.map(({ name }) => name);
}

const runsInTable = async () => (await readRunsInTable(office.aws)).map(({ runId }) => String(runId));

test.each<[string, string, (index: number) => Partial<StartPayrollRunInput>]>([
  ['with one key', '2026-11-09', () => ({ idempotencyKey: 'the first of November' })],
  ['with 200 keys for the same period', '2026-10-26', (index) => ({ idempotencyKey: `October, from window ${index}` })],
])('200 starts at once %s are one run and one execution', async (_case, periodStartDate, keyOf) => {
  const before = { runs: await runsInTable(), executions: await executions() };
  const { admin } = office;
  const answers = await Promise.all(
    Array.from({ length: STARTS }, async (_, index) => {
      const input = startInput({ periodStartDate, ...keyOf(index) });
      return (await admin.execute(StartPayrollRunDocument, { input })).startPayrollRun;
    }),
  );
  const runId = answers[0]?.run?.runId ?? '';
  expect(answers.filter((answer) => answer?.run?.runId === runId && answer.userErrors.length === 0)).toHaveLength(
    STARTS,
  );
  expect(answers.filter((answer) => answer?.replayed === false)).toHaveLength(1);

  const view = await watchRun(admin, runId);
  expect(view).toMatchObject({ status: 'AWAITING_APPROVAL', doneCount: EMPLOYEES });
  expect(await runsInTable()).toEqual([...before.runs, runId].sort());
  expect((await executions()).sort()).toEqual([...before.executions, runId].sort());

  const again = await admin.execute(StartPayrollRunDocument, { input: startInput({ periodStartDate, ...keyOf(0) }) });
  expect(again.startPayrollRun).toMatchObject({ run: { runId, status: 'AWAITING_APPROVAL' }, replayed: true });
  const inTable = await readRunInTable(office.aws, runId);
  expect(inTable.employees.size).toBe(EMPLOYEES);
  expect(again.startPayrollRun?.run && shownTotals(again.startPayrollRun.run)).toEqual(inTable.totals);
});
