import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  EmployeesDocument,
  PayslipDocument,
  PayslipPreviewedDocument,
  type PayslipPreviewedQuery,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, PreviewPayslipInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { type ClockedOffice, enter, record } from './clockedOffice.ts';
import { startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';
import { centsOf, openPostingOffice, payRun, readItems } from './postingOffice.ts';

/* A payslip before there is a run: what the next run would pay if nothing changed until then. */

const EMPLOYEES = 12;
const NEXT_PERIOD = '2026-11-23';

/** Earns enough in one pay to reach the wage base of Social Security: the next payslip depends on what was posted. */
const RICH: EmployeeInput = {
  externalId: 'RICH',
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Rosa',
  familyName: 'Reyes',
  hireDate: '2020-01-06',
  workState: 'TX',
  compensation: { type: 'SALARY', annualSalary: '3000000' },
  taxProfile: { filingStatus: 'SINGLE', multipleJobs: false },
};

let office: ClockedOffice;
let richId: string;
let brokenId: string;
let previewed: Map<string, Preview>;
let runId: string;

type Preview = NonNullable<PayslipPreviewedQuery['previewPayslip']>;

async function preview(input: Partial<PreviewPayslipInput>, client: PayrollClient = office.admin): Promise<Preview> {
  const { previewPayslip } = await client.execute(PayslipPreviewedDocument, {
    input: { employeeId: richId, periodStartDate: SAMPLE_PERIOD_START_DATE, ...input },
  });
  if (!previewPayslip) throw new Error('the preview has no answer');
  return previewPayslip;
}

const amountOf = ({ lines }: Pick<Preview, 'lines'>, code: string): number =>
  centsOf(lines?.find((line) => line.code === code)?.amount);

beforeAll(async () => {
  office = await openPostingOffice(EMPLOYEES);
  const { admin } = office;
  richId = (await record(admin, RICH)).employeeId ?? '';
  const { taxProfile: _form, ...broken } = { ...RICH, externalId: 'BROKEN' };
  brokenId = (await record(admin, broken)).employeeId ?? '';
  const { employees } = await admin.execute(EmployeesDocument, { first: 100 });
  previewed = new Map();
  for (const { employeeId } of employees?.nodes ?? []) previewed.set(employeeId, await preview({ employeeId }));
  runId = await payRun(office);
});
afterAll(() => office.close());

test('the next run gives everybody the payslip and the payments that the preview showed', async () => {
  const items = await readItems(office.admin, runId);
  expect(items.map(({ employeeId }) => employeeId).sort()).toEqual([...previewed.keys()].sort());
  for (const { employeeId, payslipId, error, grossPay, netPay } of items) {
    const before = previewed.get(employeeId);
    expect(before).toMatchObject({ grossPay, netPay, error });
    if (!payslipId) continue;
    const { payslip } = await office.admin.execute(PayslipDocument, { payslipId });
    expect(before?.lines).toEqual(payslip?.lines);
    expect(before?.ruleSetVersion).toBe(payslip?.ruleSetVersion);
    const paid = before?.payments?.reduce((sum, { amount }) => sum + centsOf(amount), 0);
    expect(paid).toBe(centsOf(netPay));
  }
  const methods = [...previewed.values()].flatMap(({ payments }) => payments?.map(({ method }) => method) ?? []);
  expect(new Set(methods)).toEqual(new Set(['DIRECT_DEPOSIT', 'CHECK']));
});

test('an employee who cannot be calculated is told why, as the run tells it', async () => {
  const { error, lines, userErrors } = await preview({ employeeId: brokenId });
  expect(error).toMatchObject({ code: 'W4_MISSING' });
  expect({ lines, userErrors }).toEqual({ lines: null, userErrors: [] });
});

test('a preview counts from what was posted in the year', async () => {
  const first = previewed.get(richId);
  const next = await preview({ periodStartDate: NEXT_PERIOD });
  expect(amountOf(first ?? { lines: null }, 'US_SS')).toBeGreaterThan(0);
  // 184,500.00 of wages are taxed in 2026, at 6.2 %.
  expect(amountOf(first ?? { lines: null }, 'US_SS') + amountOf(next, 'US_SS')).toBe(11_439_00);
});

test('nothing of a preview is stored, whatever it supposes', async () => {
  const before = await dumpTable(office.aws);
  await preview({ compensation: { type: 'SALARY', annualSalary: '52000' } });
  await preview({ earnings: [{ type: 'BONUS', amount: '1000' }] });
  await preview({ periodStartDate: NEXT_PERIOD, type: 'BONUS', earnings: [{ type: 'BONUS', amount: '1000' }] });
  expect(await dumpTable(office.aws)).toEqual(before);
});

test('pay, hours and earnings may be supposed, and stand in the place of what is recorded', async () => {
  const salary = await preview({ compensation: { type: 'SALARY', annualSalary: '52000' } });
  expect(salary.grossPay?.amount).toBe('2000.00');

  const hourly = { type: 'HOURLY', hourlyRate: '20' } as const;
  const hoursWorked = [
    { week: 1, hours: '45' },
    { week: 2, hours: '40' },
  ];
  const hours = await preview({ compensation: hourly, hoursWorked });
  // 85 hours, and half of the rate on top for five of them.
  expect(hours.grossPay?.amount).toBe('1750.00');
  expect((await preview({ compensation: hourly })).error).toMatchObject({ code: 'HOURS_MISSING' });

  await enter(office.admin, { externalId: 'RICH', earnings: [{ type: 'BONUS', amount: '500', offCycleSequence: 1 }] });
  const bonus = await preview({ type: 'OFF_CYCLE' });
  expect(bonus.lines?.filter(({ kind }) => kind === 'EARNING')).toMatchObject([{ amount: { amount: '500.00' } }]);
  const another = await preview({ type: 'OFF_CYCLE', earnings: [{ type: 'BONUS', amount: '750' }] });
  expect(another.lines?.filter(({ kind }) => kind === 'EARNING')).toMatchObject([{ amount: { amount: '750.00' } }]);
});

test('what cannot be previewed is refused, and says what to do', async () => {
  const cases: [Partial<PreviewPayslipInput>, string][] = [
    [{ employeeId: 'emp_000000nobody' }, 'EMPLOYEE_NOT_FOUND'],
    [{ periodStartDate: '2026-11-10' }, 'PERIOD_NOT_FOUND'],
    [{ type: 'REVERSAL' }, 'INVALID_INPUT'],
    [{ hoursWorked: [{ week: 3, hours: '40' }] }, 'INVALID_INPUT'],
    [{ compensation: { type: 'SALARY', hourlyRate: '20' } }, 'INVALID_INPUT'],
    [{ earnings: [{ type: 'BONUS', amount: '10.001' }] }, 'INVALID_AMOUNT'],
  ];
  for (const [input, code] of cases)
    expect(await preview(input)).toMatchObject({ netPay: null, lines: null, userErrors: [{ code }] });
  const { lines, userErrors } = await preview({}, office.stranger);
  expect({ lines, codes: userErrors.map(({ code }) => code) }).toEqual({ lines: null, codes: ['COMPANY_NOT_FOUND'] });
});

test('a run that is started after a supposition pays what is recorded', async () => {
  await preview({ periodStartDate: NEXT_PERIOD, compensation: { type: 'SALARY', annualSalary: '52000' } });
  const next = await preview({ periodStartDate: NEXT_PERIOD });
  const nextRunId = await startRun(office.admin, { idempotencyKey: 'next', periodStartDate: NEXT_PERIOD });
  await office.runIs(nextRunId, 'AWAITING_APPROVAL');
  const item = (await readItems(office.admin, nextRunId)).find(({ employeeId }) => employeeId === richId);
  expect(item).toMatchObject({ grossPay: next.grossPay, netPay: next.netPay });
});
