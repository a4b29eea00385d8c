import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  EmployeeFileDocument,
  PayslipDocument,
  PayslipPreviewedDocument,
  RequirementsDocument,
  StartPayrollRunDocument,
  UpsertOpeningBalancesDocument,
  UpsertPayGroupDocument,
  UpsertPayrollInputsDocument,
  VerifyPayslipDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, OpeningBalanceInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { type ClockedOffice, record } from './clockedOffice.ts';
import { startInput, startRun } from './payrollOffice.ts';
import { centsOf, openPostingOffice, payRun, readItems, readYear } from './postingOffice.ts';

/* Pay and employment change on their days, whatever the periods are. */

/** Monday 23 November to Sunday 6 December 2026. */
const PERIOD = '2026-11-23';

const salaried = (externalId: string, facts: Partial<EmployeeInput> = {}): EmployeeInput => ({
  externalId,
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Ana',
  familyName: externalId,
  hireDate: '2024-01-08',
  workState: 'TX',
  compensation: { type: 'SALARY', annualSalary: '52000' },
  taxProfile: { filingStatus: 'SINGLE', multipleJobs: false },
  ...facts,
});

let office: ClockedOffice;
const ids = new Map<string, string>();
let runId: string;
let FORM: EmployeeInput['taxProfile'];

beforeAll(async () => {
  office = await openPostingOffice(1);
  const { taxProfile: form, ...withoutForm } = salaried('NO-W4');
  FORM = form;
  const hourly = { type: 'HOURLY', hourlyRate: '20' } as const;
  const employees = [salaried('RAISED'), salaried('REHIRED'), salaried('RAISED-LATER'), withoutForm];
  const rich = salaried('MOVED-HERE', { compensation: { type: 'SALARY', annualSalary: '400000' } });
  const paidByHour = ['NO-HOURS', 'BY-DATE'].map((id) => salaried(id, { compensation: hourly }));
  for (const employee of [...employees, rich, ...paidByHour])
    ids.set(employee.externalId, (await record(office.admin, employee)).employeeId ?? '');
  await change('RAISED', { effectiveFrom: '2026-11-30', compensation: { annualSalary: '78000' } });
  await change('RAISED-LATER', { effectiveFrom: '2027-01-04', compensation: { annualSalary: '78000' } });
  await change('REHIRED', { terminationDate: '2026-11-24' });
  await change('REHIRED', { hireDate: '2026-12-03' });
});
afterAll(() => office.close());

async function change(externalId: string, facts: Partial<EmployeeInput>) {
  const { userErrors } = await record(office.admin, { externalId, ...facts });
  expect(userErrors).toEqual([]);
}

const idOf = (externalId: string): string => ids.get(externalId) ?? '';

async function payslipOf(externalId: string) {
  const item = (await readItems(office.admin, runId)).find(({ employeeId }) => employeeId === idOf(externalId));
  const { payslip } = await office.admin.execute(PayslipDocument, { payslipId: item?.payslipId ?? '' });
  return payslip;
}

test('what changes on a day is shown with its day, and what holds today is what the employee has', async () => {
  const { employee } = await office.admin.execute(EmployeeFileDocument, { employeeId: idOf('RAISED-LATER') });
  expect(employee).toMatchObject({
    compensation: { annualSalary: { amount: '52000.00' } },
    changes: [
      {
        effectiveFrom: '2027-01-04',
        members: ['compensation'],
        compensation: { annualSalary: { amount: '78000.00' } },
      },
    ],
  });
  const rehired = await office.admin.execute(EmployeeFileDocument, { employeeId: idOf('REHIRED') });
  expect(rehired.employee).toMatchObject({
    hireDate: '2026-12-03',
    terminationDate: null,
    earlierEmployments: [{ hireDate: '2024-01-08', terminationDate: '2026-11-24' }],
  });
});

/* A company that comes in the middle of the year: what another provider paid counts as if it had been paid here. */

const OPENING: OpeningBalanceInput = {
  externalId: 'MOVED-HERE',
  asOfDate: '2026-10-30',
  grossPay: '340000',
  netPay: '232371',
  amounts: [
    { code: 'SALARY', amount: '340000' },
    { code: 'US_FIT', amount: '90000', taxableWages: '340000' },
    { code: 'US_SS', amount: '11439', taxableWages: '184500' },
    { code: 'US_MEDICARE', amount: '4930', taxableWages: '340000' },
    { code: 'US_ADDITIONAL_MEDICARE', amount: '1260', taxableWages: '140000' },
    { code: 'US_SS_EMPLOYER', amount: '11439', taxableWages: '184500' },
    { code: 'US_MEDICARE_EMPLOYER', amount: '4930', taxableWages: '340000' },
    { code: 'US_FUTA', amount: '42', taxableWages: '7000' },
    { code: 'TX_UI_EMPLOYER', amount: '243', taxableWages: '9000' },
  ],
};

async function handIn(balance: OpeningBalanceInput) {
  const input = { idempotencyKey: crypto.randomUUID(), year: 2026, balances: [balance] };
  return (await office.admin.execute(UpsertOpeningBalancesDocument, { input })).upsertOpeningBalances?.results[0];
}

