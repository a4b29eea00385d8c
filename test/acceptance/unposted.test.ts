import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CancelPayrollRunDocument,
  PayrollRunEventsDocument,
  RedrivePayrollRunDocument,
} from '../../clients/generated/operations/graphql.ts';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';
import { approveAs, type ClockedOffice } from './clockedOffice.ts';
import { readOutbox } from '../../demo/sampleBank.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { startRun } from './payrollOffice.ts';
import { dumpTable, type TableItem } from './payrollTable.ts';
import { balancesOf, openPostingOffice, payRun, readItems, readJournal, readYear, voidRun } from './postingOffice.ts';

/*
 * Posting is proved before money leaves. Should it fail all the same, because a record was damaged afterwards, the run is
 * finished once the record is repaired, nobody is paid twice, and the runs behind it go on.
 */

const EMPLOYEES = 3;
const PERIODS = ['2026-11-09', '2026-11-23', '2026-12-07'] as const;

let office: ClockedOffice;
/** A run of the last period that waited for the one that failed. */
let behind: string;

beforeAll(async () => {
  office = await openPostingOffice(EMPLOYEES);
  await payRun(office, { periodStartDate: PERIODS[0] });
});
afterAll(() => office.close());

const call = (operation: string, input: object) =>
  office.aws.cloud.call(
    'DynamoDB_20120810',
    operation,
    { TableName: office.aws.template.outputs['TableName'], ...input },
    office.aws.operator,
  );

const keyOf = ({ pk, sk }: TableItem) => ({ pk: { S: pk }, sk: { S: sk } });

/** Damages the years to date as only a fault in the table could, and answers what repairs them. */
async function damageYears(): Promise<() => Promise<void>> {
  const years = (await dumpTable(office.aws)).filter(({ sk }) => sk.startsWith('YEAR#'));
  const texts = async (of: (text: string) => string) => {
    for (const year of years) {
      const entries = Object.entries(year['years'] as Record<string, string>);
      const written = Object.fromEntries(entries.map(([employeeId, text]) => [employeeId, { S: of(text) }]));
      await call('UpdateItem', {
        Key: keyOf(year),
        UpdateExpression: 'SET years = :years',
        ExpressionAttributeValues: { ':years': { M: written } },
      });
    }
  };
  await texts(() => '1 not a year to date');
  return () => texts((text) => text);
}

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const cancel = async (runId: string) =>
  (await office.admin.execute(CancelPayrollRunDocument, { input: { ...key(), runId, reason: 'Wrong.' } }))
    .cancelPayrollRun;
const redrive = async (runId: string) =>
  (await office.admin.execute(RedrivePayrollRunDocument, { input: { ...key(), runId } })).redrivePayrollRun;

test('a year to date that is damaged before the calculation fails its employees there, and pays nobody', async () => {
  const repair = await damageYears();
  const runId = await startRun(office.admin, { ...key(), periodStartDate: PERIODS[1] });
  await office.runIs(runId, 'BLOCKED', 'AWAITING_APPROVAL');
  for (const item of await readItems(office.admin, runId))
    expect(item).toMatchObject({ status: 'FAILED', error: { code: 'CALCULATION_STOPPED' } });
  expect(await cancel(runId)).toMatchObject({ userErrors: [] });
  await repair();
});

test('a run that cannot be posted is answered for clearly, repaired and redriven, and the next one goes on', async () => {
  const sentBefore = (await readOutbox(office.aws)).size;
  const runId = await startRun(office.admin, { ...key(), periodStartDate: PERIODS[1], sequence: 2 });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  const repair = await damageYears();
  await approveAs(office.approver, runId);
  await office.runIs(runId, 'FAILED');
  expect((await readOutbox(office.aws)).size).toBe(sentBefore + 1);
  const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
  expect(payrollRunEvents?.at(-1)?.reason).toMatch(/PAYING.*Redrive/);

  // Its money is on the way: there is one way out, and every answer names it.
  for (const answer of [await cancel(runId), await voidRun(office.approver, { runId })]) {
    expect(answer?.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(answer?.userErrors[0]?.resolution).toMatch(/redrive/i);
  }

  // Without the repair it stops at the same place, and pays nobody again.
  expect(await redrive(runId)).toMatchObject({ userErrors: [] });
  await office.runIs(runId, 'FAILED');
  expect((await readOutbox(office.aws)).size).toBe(sentBefore + 1);

  // A run behind it waits for it, and may be cancelled meanwhile.
  const next = await startRun(office.admin, { ...key(), periodStartDate: PERIODS[2] });
  await office.runIs(next, 'PREPARING');
  expect(await cancel(next)).toMatchObject({ userErrors: [] });
  behind = await startRun(office.admin, { ...key(), periodStartDate: PERIODS[2], sequence: 2 });
  await office.runIs(behind, 'PREPARING');

  // It goes on waiting, and says for what.
  for (let minute = 0; minute < 60; minute++) {
    await office.clock.advance(60_000);
    await passTimeUntil(office.aws, office.clock, () => true);
  }
  const waiting = await office.runIs(behind, 'PREPARING');
  expect(waiting.statusReason).toContain(`Waits for run "${runId}"`);

  await repair();
  expect(await redrive(runId)).toMatchObject({ userErrors: [] });
  await office.runIs(runId, 'PAID', 'PARTIALLY_PAID');
  expect((await readOutbox(office.aws)).size).toBe(sentBefore + 1);
  expect(balancesOf(await readJournal(office.admin, runId))['2100']).toBeUndefined();
  for (const { employeeId, status } of await readItems(office.admin, runId))
    expect((await readYear(office.admin, employeeId))?.postedRunCount).toBe(status === 'CALCULATED' ? 2 : 1);
  expect(await office.runIs(behind, 'AWAITING_APPROVAL')).toMatchObject({ statusReason: null });
});

test('a run that fails before any payment file was handed over can be cancelled, and makes room for the next', async () => {
  const sentBefore = (await readOutbox(office.aws)).size;
  const runId = behind;
  // Somebody changes a payslip in the table after it was calculated: it is not what is approved.
  const partition = `COMPANY#${SAMPLE_COMPANY_ID}#RUN#${runId}#`;
  const item = (await dumpTable(office.aws)).find(({ pk, payslip }) => pk.startsWith(partition) && payslip);
  if (!item) throw new Error('nobody is calculated');
  const payslip = String(item['payslip']).replace(/\|E (\w+) (\d+)/, '|E $1 9$2');
  await call('UpdateItem', {
    Key: keyOf(item),
    UpdateExpression: 'SET payslip = :payslip',
    ExpressionAttributeValues: { ':payslip': { S: payslip } },
  });
  await approveAs(office.approver, runId);
  await office.runIs(runId, 'FAILED');
  expect((await readOutbox(office.aws)).size).toBe(sentBefore);
  expect(await cancel(runId)).toMatchObject({ userErrors: [] });
  expect(await redrive(runId)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
  const again = await startRun(office.admin, { ...key(), periodStartDate: PERIODS[2], sequence: 3 });
  await office.runIs(again, 'AWAITING_APPROVAL');
  expect(await cancel(again)).toMatchObject({ userErrors: [] });
});
