import { describe, expect, test } from 'vitest';
import { diffPayslips } from '../../../payroll/comparison/diffPayslips.ts';
import { summarizeDifferences } from '../../../payroll/comparison/summarizeDifferences.ts';
import { variancesOf, type RunFigures, type VarianceThresholds } from '../../../payroll/comparison/variance.ts';
import { payFacts, payslipOf } from '../payFacts.ts';

const RUN: RunFigures = {
  employeeCount: 100,
  grossPayCents: 200_000_00,
  employeeTaxesCents: 40_000_00,
  deductionsCents: 20_000_00,
  reimbursementsCents: 0,
  netPayCents: 140_000_00,
  employerTaxesCents: 15_300_00,
};

describe('variance', () => {
  const above = (run: Partial<RunFigures>, thresholds: VarianceThresholds, lastRun: RunFigures | undefined = RUN) =>
    variancesOf({ ...RUN, ...run }, lastRun, thresholds)
      .filter(({ isAboveThreshold }) => isAboveThreshold)
      .map(({ figure }) => figure);
  const TEN_PERCENT = { grossPayCents: 100_000, netPayCents: 100_000, employeeCount: 100_000 };

  test.each([
    // case                                      gross           above
    ['no change', 200_000_00, []],
    ['exactly the threshold', 220_000_00, []],
    ['a cent more', 220_000_01, ['grossPayCents']],
    ['exactly the threshold, down', 180_000_00, []],
    ['a cent less', 179_999_99, ['grossPayCents']],
  ])('%s', (_case, grossPayCents, figures) => {
    expect(above({ grossPayCents }, TEN_PERCENT)).toEqual(figures);
  });

  test('headcount counts like money', () => {
    expect(above({ employeeCount: 111 }, TEN_PERCENT)).toEqual(['employeeCount']);
  });

  test('a figure without a threshold, and a run without one before it, is above nothing', () => {
    expect(above({ employeeTaxesCents: 90_000_00 }, TEN_PERCENT)).toEqual([]);
    expect(above({ grossPayCents: 900_000_00 }, {})).toEqual([]);
    expect(variancesOf(RUN, undefined, TEN_PERCENT)).toEqual([]);
  });

  test('from nothing to anything is above any threshold, and no percentage', () => {
    const variances = variancesOf({ ...RUN, reimbursementsCents: 1 }, RUN, { reimbursementsCents: 1_000_000 });
    expect(variances.find(({ figure }) => figure === 'reimbursementsCents')).toEqual({
      figure: 'reimbursementsCents',
      before: 0,
      after: 1,
      change: 1,
      changePpm: undefined,
      thresholdPpm: 1_000_000,
      isAboveThreshold: true,
    });
  });

  test('the change is a share of the last run, in parts per million', () => {
    const [, gross] = variancesOf({ ...RUN, grossPayCents: 175_000_00 }, RUN, {});
    expect(gross).toMatchObject({ figure: 'grossPayCents', change: -25_000_00, changePpm: -125_000 });
  });

  test('sums of ten billion dollars do not lose a cent', () => {
    const lastRun = { ...RUN, grossPayCents: 1_000_000_000_000 };
    const threshold = { grossPayCents: 100_000 };
    expect(above({ grossPayCents: 1_100_000_000_000 }, threshold, lastRun)).toEqual([]);
    expect(above({ grossPayCents: 1_100_000_000_001 }, threshold, lastRun)).toEqual(['grossPayCents']);
  });
});

test('a run against the last one: who joined, who left, who changed, and the sums of both', () => {
  const slip = (employeeId: string, annualSalaryCents: number) =>
    payslipOf(
      payFacts({
        employee: { employeeId, compensation: { type: 'SALARY', annualSalaryCents, isOvertimeExempt: true } },
      }),
    );
  const changed = { isEmployeeRecordChanged: true, isInputChanged: false };
  const [stays, before, after] = [slip('emp_1', 52_000_00), slip('emp_2', 52_000_00), slip('emp_2', 78_000_00)];
  const [leaves, joins] = [slip('emp_3', 26_000_00), slip('emp_4', 104_000_00)];
  const summary = summarizeDifferences([
    diffPayslips(stays, stays, changed),
    diffPayslips(before, after, changed),
    diffPayslips(leaves, undefined, changed),
    diffPayslips(undefined, joins, changed),
  ]);
  expect(summary).toMatchObject({ unchangedCount: 1, changedCount: 1, leftCount: 1, joinedCount: 1 });
  expect([summary.before.grossCents, summary.after.grossCents]).toEqual([5_000_00, 9_000_00]);
  expect(summary.after.netPayCents).toBe(stays.netPayCents + after.netPayCents + joins.netPayCents);
});
