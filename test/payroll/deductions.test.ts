import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deduction, DeductionType } from '../../payroll/Deduction.ts';
import type { EmployeeProfile } from '../../payroll/EmployeePayFacts.ts';
import { addToYearToDate, emptyYearToDate } from '../../payroll/yearToDate.ts';
import { decodeYearToDate, encodeYearToDate } from '../../payroll/yearToDateCodec.ts';
import { amountOf, lineOf, payFacts, payslipOf, periodStarting, refusalOf, W4, type Overrides } from './payFacts.ts';

const fixed = (type: DeductionType, amountCents: number, more: Partial<Deduction> = {}): Deduction => ({
  deductionId: `ded_${type}`,
  type,
  amountCents,
  ...(type === 'HSA' && { hsaCoverage: 'SELF_ONLY' }),
  ...more,
});

function withDeductions(deductions: Deduction[], employee: Partial<EmployeeProfile> = {}, more: Overrides = {}) {
  return payFacts({ ...more, employee: { deductions, ...employee } });
}

describe('what leaves which base', () => {
  // 100.00 of 2,000.00; facts table 2.2.
  test.each<[DeductionType, number, number, number]>([
    // type, income tax wages, FICA wages, FUTA wages
    ['SECTION_125_HEALTH', 1_900_00, 1_900_00, 1_900_00],
    ['HEALTH_FSA', 1_900_00, 1_900_00, 1_900_00],
    ['DEPENDENT_CARE_FSA', 1_900_00, 1_900_00, 1_900_00],
    ['HSA', 1_900_00, 1_900_00, 1_900_00],
    ['COMMUTER', 1_900_00, 1_900_00, 1_900_00],
    ['PARKING', 1_900_00, 1_900_00, 1_900_00],
    ['TRADITIONAL_401K', 1_900_00, 2_000_00, 2_000_00],
    ['ROTH_401K', 2_000_00, 2_000_00, 2_000_00],
    ['POST_TAX', 2_000_00, 2_000_00, 2_000_00],
  ])('%s, federal', (type, incomeTax, fica, futa) => {
    const slip = payslipOf(withDeductions([fixed(type, 100_00)]));
    const bases = ['US_FIT', 'US_SS', 'US_MEDICARE', 'US_FUTA'].map((code) => lineOf(slip, code).taxableCents);
    expect(bases).toEqual([incomeTax, fica, fica, futa]);
  });

  test.each<[string, DeductionType, string, number]>([
    ['CA', 'TRADITIONAL_401K', 'CA_SIT', 1_900_00],
    ['CA', 'TRADITIONAL_401K', 'CA_SDI', 2_000_00],
    ['CA', 'SECTION_125_HEALTH', 'CA_SIT', 1_900_00],
    ['CA', 'SECTION_125_HEALTH', 'CA_SDI', 1_900_00],
    ['CA', 'HSA', 'CA_SIT', 2_000_00],
    ['CA', 'HSA', 'CA_SDI', 2_000_00],
    ['CA', 'HSA', 'CA_UI_EMPLOYER', 2_000_00],
    ['CA', 'COMMUTER', 'CA_SIT', 1_900_00],
    ['NY', 'HSA', 'NY_SIT', 1_900_00],
    ['NY', 'DEPENDENT_CARE_FSA', 'NY_SIT', 1_900_00],
    ['PA', 'TRADITIONAL_401K', 'PA_SIT', 2_000_00],
    ['PA', 'SECTION_125_HEALTH', 'PA_SIT', 1_900_00],
    ['PA', 'SECTION_125_HEALTH', 'PA_UC', 2_000_00],
    ['TX', 'SECTION_125_HEALTH', 'TX_UI_EMPLOYER', 1_900_00],
    ['TX', 'TRADITIONAL_401K', 'TX_UI_EMPLOYER', 2_000_00],
  ])('%s, %s: wages of %s', (workState, type, code, taxable) => {
    expect(lineOf(payslipOf(withDeductions([fixed(type, 100_00)], { workState })), code).taxableCents).toBe(taxable);
  });

  test('what the employer decided for everybody answers where the law does not, and a deduction for itself comes first', () => {
    const decided = (levies: 'TAXED' | 'EXCLUDED') => ({
      employer: { deductionTreatments: { SECTION_125_HEALTH: { WA: { levies } } } },
    });
    const own: Partial<Deduction> = { stateTreatment: { WA: { levies: 'TAXED' } } };
    const wagesOf = (more: Overrides, deduction: Partial<Deduction> = {}) =>
      lineOf(
        payslipOf(withDeductions([fixed('SECTION_125_HEALTH', 100_00, deduction)], { workState: 'WA' }, more)),
        'WA_PFML',
      ).taxableCents;
    expect(refusalOf(withDeductions([fixed('SECTION_125_HEALTH', 100_00)], { workState: 'WA' }))).toBe(
      'DEDUCTION_TREATMENT_UNKNOWN',
    );
    expect(wagesOf(decided('TAXED'))).toBe(2_000_00);
    expect(wagesOf(decided('EXCLUDED'))).toBe(1_900_00);
    expect(wagesOf(decided('EXCLUDED'), own)).toBe(2_000_00);
  });

  test('what is not established is asked for, not guessed', () => {
    expect(refusalOf(withDeductions([fixed('DEPENDENT_CARE_FSA', 100_00)], { workState: 'CA' }))).toBe(
      'DEDUCTION_TREATMENT_UNKNOWN',
    );
    const answered = fixed('DEPENDENT_CARE_FSA', 100_00, {
      stateTreatment: { CA: { incomeTax: 'EXCLUDED', levies: 'TAXED' } },
    });
    const slip = payslipOf(withDeductions([answered], { workState: 'CA' }));
    expect([lineOf(slip, 'CA_SIT').taxableCents, lineOf(slip, 'CA_SDI').taxableCents]).toEqual([1_900_00, 2_000_00]);
  });

  test('an answer against the law is refused', () => {
    const wrong = fixed('HSA', 100_00, { stateTreatment: { CA: { incomeTax: 'EXCLUDED' } } });
    expect(refusalOf(withDeductions([wrong], { workState: 'CA' }))).toBe('INVALID_INPUT');
  });
});