test('what was used up at another provider is not charged again', async () => {
  const input = { employeeId: idOf('MOVED-HERE'), periodStartDate: PERIOD };
  const linesNow = async () => {
    const { previewPayslip } = await office.admin.execute(PayslipPreviewedDocument, { input });
    return new Map(previewPayslip?.lines?.map(({ code, amount }) => [code, centsOf(amount)]));
  };
  const before = await linesNow();
  expect(before.get('US_SS')).toBe(953_85);
  expect(before.get('US_FUTA')).toBe(42_00);
  expect(before.get('US_ADDITIONAL_MEDICARE') ?? 0).toBe(0);
  expect(await handIn(OPENING)).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  expect(await handIn(OPENING)).toMatchObject({ outcome: 'UNCHANGED' });
  const after = await linesNow();
  for (const code of ['US_SS', 'US_SS_EMPLOYER', 'US_FUTA', 'TX_UI_EMPLOYER']) expect(after.get(code) ?? 0).toBe(0);
  // 0.9 % of 15,384.62
  expect(after.get('US_ADDITIONAL_MEDICARE')).toBe(138_46);
  expect((await readYear(office.admin, idOf('MOVED-HERE')))?.grossPay.amount).toBe('340000.00');
});

test('amounts that cannot be true are refused with the reason', async () => {
  const without = (code: string) => OPENING.amounts.filter((amount) => amount.code !== code);
  const replaced = (code: string, amount: string, taxableWages: string) => [
    ...without(code),
    { code, amount, taxableWages },
  ];
  const refusalOf = async (amounts: OpeningBalanceInput['amounts']) =>
    (await handIn({ ...OPENING, amounts }))?.userErrors[0]?.message;
  expect(await refusalOf(replaced('US_SS', '11439', '185000'))).toMatch(/wage base is 184500/);
  expect(await refusalOf(replaced('US_FUTA', '42', '9000'))).toMatch(/wage base is 7000/);
  expect(await refusalOf(without('US_FIT'))).toMatch(/netPay is 232371/);
  expect(await refusalOf(replaced('US_MEDICARE_EMPLOYER', '3000', '340000'))).toMatch(/which give 4930/);
  expect(await refusalOf([...OPENING.amounts, { code: 'US_LUNCH', amount: '1' }])).toMatch(/not a code/);
});

test('hours by date are paid by the workweeks of the pay group', async () => {
  const hoursByDate = ['23', '24', '25', '26', '27', '28'].map((day) => ({ date: `2026-11-${day}`, hours: '8' }));
  const input = {
    idempotencyKey: crypto.randomUUID(),
    payGroupId: SAMPLE_PAY_GROUP_ID,
    periodStartDate: PERIOD,
    inputs: [{ externalId: 'BY-DATE', hoursByDate }],
  };
  const { upsertPayrollInputs } = await office.admin.execute(UpsertPayrollInputsDocument, { input });
  expect(upsertPayrollInputs?.results).toMatchObject([{ outcome: 'CREATED' }]);
  const { previewPayslip } = await office.admin.execute(PayslipPreviewedDocument, {
    input: { employeeId: idOf('BY-DATE'), periodStartDate: PERIOD },
  });
  // 48 x 20.00, and half of 20.00 for 8 of them
  expect(previewPayslip?.grossPay?.amount).toBe('1040.00');
});

test('a run pays each day at what held on it, and names the days', async () => {
  const input = { employeeId: idOf('RAISED'), periodStartDate: PERIOD };
  const { previewPayslip } = await office.admin.execute(PayslipPreviewedDocument, { input });
  runId = await payRun(office, { periodStartDate: PERIOD });
  const raised = await payslipOf('RAISED');
  expect(raised?.grossPay.amount).toBe('2500.00');
  expect(previewPayslip?.grossPay).toEqual(raised?.grossPay);
  expect(raised?.lines.filter(({ kind }) => kind === 'EARNING')).toMatchObject([
    { amount: { amount: '1000.00' }, startDate: '2026-11-23', endDate: '2026-11-29' },
    { amount: { amount: '1500.00' }, startDate: '2026-11-30', endDate: '2026-12-06' },
  ]);
  expect((await payslipOf('REHIRED'))?.grossPay.amount).toBe('800.00');
  const later = await payslipOf('RAISED-LATER');
  expect(later?.lines[0]).toMatchObject({ amount: { amount: '2000.00' }, startDate: null, endDate: null });
});

test('the payslips are verified from what was frozen, whatever is recorded afterwards', async () => {
  await change('RAISED', { removedChanges: ['2026-11-30'] });
  for (const externalId of ['RAISED', 'REHIRED']) {
    const payslip = await payslipOf(externalId);
    const { verifyPayslip } = await office.admin.execute(VerifyPayslipDocument, {
      payslipId: payslip?.payslipId ?? '',
    });
    expect(verifyPayslip).toMatchObject({ matches: true });
  }
});

/* Who was not paid by the regular run is paid by an off-cycle run, as its messages advise. */

