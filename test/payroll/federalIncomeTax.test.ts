import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../payroll/jurisdictions/US/2026.ts';
import type { BracketTable } from '../../payroll/jurisdictions/FederalRules.ts';
import { worksheet1A } from '../../payroll/federalIncomeTax.ts';
import { cents } from '../../payroll/money.ts';
import { NO_TRACE } from '../../payroll/Trace.ts';
import type { FederalW4, W4Before2020, W4Since2020 } from '../../payroll/TaxForms.ts';
import { amountOf, lineOf, payFacts, payslipOf, periodStarting, refusalOf, untaxed, W4 } from './payFacts.ts';

const old = (maritalStatus: W4Before2020['maritalStatus'], allowances: number, additional = 0): W4Before2020 => ({
  form: 'W4_BEFORE_2020',
  maritalStatus,
  allowances,
  additionalWithholdingCents: additional,
});
const w4 = (changes: Partial<W4Since2020>): W4Since2020 => ({ ...W4, ...changes });
const none = (isFirstPaidBefore2020: boolean): FederalW4 => ({ form: 'NONE_ON_FILE', isFirstPaidBefore2020 });

function tax(wages: number, form: FederalW4, periods: number, addBack = 0): number {
  return worksheet1A(cents(wages), form, cents(addBack), periods, rules.incomeTax, NO_TRACE);
}

// Worked by hand from Publication 15-T (2026), Worksheet 1A and the two annual tables.
describe('Worksheet 1A', () => {
  test.each([
    // case                                            wages        form                                          n    tax
    ['single', 2_000_00, W4, 26, 156_15],
    ['married jointly', 2_000_00, w4({ filingStatus: 'MARRIED_FILING_JOINTLY' }), 26, 76_15],
    ['married separately is single', 2_000_00, w4({ filingStatus: 'MARRIED_FILING_SEPARATELY' }), 26, 156_15],
    ['head of household, monthly', 5_000_00, w4({ filingStatus: 'HEAD_OF_HOUSEHOLD' }), 12, 329_00],
    ['Step 2 box, single, weekly', 1_000_00, w4({ isStep2Checked: true }), 52, 135_10],
    [
      'Step 2 box, married jointly',
      2_000_00,
      w4({ isStep2Checked: true, filingStatus: 'MARRIED_FILING_JOINTLY' }),
      26,
      156_15,
    ],
    ['Step 3 credits are a year', 2_000_00, w4({ step3CreditsCents: 2_000_00 }), 26, 79_23],
    ['credits never turn tax negative', 2_000_00, w4({ step3CreditsCents: 50_000_00 }), 26, 0],
    ['Step 4(a) adds income', 2_000_00, w4({ step4aOtherIncomeCents: 5_200_00 }), 26, 180_15],
    ['Step 4(b) takes it off', 2_000_00, w4({ step4bDeductionsCents: 5_200_00 }), 26, 132_15],
    ['top bracket, monthly', 100_000_00, W4, 12, 32_833_35],
    ['no wages, no tax', 0, W4, 26, 0],
    ['old form, married, 2 allowances', 2_500_00, old('MARRIED', 2), 26, 152_15],
    ['old form, single, none', 2_000_00, old('SINGLE', 0), 26, 195_85],
    ['old form, higher single rate', 2_000_00, old('MARRIED_HIGHER_SINGLE_RATE', 0), 26, 195_85],
    ['no form, first paid since 2020', 2_000_00, none(false), 26, 156_15],
    ['no form, first paid before 2020', 2_000_00, none(true), 26, 195_85],
    ['daily', 200_00, W4, 260, 15_62],
    ['quarterly', 13_000_00, W4, 4, 1_015_00],
    ['semiannual', 26_000_00, W4, 2, 2_030_00],
    ['annual', 52_000_00, W4, 1, 4_060_00],
  ] as const)('%s', (_case, wages, form, n, expected) => {
    expect(tax(wages, form, n)).toBe(expected);
  });

  test('a nonresident alien is taxed as on more pay, and paid no more', () => {
    expect(tax(500_00, W4, 52, 309_60)).toBe(55_23);
    const period = periodStarting('2026-03-02', 'WEEKLY');
    const salary = { type: 'SALARY', annualSalaryCents: 26_000_00, isOvertimeExempt: true } as const;
    const slip = payslipOf(payFacts({ period, employee: { compensation: salary, nonresidentAlien: 'STANDARD' } }));
    expect(lineOf(slip, 'US_FIT')).toMatchObject({ amountCents: 55_23, taxableCents: 500_00 });
    expect(lineOf(slip, 'US_SS').taxableCents).toBe(500_00);
    const india = payFacts({
      period,
      employee: { compensation: salary, nonresidentAlien: 'STUDENT_OR_APPRENTICE_FROM_INDIA' },
    });
    expect(amountOf(payslipOf(india), 'US_FIT')).toBe(tax(500_00, W4, 52));
  });

  /** The worksheet line by line in fractions of whole numbers, written apart from the product. */
  function oracle(wages: bigint, form: W4Since2020, n: bigint): bigint {
    const joint = form.filingStatus === 'MARRIED_FILING_JOINTLY';
    const g = form.isStep2Checked ? 0n : joint ? 1_290_000n : 860_000n;
    let adjusted = wages * n + BigInt(form.step4aOtherIncomeCents) - BigInt(form.step4bDeductionsCents) - g;
    if (adjusted < 0n) adjusted = 0n;
    const tables = form.isStep2Checked ? rules.incomeTax.step2Checked : rules.incomeTax.standard;
    const table = joint
      ? tables.marriedJointly
      : form.filingStatus === 'HEAD_OF_HOUSEHOLD'
        ? tables.headOfHousehold
        : tables.single;
    let row = 0;
    table.fromCents.forEach((from, i) => {
      if (BigInt(from) <= adjusted) row = i;
    });
    const over = adjusted - BigInt(table.fromCents[row] ?? 0);
    let numerator = BigInt(table.plusCents[row] ?? 0) * 1_000_000n + over * BigInt(table.ratePpm[row] ?? 0);
    numerator -= BigInt(form.step3CreditsCents) * 1_000_000n;
    if (numerator < 0n) numerator = 0n;
    const denominator = 1_000_000n * n;
    return (2n * numerator + denominator) / (2n * denominator);
  }

  const form = fc.record<W4Since2020>({
    form: fc.constant('W4_2020'),
    filingStatus: fc.constantFrom('SINGLE', 'MARRIED_FILING_SEPARATELY', 'MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD'),
    isStep2Checked: fc.boolean(),
    step3CreditsCents: fc.integer({ min: 0, max: 1_000_000 }),
    step4aOtherIncomeCents: fc.integer({ min: 0, max: 10_000_000 }),
    step4bDeductionsCents: fc.integer({ min: 0, max: 10_000_000 }),
    step4cExtraWithholdingCents: fc.constant(0),
  });
  const frequency = fc.constantFrom(1, 2, 4, 12, 24, 26, 52, 260);

  test('agrees with the worksheet computed in fractions, for any form and frequency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000_000 }), form, frequency, (wages, filled, n) => {
        expect(BigInt(tax(wages, filled, n))).toBe(wages === 0 ? 0n : oracle(BigInt(wages), filled, BigInt(n)));
      }),
      { numRuns: 3_000 },
    );
  });

  test('more wages never mean less tax', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        form,
        frequency,
        (wages, more, filled, n) => {
          expect(tax(wages + more, filled, n)).toBeGreaterThanOrEqual(tax(wages, filled, n));
        },
      ),
    );
  });
});