// IRS Notice 2025-67; Rev. Proc. 2025-19 and 2025-32.
describe('yearly limits', () => {
  const rate: Deduction = { deductionId: 'd', type: 'TRADITIONAL_401K', ratePpm: 500_000 };
  test.each<[string, Deduction, Record<string, number>, Partial<EmployeeProfile>, number]>([
    ['401(k) stops exactly at 24,500', rate, { TRADITIONAL_401K: 24_000_00 }, { birthDate: '1990-01-01' }, 500_00],
    ['Roth counts into the same limit', rate, { ROTH_401K: 24_000_00 }, { birthDate: '1990-01-01' }, 500_00],
    [
      'catch-up in the year of the 50th birthday',
      rate,
      { TRADITIONAL_401K: 32_000_00 },
      { birthDate: '1976-12-31', priorYearSocialSecurityWagesCents: 0 },
      500_00,
    ],
    ['none at 49', rate, { TRADITIONAL_401K: 24_500_00 }, { birthDate: '1977-01-01' }, 0],
    [
      '60 to 63: 11,250',
      rate,
      { TRADITIONAL_401K: 35_000_00 },
      { birthDate: '1966-06-01', priorYearSocialSecurityWagesCents: 0 },
      750_00,
    ],
    [
      '64 again: 8,000',
      rate,
      { TRADITIONAL_401K: 32_500_00 },
      { birthDate: '1962-06-01', priorYearSocialSecurityWagesCents: 0 },
      0,
    ],
    [
      'catch-up of the highly paid is Roth only',
      rate,
      { TRADITIONAL_401K: 24_500_00 },
      { birthDate: '1970-01-01', priorYearSocialSecurityWagesCents: 150_000_01 },
      0,
    ],
    [
      'at 150,000.00 it is not',
      rate,
      { TRADITIONAL_401K: 24_500_00 },
      { birthDate: '1970-01-01', priorYearSocialSecurityWagesCents: 150_000_00 },
      1_000_00,
    ],
    ['HSA, self-only', fixed('HSA', 500_00), { HSA: 4_300_00 }, { birthDate: '1990-01-01' }, 100_00],
    ['HSA, self-only, 55', fixed('HSA', 500_00), { HSA: 4_300_00 }, { birthDate: '1971-12-31' }, 500_00],
    [
      'HSA, family',
      fixed('HSA', 500_00, { hsaCoverage: 'FAMILY' }),
      { HSA: 8_300_00 },
      { birthDate: '1990-01-01' },
      450_00,
    ],
    ['health FSA', fixed('HEALTH_FSA', 500_00), { HEALTH_FSA: 3_300_00 }, {}, 100_00],
    ['dependent care', fixed('DEPENDENT_CARE_FSA', 500_00), { DEPENDENT_CARE_FSA: 7_400_00 }, {}, 100_00],
    [
      'dependent care, filing separately',
      fixed('DEPENDENT_CARE_FSA', 500_00, { isFilingSeparately: true }),
      { DEPENDENT_CARE_FSA: 3_700_00 },
      {},
      50_00,
    ],
  ])('%s', (_case, deduction, amountsCents, employee, taken) => {
    const slip = payslipOf(withDeductions([deduction], employee, { yearToDate: { amountsCents } }));
    expect(amountOf(slip, deduction.type)).toBe(taken);
  });

  test('the highly paid go on in Roth where traditional stops', () => {
    const both: Deduction[] = [rate, { deductionId: 'r', type: 'ROTH_401K', amountCents: 700_00 }];
    const employee = { birthDate: '1970-01-01', priorYearSocialSecurityWagesCents: 200_000_00 };
    const slip = payslipOf(
      withDeductions(both, employee, { yearToDate: { amountsCents: { TRADITIONAL_401K: 24_400_00 } } }),
    );
    expect([amountOf(slip, 'TRADITIONAL_401K'), amountOf(slip, 'ROTH_401K')]).toEqual([100_00, 700_00]);
  });

  test.each([
    ['the age', {}, 'BIRTH_DATE_MISSING'],
    ['last year’s wages', { birthDate: '1970-01-01' }, 'PRIOR_YEAR_WAGES_MISSING'],
  ])('%s is asked for once it matters', (_case, employee, type) => {
    expect(refusalOf(withDeductions([rate], employee))).toBe('no refusal');
    expect(
      refusalOf(withDeductions([rate], employee, { yearToDate: { amountsCents: { TRADITIONAL_401K: 24_000_00 } } })),
    ).toBe(type);
  });

  test('compensation above 360,000.00 does not count', () => {
    const slip = payslipOf(
      withDeductions([{ ...rate, ratePpm: 100_000 }], {}, { yearToDate: { planCompensationCents: 359_000_00 } }),
    );
    expect(amountOf(slip, 'TRADITIONAL_401K')).toBe(100_00);
  });

  test('severance is no plan compensation, now or in the year to date', () => {
    const payInputs = { earnings: [{ type: 'SEVERANCE', amountCents: 5_000_00 } as const] };
    const facts = withDeductions([{ ...rate, ratePpm: 100_000 }], {}, { payInputs });
    const slip = payslipOf(facts);
    expect(amountOf(slip, 'TRADITIONAL_401K')).toBe(200_00);
    expect(lineOf(slip, 'US_FIT_SUPPLEMENTAL').taxableCents).toBe(5_000_00);
    expect(addToYearToDate(facts.yearToDate, slip).planCompensationCents).toBe(2_000_00);
  });

  test('commuter benefits are limited by the month of the pay date', () => {
    const slip = (commuterByMonthCents: Record<string, number>) =>
      payslipOf(withDeductions([fixed('COMMUTER', 200_00)], {}, { yearToDate: { commuterByMonthCents } }));
    expect(amountOf(slip({ '2026-03': 300_00 }), 'COMMUTER')).toBe(40_00);
    expect(amountOf(slip({ '2026-02': 340_00 }), 'COMMUTER')).toBe(200_00);
  });

  test('transit and parking have a limit each, and the year keeps them apart', () => {
    const deductions = [fixed('COMMUTER', 400_00), fixed('PARKING', 400_00)];
    const slip = payslipOf(withDeductions(deductions));
    expect([amountOf(slip, 'COMMUTER'), amountOf(slip, 'PARKING')]).toEqual([340_00, 340_00]);
    expect(lineOf(slip, 'US_FIT').taxableCents).toBe(2_000_00 - 680_00);
    const after = addToYearToDate(emptyYearToDate(2026), slip);
    const month = slip.payDate.slice(0, 7);
    expect(after).toMatchObject({
      commuterByMonthCents: { [month]: 340_00 },
      parkingByMonthCents: { [month]: 340_00 },
    });
    expect(decodeYearToDate(encodeYearToDate(after))).toEqual(after);
    const again = payslipOf(withDeductions(deductions, {}, { yearToDate: after }));
    expect(again.lines.filter(({ code }) => code === 'PARKING' || code === 'COMMUTER')).toEqual([]);
  });

  test('however the year is split, a limit is reached exactly and never exceeded', () => {
    const bonuses = fc.array(fc.integer({ min: 1, max: 4_000_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(bonuses, fc.integer({ min: 10_000, max: 900_000 }), (amounts, ratePpm) => {
        let year = emptyYearToDate(2026);
        let wanted = 0;
        const deductions: Deduction[] = [{ ...rate, ratePpm, takenIn: 'EVERY_RUN' }];
        for (const amountCents of amounts) {
          const payInputs = { earnings: [{ type: 'BONUS', amountCents } as const] };
          const facts = withDeductions(
            deductions,
            { birthDate: '1990-01-01' },
            { runType: 'BONUS', payInputs, yearToDate: year },
          );
          year = addToYearToDate(year, payslipOf(facts));
          wanted += Math.round((Math.min(amountCents, 36_000_000) * ratePpm) / 1_000_000);
        }
        const taken = year.amountsCents['TRADITIONAL_401K'] ?? 0;
        expect(taken).toBeLessThanOrEqual(24_500_00);
        if (taken < 24_500_00 && year.planCompensationCents < 36_000_000) {
          // High rates meet the taxes of the same check: only then is less taken than asked.
          if (ratePpm <= 300_000) expect(Math.abs(taken - wanted)).toBeLessThanOrEqual(amounts.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('off cycle', () => {
  const payInputs = { earnings: [{ type: 'BONUS', amountCents: 1_000_00 } as const] };

  test('an amount per period is not repeated; one for every run is', () => {
    const deductions = [fixed('SECTION_125_HEALTH', 50_00), fixed('POST_TAX', 10_00, { takenIn: 'EVERY_RUN' })];
    const slip = payslipOf(withDeductions(deductions, {}, { runType: 'BONUS', payInputs }));
    expect([amountOf(slip, 'SECTION_125_HEALTH'), amountOf(slip, 'POST_TAX')]).toEqual([0, 10_00]);
  });

  test('a percentage of a bonus comes out of the bonus', () => {
    const deductions: Deduction[] = [{ deductionId: 'd', type: 'TRADITIONAL_401K', ratePpm: 100_000 }];
    const slip = payslipOf(withDeductions(deductions, {}, { payInputs }));
    expect(lineOf(slip, 'US_FIT').taxableCents).toBe(1_800_00);
    expect(lineOf(slip, 'US_FIT_SUPPLEMENTAL').taxableCents).toBe(900_00);
  });
});

describe('pay that does not reach', () => {
  const small = { type: 'SALARY', annualSalaryCents: 260_00 * 26, isOvertimeExempt: true } as const;

  test('pre-tax benefits give way to taxes, the last listed first, and net pay is never negative', () => {
    const deductions = [fixed('SECTION_125_HEALTH', 200_00), fixed('TRADITIONAL_401K', 60_00)];
    const slip = payslipOf(withDeductions(deductions, { compensation: small }));
    expect(lineOf(slip, 'SECTION_125_HEALTH')).toMatchObject({ amountCents: 200_00, shortfallCents: undefined });
    // 60.00 are left and FICA takes 7.65 % of them, whatever is deferred.
    expect(lineOf(slip, 'TRADITIONAL_401K')).toMatchObject({ amountCents: 55_41, shortfallCents: 4_59 });
    expect(slip.totals.taxesCents).toBe(4_59);
    expect(slip.netPayCents).toBe(0);
  });

  test('wages that leave every base leave no tax to pay', () => {
    const slip = payslipOf(withDeductions([fixed('SECTION_125_HEALTH', 300_00)], { compensation: small }));
    expect([slip.totals.preTaxDeductionsCents, slip.totals.taxesCents, slip.netPayCents]).toEqual([260_00, 0, 0]);
  });

  test('a deduction that is all or nothing is left out', () => {
    const deductions = [fixed('POST_TAX', 500_00, { whenPayIsShort: 'SKIP' })];
    const slip = payslipOf(withDeductions(deductions, { compensation: small }));
    expect(lineOf(slip, 'POST_TAX')).toMatchObject({ amountCents: 0, shortfallCents: 500_00 });
    expect(slip.netPayCents).toBeGreaterThan(0);
  });

  test('extra withholding that the employee asked for is cut last', () => {
    const federalW4 = { ...W4, step4cExtraWithholdingCents: 500_00 };
    const slip = payslipOf(payFacts({ employee: { compensation: small, federalW4 } }));
    expect(slip.netPayCents).toBe(0);
    expect(amountOf(slip, 'US_FIT')).toBe(260_00 - amountOf(slip, 'US_SS') - amountOf(slip, 'US_MEDICARE'));
  });

  test('a local amount that exceeds the pay is refused', () => {
    const localTaxes = [{ jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualCents: 99_999_00 } as const];
    const facts = payFacts({
      period: periodStarting('2026-03-02'),
      employee: { workState: 'PA', compensation: small, localTaxes },
    });
    expect(refusalOf(facts)).toBe('NET_PAY_NEGATIVE');
  });
});

test.each([
  ['neither amount nor rate', [{ deductionId: 'd', type: 'POST_TAX' }]],
  ['both', [{ deductionId: 'd', type: 'POST_TAX', amountCents: 1, ratePpm: 1 }]],
  ['the same id twice', [fixed('POST_TAX', 1), fixed('POST_TAX', 1)]],
  ['an HSA without its coverage', [{ deductionId: 'd', type: 'HSA', amountCents: 1 }]],
] satisfies [string, Deduction[]][])('%s is refused', (_case, deductions) => {
  expect(refusalOf(withDeductions(deductions))).toBe('INVALID_INPUT');
});

describe('a balance', () => {
  const loan = fixed('POST_TAX', 150_00, { deductionId: 'loan', balanceCents: 200_00 });
  /** What three runs in a row take. */
  const taken = (deduction: Deduction, incomes: readonly number[]) => {
    let yearToDate = emptyYearToDate(2026);
    return incomes.map((annualSalaryCents) => {
      const compensation = { type: 'SALARY', annualSalaryCents, isOvertimeExempt: true } as const;
      const slip = payslipOf(withDeductions([deduction], { compensation }, { yearToDate }));
      yearToDate = addToYearToDate(yearToDate, slip);
      return slip.lines.find(({ code }) => code === 'POST_TAX')?.amountCents ?? 0;
    });
  };

  test('a loan of 200.00 at 150.00 a period stops to the cent', () => {
    expect(taken(loan, [52_000_00, 52_000_00, 52_000_00])).toEqual([150_00, 50_00, 0]);
  });

  test('a deduction that is taken once has its amount as its balance', () => {
    expect(taken({ ...loan, balanceCents: 150_00 }, [52_000_00, 52_000_00])).toEqual([150_00, 0]);
  });

  test('what a short pay could not give stays owed', () => {
    // 26.00 a period less Social Security and Medicare leave 24.01
    expect(taken(loan, [676_00, 52_000_00, 52_000_00])).toEqual([24_01, 150_00, 25_99]);
  });
});
