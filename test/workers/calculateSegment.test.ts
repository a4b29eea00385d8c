import { expect, test } from 'vitest';
import type { EmployeeRecord } from '../../table/employee.ts';
import { calculateSegment } from '../../workers/calculation/calculateSegment.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';
import { payFacts, periodStarting } from '../payroll/payFacts.ts';

/* An employee whose pay cannot be calculated or posted fails alone, before anybody is paid. */

const { employee: FILE } = payFacts();

function segmentOf(profiles: ReadonlyMap<string, object>, years: ReadonlyMap<string, string> = new Map()) {
  const employees = new Map(
    [...profiles].map(([employeeId, more]): [string, EmployeeRecord] => [
      employeeId,
      {
        companyId: 'acme',
        employeeId,
        externalId: employeeId,
        payGroupId: 'biweekly',
        givenName: 'Ana',
        familyName: 'Chen',
        hireDate: '2021-03-01',
        profile: JSON.stringify({ ...FILE, employeeId, ...more }),
        version: 1,
      },
    ]),
  );
  const segment: Segment = {
    companyId: 'acme',
    runId: 'run_1',
    payGroupId: 'biweekly',
    segment: 0,
    type: 'REGULAR',
    calculation: 1,
    sequence: 1,
    period: periodStarting('2026-03-02'),
    employer: payFacts().employer,
    ruleSetVersion: '2026.1',
    employees: [...profiles.keys()].map((employeeId): RosterEntry => [employeeId, 1, 0]),
  };
  return calculateSegment(segment, { employees, inputs: new Map(), yearsToDate: years });
}

const withDeductions = (...ids: string[]) => ({
  deductions: ids.map((deductionId) => ({ deductionId, type: 'POST_TAX', amountCents: 1_00 })),
});
const manyIds = Array.from({ length: 20 }, (_, i) => `${i}`.padEnd(2_000, 'x'));

test.each<[string, object, string | undefined, string]>([
  ['whose year to date is damaged', {}, '2|2026|x', 'CALCULATION_STOPPED'],
  ['whose year to date is of a later format', {}, '9|2026|1|1|1|', 'CALCULATION_STOPPED'],
  ['with a deduction id that is no text', withDeductions('\uD800'), undefined, 'CALCULATION_STOPPED'],
  ['whose ids fill the record of the year', withDeductions(...manyIds), undefined, 'POSTING_TOO_LARGE'],
])('an employee %s fails with reason and fix; the others are calculated', (_case, more, year, code) => {
  const profiles = new Map<string, object>([
    ['emp_1', {}],
    ['emp_2', more],
    ['emp_3', withDeductions('constructor')],
  ]);
  const { items, record } = segmentOf(profiles, new Map(year === undefined ? [] : [['emp_2', year]]));
  expect(items.map(({ status }) => status)).toEqual(['CALCULATED', 'FAILED', 'CALCULATED']);
  expect(items[1]).toMatchObject({ errorCode: code });
  expect(items[1]).toHaveProperty('errorMessage', expect.stringMatching(/.{20}/));
  expect(items[1]).toHaveProperty('errorResolution', expect.stringMatching(/.{20}/));
  expect(record).toMatchObject({ calculatedCount: 2, failedCount: 1 });
  expect(record.postings['2400-POST_TAX']).toBe(-1_00);
});
