import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ExplainPayslipDocument,
  MyPayslipDocument,
  MyPayslipsDocument,
  PayrollRunEventsDocument,
  PayslipDocument,
  type RunItemPartsFragment,
  VerifyPayslipDocument,
} from '../../clients/generated/operations/graphql.ts';
import { sampleEmployees } from '../../demo/sampleEmployees.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { approveAs, type ClockedOffice, enter, record } from './clockedOffice.ts';
import { FUNDING_ACCOUNT, readFiles } from './payingOffice.ts';
import { readRun, startRun } from './payrollOffice.ts';
import {
  balancesOf,
  centsOf,
  openPostingOffice,
  payRun,
  readItems,
  readJournal,
  readYear,
  voidRun,
} from './postingOffice.ts';

/* What a run paid is taken back by a run with exactly the negative figures, and can be paid again. */

const EMPLOYEES = 12;

let office: ClockedOffice;
let runId: string;
/** The items as they were paid. */
let paid: RunItemPartsFragment[];
/** The two whose pay is taken back first; the second one's file is edited in between. */
let chosen: [string, string];
let reversalRunId: string;

beforeAll(async () => {
  office = await openPostingOffice(EMPLOYEES);
  runId = await startRun(office.admin);
  await office.runIs(runId, 'AWAITING_APPROVAL');
});
afterAll(() => office.close());

const payslipOf = async (payslipId: string | null | undefined) =>
  (await office.admin.execute(PayslipDocument, { payslipId: payslipId ?? '' })).payslip;

/** What the first employee of the run sees of it. */
async function shownToEmployee() {
  const employee = office.clientOf(SAMPLE_USERS.employee);
  const { myPayslip } = await employee.execute(MyPayslipDocument, { runId });
  const { myPayslips } = await employee.execute(MyPayslipsDocument, {});
  employee.close();
  expect(myPayslips?.nodes.map(({ payslipId }) => payslipId)).toEqual(myPayslip ? [myPayslip.payslipId] : []);
  return myPayslip;
}

const negative = (money: { amount: string } | null | undefined) => 0 - centsOf(money);

/** Expects the items of a reversal to be exactly the negative of what was paid. */
async function expectNegatives(reversal: RunItemPartsFragment[]) {
  for (const item of reversal) {
    const original = paid.find(({ employeeId }) => employeeId === item.employeeId);
    expect(item).toMatchObject({ status: 'CALCULATED', employeeName: original?.employeeName });
    expect(centsOf(item.netPay)).toBe(negative(original?.netPay));
    const [back, forth] = [await payslipOf(item.payslipId), await payslipOf(original?.payslipId)];
    expect(back?.payDate).toBe(forth?.payDate);
    expect(back?.lines.map(({ code, amount }) => [code, centsOf(amount)])).toEqual(
      forth?.lines.map(({ code, amount }) => [code, negative(amount)]),
    );
  }
}

describe('a void is refused', () => {
  test('while the run is not paid, with its status', async () => {
    const { userErrors, run } = await voidRun(office.approver, { runId });
    expect(run).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringMatching(/AWAITING_APPROVAL/) }]);
    expect(await shownToEmployee()).toBeNull(); // not before it is approved
    await approveAs(office.approver, runId);
    await office.runIs(runId, 'PAID');
    paid = await readItems(office.admin, runId);
    chosen = [paid[1]?.employeeId ?? '', paid[2]?.employeeId ?? ''];
  });

  test.each<[string, Parameters<typeof voidRun>[1], string]>([
    ['of a run that is not there', { runId: 'run_20260105aaaaaaaaaaaaaaaaaaaa' }, 'RUN_NOT_FOUND'],
    ['without a reason', { reason: ' ' }, 'INVALID_INPUT'],
    ['of nobody', { employeeIds: [] }, 'INVALID_INPUT'],
    ['of somebody who is not in the run', { employeeIds: ['emp_00009999aaaaaaaa'] }, 'EMPLOYEE_NOT_FOUND'],
  ])('%s', async (_what, input, code) => {
    const { userErrors } = await voidRun(office.approver, { runId, ...input });
    expect(userErrors).toMatchObject([{ code }]);
    expect((await readRun(office.admin, runId)).status).toBe('PAID');
  });

  test('of another company', async () => {
    await expect(voidRun(office.stranger, { runId })).rejects.toMatchObject({ name: 'PayrollClientError' });
  });
});

