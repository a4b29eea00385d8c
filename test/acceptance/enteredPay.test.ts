import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  EmployeesDocument,
  PayrollInputDocument,
  PayrollInputsDocument,
  type PayrollInputsQuery,
  PayslipOfEmployeeDocument,
  RecalculatePayrollRunDocument,
  RequirementsDocument,
  UpsertPayGroupDocument,
  UpsertPayrollInputsDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { approveAs, type ClockedOffice, openClockedOffice, record } from './clockedOffice.ts';
import { startRun } from './payrollOffice.ts';

/* What is entered for a period is paid, refused by name, or listed before the run is approved. */

const OTHER_GROUP = 'weekly-others';
let office: ClockedOffice;
const [{ employee: sample }] = sampleEmployees(1) as unknown as [{ employee: EmployeeInput }];

beforeAll(async () => {
  office = await openClockedOffice(3);
  const group = { payGroupId: OTHER_GROUP, name: 'Others', frequency: 'WEEKLY', anchorDate: '2026-01-05' } as const;
  const { upsertPayGroup } = await office.admin.execute(UpsertPayGroupDocument, {
    input: { idempotencyKey: 'group', ...group },
  });
  expect(upsertPayGroup?.userErrors).toEqual([]);
  await hire('OF-GROUP');
  await hire('SELLER');
  await hire('MOVED');
  await hire('PROMOTED');
  await hire('LEFT-LATER');
  await hire('OTHER', { payGroupId: OTHER_GROUP });
  await hire('LEFT', { terminationDate: '2026-11-06' });
  await hire('LATER', { hireDate: '2026-11-23' });
});
afterAll(() => office.close());

const HOURLY = { type: 'HOURLY', hourlyRate: '20' } as const;

async function hire(externalId: string, more: Partial<EmployeeInput> = {}) {
  const { deductions: _d, garnishments: _g, stateTaxForms: _s, localTaxes: _l, directDeposits: _a, ...file } = sample;
  const place = { workState: 'TX', homeState: 'TX', payGroupId: SAMPLE_PAY_GROUP_ID, hireDate: '2021-03-15' };
  const row = await record(office.admin, { ...file, ...place, externalId, compensation: HOURLY, ...more });
  expect(row.userErrors).toEqual([]);
}

async function enter(inputs: PayrollInputInput[], source?: string) {
  const place = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const input = { idempotencyKey: crypto.randomUUID(), ...place, ...(source === undefined ? {} : { source }), inputs };
  const { upsertPayrollInputs } = await office.admin.execute(UpsertPayrollInputsDocument, { input });
  expect(upsertPayrollInputs?.userErrors).toEqual([]);
  return upsertPayrollInputs?.results ?? [];
}

const hoursOf = (externalId: string, hours = '40'): PayrollInputInput => ({
  externalId,
  hoursWorked: [
    { week: 1, hours },
    { week: 2, hours },
  ],
});

const requirementsOf = async (runId: string) =>
  ((await office.admin.execute(RequirementsDocument, { runId })).requirements ?? []).filter(({ code }) =>
    code.startsWith('INPUT_'),
  );

const listed = async () => {
  const place = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const nodes = [];
  for (let after: string | null = null; ;) {
    const read: PayrollInputsQuery = await office.admin.execute(PayrollInputsDocument, { ...place, first: 3, after });
    const { payrollInputs } = read;
    nodes.push(...(payrollInputs?.nodes ?? []));
    after = payrollInputs?.pageInfo.endCursor ?? null;
    if (!payrollInputs?.pageInfo.hasNextPage) return nodes;
  }
};

test('of four whose hours are entered, the one of the group is taken, and three are refused by name', async () => {
  const rows = await enter(['OF-GROUP', 'OTHER', 'LEFT', 'LATER'].map((externalId) => hoursOf(externalId)));
  expect(rows.map(({ externalId, outcome, userErrors }) => [externalId, outcome, userErrors[0]?.code])).toEqual([
    ['OF-GROUP', 'CREATED', undefined],
    ['OTHER', 'REFUSED', 'EMPLOYEE_IN_OTHER_PAY_GROUP'],
    ['LEFT', 'REFUSED', 'NOT_EMPLOYED_IN_PERIOD'],
    ['LATER', 'REFUSED', 'NOT_EMPLOYED_IN_PERIOD'],
  ]);
});

