import { expect, test } from 'vitest';
import type { EnteredPay } from '../../payroll/EnteredPay.ts';
import { type PayPeriod, payPeriodOf } from '../../payroll/payPeriods.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { factsOf } from '../../workers/calculation/factsOf.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/* What was entered for a period is paid by one of its runs, and by no other. */

const found = payPeriodOf(
  { frequency: 'BIWEEKLY', anchorDate: '2026-01-05', payDateOffsetDays: 5, holidayRule: 'PREVIOUS_BANKING_DAY' },
  '2026-03-02',
);
const SEGMENT: Segment = {
  companyId: 'acme',
  runId: 'run_1',
  payGroupId: 'biweekly',
  segment: 0,
  type: 'REGULAR',
  calculation: 1,
  sequence: 1,
  period: (found.ok ? found.value : undefined) as PayPeriod,
  employer: { unemployment: {}, headcount: 1 },
  ruleSetVersion: '2026.1',
  employees: [['emp_1', 1, 1]],
};
const EMPLOYEE: EmployeeRecord = {
  companyId: 'acme',
  employeeId: 'emp_1',
  externalId: '1',
  payGroupId: 'biweekly',
  givenName: 'Ana',
  familyName: 'Chen',
  hireDate: '2021-03-15',
  profile: JSON.stringify({ compensation: { type: 'HOURLY', hourlyRateCents: 25_00 } }),
  version: 1,
};
const ENTERED: EnteredPay = {
  workweeks: [{ startDate: '2026-03-02', work: [{ hoursHundredths: 40_00 }] }],
  earnings: [{ type: 'BONUS', amountCents: 100_00 }],
  supplementalMethod: 'AGGREGATE',
  offCycleEarnings: { 1: [{ type: 'BONUS', amountCents: 200_00 }], 2: [{ type: 'BONUS', amountCents: 300_00 }] },
};

const payInputsOf = (run: Partial<Segment>, entered: EnteredPay | undefined) => {
  const input = entered && { employeeId: 'emp_1', payInputs: JSON.stringify(entered), version: 1 };
  const facts = factsOf({ ...SEGMENT, ...run }, EMPLOYEE, input, undefined);
  return facts.ok ? facts.value.payInputs : facts.error;
};

test('the regular run pays hours and the earnings that no off-cycle run pays, whichever attempt at it', () => {
  const { offCycleEarnings: _others, ...regular } = ENTERED;
  expect(payInputsOf({ sequence: 1 }, ENTERED)).toEqual(regular);
  expect(payInputsOf({ sequence: 2 }, ENTERED)).toEqual(regular);
});

test.each([
  [1, [{ type: 'BONUS', amountCents: 200_00 }]],
  [2, [{ type: 'BONUS', amountCents: 300_00 }]],
  [3, []],
])('off-cycle run %i pays the earnings that were entered for it, and no hours', (sequence, earnings) => {
  const run = { type: 'OFF_CYCLE', sequence } as const;
  expect(payInputsOf(run, ENTERED)).toEqual({ workweeks: [], earnings, supplementalMethod: 'AGGREGATE' });
});

test('without anything entered there is nothing but the file', () => {
  expect(payInputsOf({}, undefined)).toEqual({ workweeks: [], earnings: [] });
});