const amountsOf = async (offCycleId: string, externalId: string) => {
  const item = (await readItems(office.admin, offCycleId)).find(({ employeeId }) => employeeId === idOf(externalId));
  const { payslip } = await office.admin.execute(PayslipDocument, { payslipId: item?.payslipId ?? '' });
  return { payslipId: item?.payslipId ?? '', gross: payslip?.grossPay.amount };
};

async function enterHours(externalId: string, hours: string) {
  const input = {
    idempotencyKey: crypto.randomUUID(),
    payGroupId: SAMPLE_PAY_GROUP_ID,
    periodStartDate: PERIOD,
    inputs: [{ externalId, hoursWorked: [{ week: 1, hours }] }],
  };
  const { upsertPayrollInputs } = await office.admin.execute(UpsertPayrollInputsDocument, { input });
  return upsertPayrollInputs?.results[0];
}

test('the opening balance of a year with posted runs is locked, and corrected with a reason', async () => {
  const grossNow = async () => centsOf((await readYear(office.admin, idOf('MOVED-HERE')))?.grossPay);
  expect(await grossNow()).toBe(340_000_00 + 15_384_62);
  const less = { ...OPENING, grossPay: '339000', netPay: '231371' };
  const corrected = {
    ...less,
    amounts: less.amounts.map((each) => (each.code === 'SALARY' ? { ...each, amount: '339000' } : each)),
  };
  expect(await handIn(corrected)).toMatchObject({
    userErrors: [{ code: 'INVALID_STATE', field: ['correctionReason'] }],
  });
  expect(await handIn({ ...corrected, correctionReason: 'A check was voided there.' })).toMatchObject({
    outcome: 'UPDATED',
    version: 2,
  });
  expect(await grossNow()).toBe(339_000_00 + 15_384_62);
});

test('an off-cycle run that names nobody pays everybody who failed, once the reason is gone', async () => {
  const failed = (await readItems(office.admin, runId)).filter(({ error }) => error).map(({ error }) => error?.code);
  expect(failed.sort()).toEqual(['HOURS_MISSING', 'W4_MISSING']);
  await change('NO-W4', { taxProfile: FORM ?? null });
  expect(await enterHours('RAISED-LATER', '40')).toMatchObject({
    userErrors: [{ code: expect.any(String) as string }],
  });
  expect(await enterHours('NO-HOURS', '50')).toMatchObject({ outcome: 'CREATED' });
  const offCycleId = await payRun(office, { periodStartDate: PERIOD, type: 'OFF_CYCLE' });
  expect((await readItems(office.admin, offCycleId)).length).toBe(2);
  const paid = await amountsOf(offCycleId, 'NO-W4');
  expect(paid.gross).toBe('2000.00');
  // 50 hours at 20.00 and half of that for 10 of them
  expect((await amountsOf(offCycleId, 'NO-HOURS')).gross).toBe('1100.00');
  const { verifyPayslip } = await office.admin.execute(VerifyPayslipDocument, { payslipId: paid.payslipId });
  expect(verifyPayslip).toMatchObject({ matches: true });
});

test('nobody gets regular pay twice, and a payslip of 0.00 is a requirement', async () => {
  const employeeIds = [idOf('NO-W4'), idOf('RAISED')];
  const start = { periodStartDate: PERIOD, type: 'OFF_CYCLE' as const, sequence: 2, employeeIds };
  const again = await startRun(office.admin, { ...start, idempotencyKey: crypto.randomUUID() });
  await office.runIs(again, 'AWAITING_APPROVAL');
  const { requirements } = await office.admin.execute(RequirementsDocument, { runId: again });
  expect(requirements).toContainEqual(
    expect.objectContaining({ code: 'INPUT_NO_NET_PAY', message: expect.stringContaining('NO-W4') as string }),
  );
  for (const externalId of ['NO-W4', 'RAISED']) expect((await amountsOf(again, externalId)).gross).toBe('0.00');
  expect(await enterHours('NO-HOURS', '40')).toMatchObject({ userErrors: [{ code: 'PERIOD_CLOSED' }] });
});

test('a schedule that is moved pays no day twice, and the way out works', async () => {
  const move = async (anchorDate: string) => {
    const input = { idempotencyKey: crypto.randomUUID(), payGroupId: SAMPLE_PAY_GROUP_ID, anchorDate };
    const { upsertPayGroup } = await office.admin.execute(UpsertPayGroupDocument, { input });
    expect(upsertPayGroup?.userErrors).toEqual([]);
  };
  const start = async (periodStartDate: string) => {
    const input = startInput({ periodStartDate, idempotencyKey: crypto.randomUUID() });
    return (await office.admin.execute(StartPayrollRunDocument, { input })).startPayrollRun;
  };
  await move('2026-11-30');
  const refused = await start('2026-11-30');
  expect(refused?.userErrors).toMatchObject([
    {
      code: 'PERIOD_CLOSED',
      message: expect.stringContaining(runId) as string,
      resolution: expect.stringContaining('2026-12-07') as string,
    },
  ]);
  await move('2026-12-07');
  expect(await start('2026-12-07')).toMatchObject({ userErrors: [] });
});