describe('a void of some employees', () => {
  const key = 'void of two';

  test('has one winner of two at the same time, and the other is told who won', async () => {
    const edited = [...sampleEmployees(EMPLOYEES)].find(({ employee }) => employee.externalId === 'E000003');
    if (!edited) throw new Error('the sample has no third employee');
    await record(office.admin, {
      ...edited.employee,
      compensation: { type: 'SALARY', annualSalary: '90000' },
      directDeposits: [],
    });
    const answers = await Promise.all([
      voidRun(office.approver, { runId, employeeIds: chosen, idempotencyKey: key }),
      voidRun(office.approver, { runId, employeeIds: [chosen[0]], idempotencyKey: 'another void' }),
    ]);
    const winners = answers.filter(({ userErrors }) => userErrors.length === 0);
    expect(winners).toHaveLength(1);
    const losers = answers.flatMap(({ userErrors }) => userErrors);
    expect(losers).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringMatching(/COMPENSATING/) }]);
    // Whichever it was: it takes both back, or the rest follows.
    const reversal = winners[0]?.reversalRun;
    expect(reversal).toMatchObject({ type: 'REVERSAL', reversesRunId: runId, status: 'QUEUED' });
    await office.runIs(reversal?.runId ?? '', 'PAID');
    if (answers[0].userErrors.length > 0) {
      const again = await voidRun(office.approver, { runId, employeeIds: [chosen[1]], idempotencyKey: 'the rest' });
      await office.runIs(again.reversalRun?.runId ?? '', 'PAID');
    }
    reversalRunId = reversal?.runId ?? '';
    await office.runIs(runId, 'PARTIALLY_PAID');
  });

  test('links both runs, and leaves the original payslips as they were but for that', async () => {
    const run = await readRun(office.admin, runId);
    expect(run.reversedByRunIds).toContain(reversalRunId);
    const items = await readItems(office.admin, runId);
    expect(items.map(({ reversedByRunId: _link, ...item }) => item)).toEqual(
      paid.map(({ reversedByRunId: _none, ...item }) => item),
    );
    const reversed = items.filter(({ reversedByRunId }) => reversedByRunId !== null);
    expect(reversed.map(({ employeeId }) => employeeId)).toEqual([...chosen].sort());
  });

  test('is exactly the negative, though a file was edited since', async () => {
    await expectNegatives(await readItems(office.admin, reversalRunId));
  });

  test('opens the years to date again', async () => {
    for (const employeeId of chosen) {
      const year = await readYear(office.admin, employeeId);
      expect([year?.grossPay, year?.netPay]).toMatchObject([{ amount: '0.00' }, { amount: '0.00' }]);
      for (const { amount, taxableWages } of year?.amounts ?? [])
        expect([centsOf(amount), centsOf(taxableWages)]).toEqual([0, 0]);
      expect(year?.postedRunCount).toBe(2);
    }
    const untouched = paid.find(({ employeeId }) => !chosen.includes(employeeId));
    const year = await readYear(office.admin, untouched?.employeeId ?? '');
    expect(year?.grossPay).toEqual(untouched?.grossPay);
  });

  test('is proved and explained as the negative of the original', async () => {
    for (const { payslipId } of await readItems(office.admin, reversalRunId)) {
      const { verifyPayslip } = await office.admin.execute(VerifyPayslipDocument, { payslipId: payslipId ?? '' });
      expect(verifyPayslip).toMatchObject({ matches: true, firstDifference: null });
      const { explainPayslip } = await office.admin.execute(ExplainPayslipDocument, { payslipId: payslipId ?? '' });
      const payslip = await payslipOf(payslipId);
      expect(explainPayslip?.lines.map(({ code, amount }) => ({ code, amount }))).toEqual(
        payslip?.lines.map(({ code, amount }) => ({ code, amount })),
      );
      expect(explainPayslip?.lines[0]?.words).toMatch(/reverses/);
    }
  });

  test('says in the history who asked for it and why, and how it ended', async () => {
    const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
    const told = payrollRunEvents?.filter(({ status }) => status === 'COMPENSATING') ?? [];
    expect(told[0]?.reason).toBe('Paid twice.');
    expect(payrollRunEvents?.at(-1)).toMatchObject({ status: 'PARTIALLY_PAID', actor: 'finishPayrollRun' });
  });

  test('of an employee whose pay was taken back already is refused, naming the run that did it', async () => {
    const untouched = paid.find(({ employeeId }) => !chosen.includes(employeeId))?.employeeId ?? '';
    const input = { runId, employeeIds: [...chosen, untouched], idempotencyKey: 'taken back already' };
    const refused = await voidRun(office.approver, input);
    expect(refused.userErrors).toMatchObject([
      { code: 'INVALID_STATE', message: expect.stringMatching(/was taken back by run/) },
    ]);
    expect(await readItems(office.admin, reversalRunId)).not.toHaveLength(0);
  });
});