describe('the annual tables', () => {
  const { standard, step2Checked } = rules.incomeTax;
  const tables: [string, BracketTable][] = [standard, step2Checked].flatMap((set) => Object.entries(set));

  test.each(tables)('%s: each bracket starts with the tax at the end of the one before', (_name, table) => {
    for (let i = 1; i < table.fromCents.length; i++) {
      const width = (table.fromCents[i] ?? 0) - (table.fromCents[i - 1] ?? 0);
      const reached = (table.plusCents[i - 1] ?? 0) + (width * (table.ratePpm[i - 1] ?? 0)) / 1_000_000;
      // The printed Step 2 single table is halved and rounded by the IRS: half a dollar of income, at most 12 cents of tax.
      expect(Math.abs((table.plusCents[i] ?? 0) - reached)).toBeLessThanOrEqual(20);
    }
  });
});

describe('what binds the form', () => {
  const exempt = w4({ exemptForYear: 2025 });

  test.each([
    ['2026-02-15', 'no refusal'],
    ['2026-02-16', 'W4_EXEMPTION_EXPIRED'],
  ])('an exemption for 2025, paid on %s: %s', (payDate, expected) => {
    const period = { ...periodStarting('2026-01-19'), payDate };
    expect(refusalOf(payFacts({ period, employee: { federalW4: exempt } }))).toBe(expected);
  });

  test('exempt takes no income tax and no Step 4(c), but FICA stays', () => {
    const form = w4({ exemptForYear: 2026, step4cExtraWithholdingCents: 50_00 });
    const slip = payslipOf(payFacts({ employee: { federalW4: form } }));
    expect([amountOf(slip, 'US_FIT'), amountOf(slip, 'US_SS')]).toEqual([0, 124_00]);
  });

  test('a lock-in letter overrides the form', () => {
    const slip = payslipOf(payFacts({ employee: { federalW4: exempt, lockInLetter: W4 } }));
    expect(amountOf(slip, 'US_FIT')).toBe(156_15);
  });

  test('nothing recorded is refused; a recorded absence is not', () => {
    const { federalW4: _, ...employee } = payFacts().employee;
    expect(refusalOf({ ...payFacts(), employee })).toBe('W4_MISSING');
    expect(amountOf(payslipOf(payFacts({ employee: { federalW4: none(false) } })), 'US_FIT')).toBe(156_15);
  });

  test('Step 4(c) is added per period after the floor, and not again off cycle', () => {
    const form = w4({ step3CreditsCents: 50_000_00, step4cExtraWithholdingCents: 25_00 });
    expect(amountOf(payslipOf(payFacts({ employee: { federalW4: form } })), 'US_FIT')).toBe(25_00);
    const bonus = payFacts({
      employee: { federalW4: form },
      runType: 'BONUS',
      payInputs: { earnings: [{ type: 'HOLIDAY', amountCents: 100_00 }] },
    });
    expect(amountOf(payslipOf(bonus), 'US_FIT')).toBe(0);
  });
});

