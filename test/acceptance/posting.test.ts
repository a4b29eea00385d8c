import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  EmployeeDocument,
  ExplainPayslipDocument,
  PayslipDocument,
  RecordTaxDepositDocument,
  TaxYearDocument,
  UpsertFilingProfileDocument,
  type PayslipPartsFragment,
  RetryPayrollRunItemsDocument,
  type RunPartsFragment,
  UpsertPayrollInputsDocument,
  VerifyPayslipDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { RecordTaxDepositInput, UpsertFilingProfileInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';
import { approveAs, type ClockedOffice, enter, record } from './clockedOffice.ts';
import { invokeWorker } from './invokeWorker.ts';
import { FUNDING_ACCOUNT } from './payingOffice.ts';
import { readRun, startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';
import {
  balancesOf,
  centsOf,
  openPostingOffice,
  payRun,
  readCashRequirement,
  readItems,
  readJournal,
  readYear,
} from './postingOffice.ts';

/* A paid run is in the years to date and in the ledger, once; and the next one counts from there. */

const EMPLOYEES = 12;
const FIRST_PERIOD = '2026-11-09';
const SECOND_PERIOD = '2026-11-23';

let office: ClockedOffice;
let richId: string;
let first: RunPartsFragment;
let second: RunPartsFragment;
/** Paid by the hour, and calculated after all others of the second run. */
let retriedId: string;

beforeAll(async () => {
  office = await openPostingOffice(EMPLOYEES);
  const rich = await record(office.admin, {
    externalId: 'RICH',
    payGroupId: SAMPLE_PAY_GROUP_ID,
    givenName: 'Rosa',
    familyName: 'Reyes',
    hireDate: '2020-01-06',
    workState: 'TX',
    compensation: { type: 'SALARY', annualSalary: '3000000' },
    taxProfile: { filingStatus: 'SINGLE', multipleJobs: false },
  });
  richId = rich.employeeId ?? '';
  first = await readRun(office.admin, await payRun(office, { periodStartDate: FIRST_PERIOD }));
  // Nobody enters hours for the second period: who is paid by the hour fails, and one of them is retried.
  const runId = await startRun(office.admin, { idempotencyKey: 'second', periodStartDate: SECOND_PERIOD });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  const failed = (await readItems(office.admin, runId)).filter(({ error }) => error?.code === 'HOURS_MISSING');
  const files = await Promise.all(
    failed.map(({ employeeId }) => office.admin.execute(EmployeeDocument, { employeeId })),
  );
  // California asks for its daily overtime beside the hours.
  retriedId = files.find(({ employee }) => employee?.workState !== 'CA')?.employee?.employeeId ?? '';
  await enterHours(retriedId);
  const retry = { idempotencyKey: 'retry', runId, employeeIds: [retriedId] };
  await office.admin.execute(RetryPayrollRunItemsDocument, { input: retry });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  await approveAs(office.approver, runId);
  second = await office.runIs(runId, 'PAID', 'PARTIALLY_PAID');
});
afterAll(() => office.close());

/** Enters two weeks of forty hours in the second period. */
async function enterHours(employeeId: string): Promise<void> {
  const { employee } = await office.admin.execute(EmployeeDocument, { employeeId });
  const hoursWorked = [1, 2].map((week) => ({ week, hours: '40' }));
  const input = {
    idempotencyKey: 'hours',
    payGroupId: SAMPLE_PAY_GROUP_ID,
    periodStartDate: SECOND_PERIOD,
    inputs: [{ externalId: employee?.externalId ?? '', hoursWorked }],
  };
  const { upsertPayrollInputs } = await office.admin.execute(UpsertPayrollInputsDocument, { input });
  expect(upsertPayrollInputs?.results).toMatchObject([{ userErrors: [] }]);
}

async function payslipsOf(runId: string): Promise<PayslipPartsFragment[]> {
  const items = await readItems(office.admin, runId);
  const ids = items.flatMap(({ payslipId }) => payslipId ?? []);
  const read = await Promise.all(ids.map((payslipId) => office.admin.execute(PayslipDocument, { payslipId })));
  return read.flatMap(({ payslip }) => payslip ?? []);
}

const amountOf = ({ lines }: PayslipPartsFragment, code: string) =>
  lines.reduce((sum, line) => sum + (line.code === code ? centsOf(line.amount) : 0), 0);

test('a run is PAID once everybody is, and PARTIALLY_PAID where somebody failed', () => {
  expect(first).toMatchObject({ status: 'PAID', failedCount: 0, calculatedCount: EMPLOYEES + 1 });
  expect(second.status).toBe('PARTIALLY_PAID');
  expect(second.failedCount).toBeGreaterThan(0);
  expect(first.paidAt).toMatch(/^2026-11-2/);
});

test('Social Security stops at the wage base, in the run that crosses it and to the cent', async () => {
  const [before, after] = (await Promise.all([payslipsOf(first.runId), payslipsOf(second.runId)])).map((payslips) =>
    payslips.find(({ employeeId }) => employeeId === richId),
  ) as [PayslipPartsFragment, PayslipPartsFragment];
  // 3,000,000.00 a year is 115,384.62 in two weeks; 6.2 % of it, and then of what is left of 184,500.00.
  expect(amountOf(before, 'US_SS')).toBe(7_153_85);
  expect(amountOf(before, 'US_SS') + amountOf(after, 'US_SS')).toBe(11_439_00);
  expect(amountOf(after, 'US_ADDITIONAL_MEDICARE')).toBe(276_92); // 0.9 % of what is above 200,000.00
  const year = await readYear(office.admin, richId);
  expect(year?.amounts.find(({ code }) => code === 'US_SS')).toMatchObject({
    amount: { amount: '11439.00' },
    taxableWages: { amount: '184500.00' },
  });
});

test('every year to date is the sum of the payslips in it', async () => {
  const payslips = [...(await payslipsOf(first.runId)), ...(await payslipsOf(second.runId))];
  const byEmployee = Map.groupBy(payslips, ({ employeeId }) => employeeId);
  expect(byEmployee.size).toBe(EMPLOYEES + 1);
  for (const [employeeId, own] of byEmployee) {
    const year = await readYear(office.admin, employeeId);
    expect(year?.postedRunCount).toBe(own.length);
    expect(centsOf(year?.grossPay)).toBe(own.reduce((sum, { grossPay }) => sum + centsOf(grossPay), 0));
    expect(centsOf(year?.netPay)).toBe(own.reduce((sum, { netPay }) => sum + centsOf(netPay), 0));
    const codes = new Set(own.flatMap(({ lines }) => lines.map(({ code }) => code)));
    expect(new Set(year?.amounts.map(({ code }) => code))).toEqual(codes);
    for (const { code, amount } of year?.amounts ?? [])
      expect([code, centsOf(amount)]).toEqual([code, own.reduce((sum, payslip) => sum + amountOf(payslip, code), 0)]);
  }
});

test('who is retried counts on the year to date like everybody else', async () => {
  const payslips = [...(await payslipsOf(first.runId)), ...(await payslipsOf(second.runId))];
  expect(payslips.filter(({ employeeId }) => employeeId === retriedId)).toHaveLength(2);
  expect((await readYear(office.admin, retriedId))?.postedRunCount).toBe(2);
});

test('another year is empty, and another company sees none', async () => {
  expect(await readYear(office.admin, richId, 2025)).toBeNull();
  expect(await readYear(office.stranger, richId)).toBeNull();
});

test('payslips that count on a year to date are proved and explained with it, also after it grew', async () => {
  for (const runId of [first.runId, second.runId])
    for (const { payslipId } of await payslipsOf(runId)) {
      const { verifyPayslip } = await office.admin.execute(VerifyPayslipDocument, { payslipId });
      expect(verifyPayslip).toMatchObject({ matches: true, firstDifference: null });
      const { explainPayslip } = await office.admin.execute(ExplainPayslipDocument, { payslipId });
      expect(explainPayslip?.lines.length).toBeGreaterThan(0);
    }
});

describe('the journal', () => {
  test('balances after each of its entries', async () => {
    for (const { runId } of [first, second]) {
      const entries = await readJournal(office.admin, runId);
      expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2]);
      for (const end of entries.keys()) {
        const balances = Object.values(balancesOf(entries.slice(0, end + 1)));
        expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(0);
      }
    }
  });

  test('says the same in pages of one entry', async () => {
    expect(await readJournal(office.admin, first.runId, 1)).toEqual(await readJournal(office.admin, first.runId));
  });

  test('names every account, and shows each posting on one side', async () => {
    const postings = (await readJournal(office.admin, first.runId)).flatMap((entry) => entry.postings);
    for (const { name, debit, credit } of postings) {
      expect(name).toMatch(/^[A-Z]/);
      expect([debit, credit].filter((side) => side !== null)).toHaveLength(1);
    }
  });

  test('ends with nothing owed to employees, and with the cash gone that they were paid', async () => {
    const balances = balancesOf(await readJournal(office.admin, first.runId));
    expect(balances['2100']).toBeUndefined();
    const cash = (balances[`1000-${FUNDING_ACCOUNT.fundingAccountId}`] ?? 0) + (balances['1010'] ?? 0);
    expect(cash).toBe(-centsOf(first.controlTotals?.netPay));
    expect(balances['5100']).toBe(centsOf(first.controlTotals?.employerTaxes));
  });

  test('is empty for a run that is not posted, and for another company', async () => {
    expect(await readJournal(office.stranger, first.runId)).toEqual([]);
  });
});