describe('a correction', () => {
  let correctionId: string;

  test('pays what is entered anew for its employees, while the period stays closed for the others', async () => {
    const bonus = { type: 'BONUS', amount: '50' } as const;
    expect(await enter(office.admin, { externalId: 'E000003', earnings: [bonus] })).toMatchObject({ userErrors: [] });
    const other = await enter(office.admin, { externalId: 'E000004', earnings: [bonus] });
    expect(other.userErrors).toMatchObject([{ code: 'PERIOD_CLOSED' }]);
  });

  test('pays exactly the employees whose pay was taken back, by what is recorded now', async () => {
    correctionId = await payRun(office, { type: 'CORRECTION', correctsRunId: runId });
    const corrected = await readItems(office.admin, correctionId);
    expect(corrected.map(({ employeeId }) => employeeId)).toEqual([...chosen].sort());
    const [same, edited] = chosen.map((id) => corrected.find(({ employeeId }) => employeeId === id));
    const before = paid.find(({ employeeId }) => employeeId === chosen[0]);
    expect(same).toMatchObject({ grossPay: before?.grossPay, netPay: before?.netPay });
    // 90,000.00 a year, and the bonus.
    expect(edited?.grossPay).toEqual({ amount: '3511.54', currency: 'USD' });
  });

  test('is in the years to date', async () => {
    const corrected = await readItems(office.admin, correctionId);
    for (const { employeeId, grossPay } of corrected)
      expect((await readYear(office.admin, employeeId))?.grossPay).toEqual(grossPay);
  });

  test('pays nobody twice: a second one finds nobody', async () => {
    const again = await startRun(office.admin, {
      idempotencyKey: 'correct again',
      type: 'CORRECTION',
      correctsRunId: runId,
      sequence: 2,
    });
    const { statusReason } = await office.runIs(again, 'FAILED');
    expect(statusReason).toMatch(/Nobody is in the run/);
  });
});

describe('a void of the whole run', () => {
  let whole: string;

  test('that dies before it answers is gone on with by its retry', async () => {
    expect(await shownToEmployee()).toMatchObject({ payslipId: paid[0]?.payslipId });
    office.faults.order('LAMBDA_AFTER', 'VoidPayrollRun', 'CRASH');
    const input = { runId, idempotencyKey: 'whole' };
    await expect(voidRun(office.approver, input)).rejects.toMatchObject({ name: 'PayrollClientError' });
    const again = await voidRun(office.approver, input);
    expect(again).toMatchObject({ replayed: true, userErrors: [], run: { runId } });
    whole = again.reversalRun?.runId ?? '';
    office.faults.order('LAMBDA_AFTER', 'PostSegment', 'CRASH');
    office.faults.order('LAMBDA_AFTER', 'FinishPayrollRun', 'CRASH');
    await office.runIs(whole, 'PAID');
    await office.runIs(runId, 'VOIDED');
    expect(await shownToEmployee()).toBeNull();
  });

  test('takes back everybody who is left, once', async () => {
    const items = await readItems(office.admin, whole);
    expect(items.map(({ employeeId }) => employeeId)).toEqual(
      paid.map(({ employeeId }) => employeeId).filter((employeeId) => !chosen.includes(employeeId)),
    );
    await expectNegatives(items);
    for (const { employeeId } of items)
      expect((await readYear(office.admin, employeeId))?.grossPay.amount).toBe('0.00');
  });

  test('sends a reversal file with the same amounts, and brings every account back to nothing', async () => {
    const run = await readRun(office.admin, runId);
    const files = await readFiles(office.admin, whole);
    expect(files).toMatchObject([{ kind: 'REVERSAL', fundingAccountId: FUNDING_ACCOUNT.fundingAccountId }]);
    const journals = await Promise.all(
      [runId, ...(run.reversedByRunIds ?? [])].map((id) => readJournal(office.admin, id)),
    );
    expect(balancesOf(journals.flat())).toEqual({});
  });

  test('is not done twice: who asks again, with the same key or another one, gets the first answer', async () => {
    for (const idempotencyKey of ['whole', 'whole, once more'])
      expect(await voidRun(office.approver, { runId, idempotencyKey })).toMatchObject({
        ...{ replayed: true, userErrors: [], run: { status: 'VOIDED' } },
        reversalRun: { runId: whole, status: 'PAID' },
      });
    const { userErrors } = await voidRun(office.approver, { runId, employeeIds: [paid[5]?.employeeId ?? ''] });
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringMatching(/VOIDED/) }]);
    expect((await readRun(office.admin, runId)).reversedByRunIds?.at(-1)).toBe(whole);
    const reversal = await voidRun(office.approver, { runId: whole });
    expect(reversal.userErrors).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringMatching(/reversal/) }]);
  });

  test('makes room for the next regular run of the period', async () => {
    const next = await payRun(office, { sequence: 2 });
    const items = await readItems(office.admin, next);
    expect(items).toHaveLength(EMPLOYEES - chosen.length);
    // Whom the correction paid is paid.
    expect(items.filter(({ employeeId }) => chosen.includes(employeeId))).toEqual([]);
  });
});