describe('supplemental wages', () => {
  const bonus = (amountCents: number) => ({ earnings: [{ type: 'BONUS', amountCents } as const] });

  test('flat 22 % beside regular pay that is taxed', () => {
    const slip = payslipOf(payFacts({ payInputs: bonus(1_000_00) }));
    expect(lineOf(slip, 'US_FIT_SUPPLEMENTAL')).toMatchObject({ amountCents: 220_00, taxableCents: 1_000_00 });
    expect(amountOf(slip, 'US_FIT')).toBe(156_15);
  });

  test('the payment that crosses 1,000,000.00 is split: 37 % above it', () => {
    const slip = payslipOf(
      payFacts({ payInputs: bonus(20_000_00), yearToDate: { taxableCents: { US_FIT_SUPPLEMENTAL: 990_000_00 } } }),
    );
    expect(amountOf(slip, 'US_FIT_SUPPLEMENTAL')).toBe(5_900_00);
  });

  test('37 % is due even from an employee who claims to be exempt', () => {
    const slip = payslipOf(untaxed(1_000_00, { payInputs: bonus(1_100_000_00) }));
    expect(amountOf(slip, 'US_FIT_SUPPLEMENTAL')).toBe(37_000_00);
  });

  test('aggregate: tax on both together less the tax on regular pay', () => {
    const slip = payslipOf(payFacts({ payInputs: { ...bonus(1_000_00), supplementalMethod: 'AGGREGATE' } }));
    expect(amountOf(slip, 'US_FIT_SUPPLEMENTAL')).toBe(tax(3_000_00, W4, 26) - tax(2_000_00, W4, 26));
  });

  test('flat is not open where no tax was withheld from regular pay, so the aggregate method applies', () => {
    const facts = payFacts({ runType: 'BONUS', payInputs: bonus(1_000_00) });
    expect(amountOf(payslipOf(facts), 'US_FIT_SUPPLEMENTAL')).toBe(tax(1_000_00, W4, 26));
    const withheldLastYear = { ...facts, employee: { ...facts.employee, wasTaxWithheldLastYear: true } };
    expect(amountOf(payslipOf(withheldLastYear), 'US_FIT_SUPPLEMENTAL')).toBe(220_00);
  });

  test('a bonus paid apart is aggregated with the last regular pay', () => {
    const facts = payFacts({
      runType: 'BONUS',
      payInputs: { ...bonus(1_000_00), supplementalMethod: 'AGGREGATE' },
      yearToDate: { lastRegularTaxableCents: { US_FIT: 2_000_00 } },
    });
    expect(amountOf(payslipOf(facts), 'US_FIT_SUPPLEMENTAL')).toBe(tax(3_000_00, W4, 26) - tax(2_000_00, W4, 26));
  });

  test('the nonresident amount is not added to wages taxed at a flat rate', () => {
    const facts = payFacts({ payInputs: bonus(1_000_00), employee: { nonresidentAlien: 'STANDARD' } });
    expect(amountOf(payslipOf(facts), 'US_FIT_SUPPLEMENTAL')).toBe(220_00);
  });
});