test('the cash requirement is everything that the run costs: net pay, and what is owed to others', async () => {
  const required = await readCashRequirement(office.admin, first.runId);
  const { grossPay, reimbursements, employerTaxes, netPay } = first.controlTotals ?? {};
  expect(centsOf(required?.total)).toBe(centsOf(grossPay) + centsOf(reimbursements) + centsOf(employerTaxes));
  expect(centsOf(required?.directDeposits) + centsOf(required?.checks)).toBe(centsOf(netPay));
  expect(centsOf(required?.checks)).toBeGreaterThan(0);
  const balances = balancesOf(await readJournal(office.admin, first.runId));
  for (const { account, amount } of [
    ...(required?.taxes ?? []),
    ...(required?.garnishments ?? []),
    ...(required?.deductions ?? []),
  ])
    expect([account, -(balances[account] ?? 0)]).toEqual([account, centsOf(amount)]);
  // Two banking days before Friday 27 November: Thursday is Thanksgiving.
  expect(required).toMatchObject({ fundingDate: '2026-11-24', fundingAccountId: FUNDING_ACCOUNT.fundingAccountId });
  expect(await readCashRequirement(office.stranger, first.runId)).toBeNull();
});

describe('what is owed to tax offices', () => {
  const taxYear = async (client = office.admin, year = 2026) =>
    (await client.execute(TaxYearDocument, { year })).taxYear;
  let sent = 0;
  const deposit = async (input: Omit<RecordTaxDepositInput, 'idempotencyKey'>, idempotencyKey = `deposit ${sent++}`) =>
    (await office.admin.execute(RecordTaxDepositDocument, { input: { idempotencyKey, ...input } })).recordTaxDeposit;

  test('is the ledger of all posted runs, by authority', async () => {
    const { liabilities = [] } = (await taxYear()) ?? {};
    const owed = new Map<string, number>();
    for (const { authority, amount } of liabilities) owed.set(authority, (owed.get(authority) ?? 0) + centsOf(amount));
    const posted = new Map<string, number>();
    for (const { runId } of [first, second])
      for (const [account, balance] of Object.entries(balancesOf(await readJournal(office.admin, runId))))
        if (account.startsWith('2200-')) posted.set(account.slice(5), (posted.get(account.slice(5)) ?? 0) - balance);
    expect(Object.fromEntries(owed)).toEqual(Object.fromEntries(posted));
    expect(owed.get('US_941')).toBeGreaterThan(0);
    expect((await taxYear(office.admin, 2025))?.liabilities).toEqual([]);
    expect((await taxYear(office.stranger))?.liabilities).toEqual([]);
  });

  test('has a federal due date once the company has a schedule; until then that is named as missing', async () => {
    const before = await taxYear();
    expect(before?.missing.join()).toMatch(/EIN.*schedule of federal deposits/);
    expect(before?.liabilities.find(({ authority }) => authority === 'US_941')).toMatchObject({
      ...{ rule: 'OTHER', dueDate: null },
    });
    const upsert = async (input: Omit<UpsertFilingProfileInput, 'idempotencyKey'>) =>
      (
        await office.admin.execute(UpsertFilingProfileDocument, {
          input: { idempotencyKey: `profile ${sent++}`, ...input },
        })
      ).upsertFilingProfile;
    expect(await upsert({ ein: '12345' })).toMatchObject({ profile: null, userErrors: [{ field: ['ein'] }] });
    const legalAddress = { line1: '1 Main Street', city: 'Cincinnati', state: 'OH', postalCode: '4520' };
    expect(await upsert({ legalAddress })).toMatchObject({
      userErrors: [{ field: ['legalAddress', 'postalCode'] }],
    });
    await upsert({ ein: '123456789', legalAddress: { ...legalAddress, postalCode: '45202' } });
    expect(await upsert({ depositSchedule: 'SEMIWEEKLY', legalName: 'Sample Inc.' })).toMatchObject({
      profile: { ein: '12-3456789', legalName: 'Sample Inc.', legalAddress: { city: 'Cincinnati' }, version: 2 },
      userErrors: [],
    });
    const after = await taxYear();
    expect(after?.missing.join()).not.toMatch(/EIN|schedule of federal deposits/);
    // Paid on Friday 27 November: the Wednesday after.
    expect(after?.liabilities.find(({ authority }) => authority === 'US_941')).toMatchObject({
      dueDate: expect.stringMatching(/^2026-(11-30|12-02)$/) as string,
    });
  });

  test('is marked as deposited with date and confirmation, up to what is owed', async () => {
    const own = async () => (await taxYear())?.liabilities.find(({ authority }) => authority === 'US_941');
    const liability = await own();
    const { liabilityId = '', amount } = liability ?? {};
    const part = { liabilityId, amount: '100.00', depositedOn: '2026-11-23', confirmation: '270612345678901' };
    expect(await deposit({ ...part, amount: '99999999.00' })).toMatchObject({
      userErrors: [{ code: 'INVALID_AMOUNT' }],
    });
    expect(await deposit({ ...part, depositedOn: '2027-01-31' })).toMatchObject({
      userErrors: [{ field: ['depositedOn'] }],
    });
    expect(await deposit({ ...part, liabilityId: 'US_941_2026-01-02' })).toMatchObject({
      userErrors: [{ code: 'LIABILITY_NOT_FOUND' }],
    });
    expect(await deposit(part, 'part')).toMatchObject({ deposit: { amount: { amount: '100.00' } }, userErrors: [] });
    expect(await deposit(part, 'part')).toMatchObject({ replayed: true, userErrors: [] });
    expect(centsOf((await own())?.balance)).toBe(centsOf(amount) - 100_00);
    await deposit({ ...part, amount: (await own())?.balance.amount ?? '' });
    expect(await own()).toMatchObject({ deposited: amount, balance: { amount: '0.00' }, isOverdue: false });
  });
});

