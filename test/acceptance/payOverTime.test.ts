import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  EmployeeFileDocument,
  PayslipDocument,
  PayslipPreviewedDocument,
  RequirementsDocument,
  StartPayrollRunDocument,
  UpsertPayGroupDocument,
  UpsertPayrollInputsDocument,
  VerifyPayslipDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { type ClockedOffice, record } from './clockedOffice.ts';
import { startInput, startRun } from './payrollOffice.ts';
import { openPostingOffice, payRun, readItems } from './postingOffice.ts';

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
  for (const employee of [...employees, salaried('NO-HOURS', { compensation: hourly })])
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