test('what is read of a source and sent again changes nothing', async () => {
  await enter([{ externalId: 'SELLER', earnings: [{ type: 'COMMISSION', amount: '250' }] }], 'sales');
  await enter([
    {
      externalId: 'SELLER',
      hoursWorked: [
        { week: 1, hours: '40', otherRates: [{ hours: '4.25', hourlyRate: '31' }], premiumPaidEarlier: '1.50' },
        { week: 2, hours: '41.5', stateOvertime: '0' },
      ],
      earnings: [
        { type: 'BONUS', amount: '75', isDiscretionary: true, offCycleSequence: 1 },
        { type: 'HOLIDAY', amount: '160', hours: '8' },
        { type: 'BONUS', amount: '5', workweekStartDates: [SAMPLE_PERIOD_START_DATE] },
      ],
      supplementalMethod: 'AGGREGATE',
    },
  ]);
  const seller = (await listed()).find(({ externalId }) => externalId === 'SELLER');
  expect(seller?.parts.map(({ source }) => source)).toEqual(['office', 'sales']);
  for (const { source, version, ...part } of seller?.parts ?? []) {
    const row: PayrollInputInput = {
      externalId: 'SELLER',
      expectedVersion: version,
      hoursWorked: part.hoursWorked.map(({ week, hours, otherRates, stateOvertime, premiumPaidEarlier }) => ({
        week,
        hours,
        otherRates: otherRates.map((other) => ({ hours: other.hours, hourlyRate: other.hourlyRate.amount })),
        stateOvertime: stateOvertime?.amount ?? null,
        premiumPaidEarlier: premiumPaidEarlier?.amount ?? null,
      })),
      earnings: part.earnings.map(({ amount, ...earning }) => ({ ...earning, amount: amount.amount })),
      supplementalMethod: part.supplementalMethod ?? null,
      unpaidAbsenceDays: part.unpaidAbsenceDays ?? null,
    };
    expect(await enter([row], source)).toMatchObject([{ outcome: 'UNCHANGED', version }]);
  }
});

test('a run lists what it does not pay, and pays it once each way out was taken', async () => {
  expect(await enter(['MOVED', 'PROMOTED', 'LEFT-LATER'].map((externalId) => hoursOf(externalId)))).toMatchObject(
    Array.from({ length: 3 }, () => ({ outcome: 'CREATED' })),
  );
  // After the entry.
  await hire('MOVED', { payGroupId: OTHER_GROUP });
  await hire('PROMOTED', { compensation: { type: 'SALARY', annualSalary: '52000', isOvertimeExempt: true } });
  await hire('LEFT-LATER', { terminationDate: '2026-11-06' });

  const runId = await startRun(office.admin);
  await office.runIs(runId, 'AWAITING_APPROVAL');
  const requirements = await requirementsOf(runId);
  expect(requirements.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'WARNING INPUT_OTHER_PAY_GROUP',
    'WARNING INPUT_NOT_EMPLOYED_IN_PERIOD',
    'WARNING INPUT_HOURS_OF_EXEMPT_SALARY',
    'WARNING INPUT_OFF_CYCLE_RUN_NOT_STARTED',
  ]);
  for (const [index, externalId] of ['MOVED', 'LEFT-LATER', 'PROMOTED', 'SELLER'].entries())
    expect(requirements[index]?.message).toContain(`Employees: 1 (${externalId})`);
  // The list of inputs names the same, each with its reason.
  expect((await listed()).flatMap(({ externalId, notPaid }) => notPaid.map(({ code }) => [externalId, code]))).toEqual([
    ['MOVED', 'OTHER_PAY_GROUP'],
    ['PROMOTED', 'HOURS_OF_EXEMPT_SALARY'],
    ['LEFT-LATER', 'NOT_EMPLOYED_IN_PERIOD'],
  ]);

  // The ways out: taken out here (to be entered there), not exempt after all, and the date corrected.
  expect(await enter([{ externalId: 'MOVED' }])).toMatchObject([{ outcome: 'REMOVED' }]);
  await hire('PROMOTED');
  await hire('LEFT-LATER', { terminationDate: '2026-11-13' });
  const input = { idempotencyKey: 'again', runId, reason: 'Entered pay was put right.' };
  await office.admin.execute(RecalculatePayrollRunDocument, { input });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  expect((await requirementsOf(runId)).map(({ code }) => code)).toEqual(['INPUT_OFF_CYCLE_RUN_NOT_STARTED']);

  // A commission by one system and hours by another are both paid.
  expect(await approveAs(office.approver, runId)).toMatchObject({ userErrors: [] });
  const { employees } = await office.admin.execute(EmployeesDocument, { first: 100, after: null });
  const employeeId = employees?.nodes.find(({ externalId }) => externalId === 'SELLER')?.employeeId ?? '';
  const { payslipOfEmployee } = await office.admin.execute(PayslipOfEmployeeDocument, { runId, employeeId });
  const paid = new Map(payslipOfEmployee?.lines.map(({ code, amount }) => [code, amount?.amount]));
  // 81.5 hours at 20.00 and 4.25 at 31.00.
  expect(paid.get('HOURLY')).toBe('1761.75');
  expect(paid.get('COMMISSION')).toBe('250.00');
});

test('nothing entered is shown as that, and so is what was taken out', async () => {
  const { employees } = await office.admin.execute(EmployeesDocument, { first: 100, after: null });
  const place = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const inputOf = async (externalId: string) => {
    const employeeId = employees?.nodes.find((employee) => employee.externalId === externalId)?.employeeId ?? '';
    return (await office.admin.execute(PayrollInputDocument, { ...place, employeeId })).payrollInput;
  };
  expect(await inputOf('OTHER')).toMatchObject({ externalId: 'OTHER', version: 0, parts: [], notPaid: [] });
  expect(await inputOf('MOVED')).toMatchObject({ version: 2, parts: [], notPaid: [] });
  expect(await inputOf('NOBODY')).toBeNull();
  expect(await inputOf('OF-GROUP')).toMatchObject({
    externalId: 'OF-GROUP',
    version: 1,
    parts: [{ source: 'office' }],
  });
});