describe('posting again', () => {
  const posted = async () =>
    (await dumpTable(office.aws)).filter(({ sk }) => /^(YEAR|LEDGER|RUN|EVENT|CHANGES)/.test(sk));

  test.each([
    ['PostSegment', { segment: 0 }],
    ['FinishPayrollRun', {}],
  ])('by %s changes nothing', async (worker, more) => {
    const before = await posted();
    await invokeWorker(office.aws, worker, { companyId: SAMPLE_COMPANY_ID, runId: first.runId, ...more });
    expect(await posted()).toEqual(before);
  });

  test.each(['PostSegment', 'FinishPayrollRun'])('after %s died before it answered adds nothing', async (worker) => {
    const before = await readYear(office.admin, richId);
    office.faults.order('LAMBDA_AFTER', worker, 'CRASH');
    const sequence = worker === 'PostSegment' ? 1 : 2;
    // What the first of these runs paid stays as it was entered.
    const earnings = Array.from(
      { length: sequence },
      (_, index) => ({ type: 'BONUS', amount: '100', offCycleSequence: index + 1 }) as const,
    );
    expect((await enter(office.admin, { externalId: 'RICH', earnings })).userErrors).toEqual([]);
    const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence });
    await office.runIs(runId, 'AWAITING_APPROVAL');
    await approveAs(office.approver, runId);
    await office.runIs(runId, 'PAID');
    expect(office.faults.happened).toBe(sequence);
    const year = await readYear(office.admin, richId);
    expect(year?.postedRunCount).toBe((before?.postedRunCount ?? 0) + 1);
    expect(centsOf(year?.grossPay)).toBe(centsOf(before?.grossPay) + 100_00);
    expect(await readJournal(office.admin, runId)).toHaveLength(2);
  });
});
