import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FicaExemption } from '../../payroll/EmployeePayFacts.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';
import { amountOf, lineOf, payFacts, payslipOf } from './payFacts.ts';

const paid = (bonusCents: number, yearToDate: Partial<YearToDate>): Payslip =>
  payslipOf(
    payFacts({ runType: 'BONUS', payInputs: { earnings: [{ type: 'BONUS', amountCents: bonusCents }] }, yearToDate }),
  );

// 2026: 6.2 % to 184,500.00; 1.45 %; 0.9 % above 200,000.00; FUTA 0.6 % to 7,000.00.
describe('caps and thresholds inside a check', () => {
  test.each([
    // case                                code                      taxed before  wages     amount
    ['ordinary pay', 'US_SS', 0, 2_000_00, 124_00],
    ['half a cent rounds up', 'US_SS', 0, 1_002_50, 62_16],
    ['the pay that reaches the base', 'US_SS', 183_500_00, 2_000_00, 62_00],
    ['nothing after the base', 'US_SS', 184_500_00, 2_000_00, 0],
    ['nothing, not a refund, beyond the base', 'US_SS', 190_000_00, 2_000_00, 0],
    ['FUTA stops at 7,000.00', 'US_FUTA', 6_000_00, 2_000_00, 6_00],
    ['the employer stops at the same base', 'US_SS_EMPLOYER', 183_500_00, 2_000_00, 62_00],
  ])('%s', (_case, code, before, wages, amount) => {
    expect(amountOf(paid(wages, { taxableCents: { [code]: before } }), code)).toBe(amount);
  });

  test.each([
    // Medicare wages before, wages, additional tax
    [199_000_00, 3_000_00, 18_00],
    [200_000_00, 3_000_00, 27_00],
    [0, 2_000_00, 0],
    [0, 250_000_00, 450_00],
  ])('Additional Medicare after %d on %d is %d', (before, wages, amount) => {
    const slip = paid(wages, { taxableCents: { US_MEDICARE: before } });
    expect(amountOf(slip, 'US_ADDITIONAL_MEDICARE')).toBe(amount);
  });

  test('one check can cross every line at once', () => {
    const slip = paid(1_200_000_00, {});
    expect(lineOf(slip, 'US_SS')).toMatchObject({ taxableCents: 184_500_00, amountCents: 11_439_00 });
    expect(amountOf(slip, 'US_MEDICARE')).toBe(17_400_00);
    expect(amountOf(slip, 'US_ADDITIONAL_MEDICARE')).toBe(9_000_00);
    expect(amountOf(slip, 'US_MEDICARE_EMPLOYER')).toBe(17_400_00);
  });
});

test('however the year is split, taxed wages never exceed the caps and reach them exactly', () => {
  const checks = fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(checks, (amounts) => {
      let year = emptyYearToDate(2026);
      for (const amount of amounts) year = addToYearToDate(year, paid(amount, year));
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      expect(year.taxableCents['US_SS']).toBe(Math.min(total, 184_500_00));
      expect(year.taxableCents['US_FUTA']).toBe(Math.min(total, 7_000_00));
      expect(year.taxableCents['US_MEDICARE']).toBe(total);
      expect(year.taxableCents['US_ADDITIONAL_MEDICARE'] ?? 0).toBe(Math.max(0, total - 200_000_00));
      expect(Math.abs((year.amountsCents['US_SS'] ?? 0) - Math.min(total, 184_500_00) * 0.062)).toBeLessThanOrEqual(
        amounts.length,
      );
    }),
    { numRuns: 60 },
  );
});

// Publication 15 section 15.
test.each<[FicaExemption, boolean, boolean, boolean]>([
  // who                            Social Security, Medicare, FUTA are due
  ['STUDENT_OF_EMPLOYER', false, false, false],
  ['NONRESIDENT_ALIEN_VISA', false, false, false],
  ['CHILD_UNDER_18_OF_PROPRIETOR', false, false, false],
  ['CHILD_18_TO_20_OF_PROPRIETOR', true, true, false],
  ['SPOUSE_OR_PARENT_OF_PROPRIETOR', true, true, false],
  ['MINISTER', false, false, false],
  ['PUBLIC_PLAN_MEDICARE_TAXED', false, true, false],
  ['PUBLIC_PLAN_MEDICARE_EXEMPT', false, false, false],
])('%s', (ficaExemption, socialSecurity, medicare, futa) => {
  const slip = payslipOf(payFacts({ employee: { ficaExemption } }));
  const due = (...codes: string[]) => codes.map((code) => amountOf(slip, code) > 0);
  expect(due('US_SS', 'US_SS_EMPLOYER')).toEqual([socialSecurity, socialSecurity]);
  expect(due('US_MEDICARE', 'US_MEDICARE_EMPLOYER')).toEqual([medicare, medicare]);
  expect(due('US_FUTA')).toEqual([futa]);
});

test('a 501(c)(3) employer pays no FUTA and the rest stays', () => {
  const slip = payslipOf(payFacts({ employer: { isFutaExempt: true } }));
  expect([amountOf(slip, 'US_FUTA'), amountOf(slip, 'US_SS_EMPLOYER')]).toEqual([0, 124_00]);
});
