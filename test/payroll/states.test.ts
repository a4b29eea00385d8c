import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalTax } from '../../payroll/EmployeePayFacts.ts';
import type { StateTaxForm } from '../../payroll/TaxForms.ts';
import { FORMS } from './randomPayFacts.ts';
import { amountOf, lineOf, payFacts, payslipOf, periodStarting, refusalOf, type Overrides } from './payFacts.ts';

/** The pay date of each biweekly period: start + 18 days. */
const MARCH = '2026-03-02'; // paid 20 March
const SEPTEMBER = '2026-08-31'; // paid 18 September

const MONTGOMERY: LocalTax = { jurisdiction: 'US-MD-MONTGOMERY', basis: 'RESIDENT' };
const COUNTY: LocalTax = { jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePpm: 20_200 };

function facts(state: string, form: Omit<StateTaxForm, 'state'> | undefined, start = MARCH, more: Overrides = {}) {
  return payFacts({
    period: periodStarting(start),
    ...more,
    employee: {
      workState: state,
      stateTaxForms: form === undefined ? [] : [{ state, ...form }],
      localTaxes: state === 'IN' ? [COUNTY] : state === 'MD' ? [MONTGOMERY] : [],
      ...more.employee,
    },
  });
}

// 2,000.00 every two weeks, worked by hand from each state's publication (named in its jurisdiction file).
describe('income tax on 2,000.00 biweekly', () => {
  test.each<[string, string, Omit<StateTaxForm, 'state'> | undefined, string, number]>([
    ['Arizona, nothing on file: 2.0 %', 'AZ', undefined, MARCH, 40_00],
    ['Arizona, elected 3.5 %', 'AZ', { electedRatePpm: 35_000 }, MARCH, 70_00],
    ['Georgia, one earner, 2 dependents', 'GA', { filingStatus: 'MARRIED_ONE_EARNER', allowances: 2 }, MARCH, 39_92],
    ['the same from 11 May', 'GA', { filingStatus: 'MARRIED_ONE_EARNER', allowances: 2 }, SEPTEMBER, 23_03],
    ['Idaho, single, from 31 July', 'ID', { filingStatus: 'SINGLE' }, SEPTEMBER, 73_00],
    ['Illinois, 2 and 1 allowances', 'IL', { allowances: 2, additionalAllowances: 1 }, MARCH, 85_96],
    ['Illinois, no form: no allowance', 'IL', undefined, MARCH, 99_00],
    ['Indiana, 1 personal, 2 dependents', 'IN', { allowances: 1, additionalAllowances: 2 }, MARCH, 54_46],
    [
      'Indiana, first-time dependent and adopted child',
      'IN',
      { allowances: 1, firstTimeDependents: 1, adoptedChildren: 1 },
      MARCH,
      52_76,
    ],
    ['Iowa, single, allowance of 80.00', 'IA', { filingStatus: 'SINGLE', annualAmountCents: 80_00 }, MARCH, 53_92],
    ['Iowa, form before 2024, 2 allowances', 'IA', { filingStatus: 'SINGLE', allowances: 2 }, MARCH, 53_92],
    ['Kentucky', 'KY', undefined, MARCH, 65_48],
    ['Louisiana, code 1', 'LA', { filingStatus: 'CODE_1' }, MARCH, 46_50],
    ['Michigan, 2 exemptions', 'MI', { allowances: 2 }, MARCH, 65_71],
    ['Mississippi, exemption of 6,000.00', 'MS', { filingStatus: 'SINGLE', annualAmountCents: 6_000_00 }, MARCH, 52_00],
    ['North Carolina, 1 allowance', 'NC', { filingStatus: 'SINGLE_OR_MARRIED', allowances: 1 }, MARCH, 58_00],
    ['Ohio, 2 exemptions, to July', 'OH', { allowances: 2 }, MARCH, 46_13],
    ['Ohio, 2 exemptions, from August', 'OH', { allowances: 2 }, SEPTEMBER, 44_38],
    ['Pennsylvania', 'PA', undefined, MARCH, 61_40],
    ['Utah, single, to May', 'UT', { filingStatus: 'SINGLE' }, MARCH, 90_00],
    ['Utah, single, from June', 'UT', { filingStatus: 'SINGLE' }, SEPTEMBER, 89_00],
    ['Massachusetts, 1 exemption', 'MA', { filingStatus: 'OTHER', allowances: 1 }, MARCH, 83_90],
    ['Massachusetts, head of household', 'MA', { filingStatus: 'HEAD_OF_HOUSEHOLD', allowances: 1 }, MARCH, 79_28],
    ['Massachusetts, blind', 'MA', { filingStatus: 'OTHER', allowances: 1, blindness: 1 }, MARCH, 79_67],
    ['California, single', 'CA', undefined, MARCH, 55_58],
    ['California, married, 2 allowances', 'CA', { filingStatus: 'MARRIED_ONE_INCOME', allowances: 2 }, MARCH, 12_02],
    ['New York, single', 'NY', undefined, MARCH, 86_28],
  ])('%s', (_case, state, form, start, tax) => {
    expect(amountOf(payslipOf(facts(state, form, start)), `${state}_SIT`)).toBe(tax);
  });

  test.each(['AK', 'FL', 'NV', 'NH', 'SD', 'TN', 'TX', 'WA', 'WY'])('%s has none', (state) => {
    const slip = payslipOf(facts(state, undefined));
    expect(slip.lines.filter(({ code }) => code.endsWith('_SIT'))).toEqual([]);
  });
});

describe('dates that change a rate inside the year', () => {
  const on = (state: string, key: 'payDate' | 'endDate', date: string, localTaxes: LocalTax[] = []) => {
    const form = {
      GA: { filingStatus: 'OTHER' },
      UT: { filingStatus: 'SINGLE' },
      OH: { allowances: 0 },
      ID: { filingStatus: 'SINGLE' },
    }[state];
    const period = { ...periodStarting(MARCH), [key]: date };
    return facts(state, form, MARCH, { period, employee: { localTaxes } });
  };

  test.each<[string, 'payDate' | 'endDate', string, number]>([
    ['GA', 'payDate', '2026-05-10', 79_85], // 1,538.46 x 5.19 %
    ['GA', 'payDate', '2026-05-11', 71_01], // 1,423.08 x 4.99 %
    ['UT', 'payDate', '2026-05-31', 90_00],
    ['UT', 'payDate', '2026-06-01', 89_00],
    ['OH', 'endDate', '2026-07-31', 47_63],
    ['OH', 'endDate', '2026-08-01', 45_87],
  ])('%s by %s %s', (state, key, date, tax) => {
    expect(amountOf(payslipOf(on(state, key, date)), `${state}_SIT`)).toBe(tax);
  });

  test('Ohio goes by the end of the period, not by the pay date', () => {
    expect(amountOf(payslipOf(on('OH', 'payDate', '2026-08-14')), 'OH_SIT')).toBe(47_63);
  });

  test.each([
    ['2026-06-30', 74_80],
    ['2026-07-01', 74_70],
  ])('Philadelphia on %s', (date, tax) => {
    const slip = payslipOf(on('PA', 'payDate', date, [{ jurisdiction: 'US-PA-PHILADELPHIA', basis: 'RESIDENT' }]));
    expect(amountOf(slip, 'PA_PHILADELPHIA')).toBe(tax);
  });

  test('Idaho changes its tables on 31 July', () => {
    // 5.3 % of 1,423.00 and of 1,381.00, whole dollars
    expect(amountOf(payslipOf(on('ID', 'payDate', '2026-07-30')), 'ID_SIT')).toBe(75_00);
    expect(amountOf(payslipOf(on('ID', 'payDate', '2026-07-31')), 'ID_SIT')).toBe(73_00);
  });
});

describe('refused, never taken as untaxed', () => {
  test.each([
    ['no such state', 'ZZ'],
    ['no state at all', ''],
  ])('%s', (_case, state) => {
    expect(refusalOf(facts(state, undefined))).toBe('JURISDICTION_NOT_SUPPORTED');
  });

  test('a home state without rules, even if the work state has them', () => {
    expect(refusalOf(payFacts({ employee: { homeState: 'ZZ' } }))).toBe('JURISDICTION_NOT_SUPPORTED');
  });

  test.each([
    ['a state without a default needs its form', 'GA', undefined, 'STATE_TAX_FORM_MISSING'],
    ['a filing status of another state', 'GA', { filingStatus: 'SINGLE' }, 'STATE_TAX_FORM_INVALID'],
    ['a member that the state has not', 'KY', { allowances: 2 }, 'STATE_TAX_FORM_INVALID'],
    ['a rate that Arizona does not offer', 'AZ', { electedRatePpm: 12_345 }, 'STATE_TAX_FORM_INVALID'],
  ])('%s', (_case, state, form, type) => {
    expect(refusalOf(facts(state, form))).toBe(type);
  });

  test('a locality that is not implemented', () => {
    const localTaxes: LocalTax[] = [{ jurisdiction: 'US-OH-COLUMBUS', basis: 'WORKPLACE' }];
    const employee = { localTaxes };
    expect(refusalOf(facts('OH', { allowances: 0 }, MARCH, { employee }))).toBe('JURISDICTION_NOT_SUPPORTED');
  });

  test('an unemployment rate that nobody recorded', () => {
    expect(refusalOf(payFacts({ employer: { unemployment: {} } }))).toBe('UNEMPLOYMENT_RATE_MISSING');
  });
});

describe('work state and home state', () => {
  const pennsylvanianInOhio = (hasReciprocityCertificate: boolean) =>
    payslipOf(
      facts('OH', { allowances: 0, ...(hasReciprocityCertificate && { hasReciprocityCertificate }) }, MARCH, {
        employee: { homeState: 'PA' },
      }),
    );

  test('the work state withholds, and the home state only what exceeds it', () => {
    const slip = pennsylvanianInOhio(false);
    expect([amountOf(slip, 'OH_SIT'), amountOf(slip, 'PA_SIT')]).toEqual([47_63, 61_40 - 47_63]);
  });

  test('with the reciprocity certificate only the home state withholds', () => {
    const slip = pennsylvanianInOhio(true);
    expect([amountOf(slip, 'OH_SIT'), amountOf(slip, 'PA_SIT')]).toEqual([0, 61_40]);
  });

  test('a work state without income tax leaves the home state its whole tax', () => {
    const slip = payslipOf(payFacts({ employee: { homeState: 'PA' } }));
    expect(amountOf(slip, 'PA_SIT')).toBe(61_40);
  });

  test('levies and unemployment belong to the work state alone', () => {
    const slip = payslipOf(payFacts({ employee: { homeState: 'CA' } }));
    expect(slip.lines.map(({ code }) => code)).not.toContain('CA_SDI');
    expect(amountOf(slip, 'TX_UI_EMPLOYER')).toBe(54_00);
  });
});

describe('localities', () => {
  const local = (state: string, localTaxes: LocalTax[], start = MARCH, more: Overrides = {}) =>
    payslipOf(facts(state, undefined, start, { ...more, employee: { localTaxes, ...more.employee } }));

  test.each<[string, string, LocalTax, string, number]>([
    ['New York City resident', 'NY', { jurisdiction: 'US-NY-NYC', basis: 'RESIDENT' }, 'NYC_RESIDENT', 65_22],
    [
      'Yonkers resident: 16.75 % of the state tax',
      'NY',
      { jurisdiction: 'US-NY-YONKERS', basis: 'RESIDENT' },
      'NY_YONKERS',
      14_45,
    ],
    [
      'Yonkers non-resident above the exclusions',
      'NY',
      { jurisdiction: 'US-NY-YONKERS', basis: 'WORKPLACE' },
      'NY_YONKERS',
      10_00,
    ],
    [
      'Philadelphia resident',
      'PA',
      { jurisdiction: 'US-PA-PHILADELPHIA', basis: 'RESIDENT' },
      'PA_PHILADELPHIA',
      74_80,
    ],
    [
      'Philadelphia non-resident',
      'PA',
      { jurisdiction: 'US-PA-PHILADELPHIA', basis: 'WORKPLACE' },
      'PA_PHILADELPHIA',
      68_60,
    ],
    [
      'services tax, rounded down',
      'PA',
      { jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualCents: 50_00 },
      'PA_LST',
      1_92,
    ],
  ])('%s', (_case, state, entry, code, amount) => {
    expect(amountOf(local(state, [entry]), code)).toBe(amount);
  });

  test('Philadelphia changes on 1 July', () => {
    const slip = local('PA', [{ jurisdiction: 'US-PA-PHILADELPHIA', basis: 'RESIDENT' }], SEPTEMBER);
    expect(amountOf(slip, 'PA_PHILADELPHIA')).toBe(74_70);
  });

  test('Pennsylvania earned income tax takes the higher of the two rates', () => {
    const slip = local('PA', [
      { jurisdiction: 'US-PA-EIT', basis: 'RESIDENT', ratePpm: 10_000 },
      { jurisdiction: 'US-PA-EIT', basis: 'WORKPLACE', ratePpm: 15_000 },
    ]);
    expect(amountOf(slip, 'PA_EIT')).toBe(30_00);
  });

  test('the services tax never exceeds its year', () => {
    const entry: LocalTax = { jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualCents: 52_00 };
    expect(amountOf(local('PA', [entry], MARCH, { yearToDate: { amountsCents: { PA_LST: 51_00 } } }), 'PA_LST')).toBe(
      1_00,
    );
  });

  test('an Indiana county taxes what the state taxes', () => {
    const slip = payslipOf(facts('IN', { allowances: 1, additionalAllowances: 2 }));
    expect(amountOf(slip, 'IN_COUNTY')).toBe(37_29);
  });

  test('an Indiana employee without a county is held', () => {
    const employee = { localTaxes: [] };
    expect(refusalOf(facts('IN', { allowances: 1 }, MARCH, { employee }))).toBe('LOCAL_TAX_RATE_MISSING');
  });

  test('who lives and works in Yonkers is taxed once, as a resident', () => {
    const slip = local('NY', [
      { jurisdiction: 'US-NY-YONKERS', basis: 'WORKPLACE' },
      { jurisdiction: 'US-NY-YONKERS', basis: 'RESIDENT' },
    ]);
    expect(slip.lines.filter(({ code }) => code === 'NY_YONKERS').map(({ amountCents }) => amountCents)).toEqual([
      14_45,
    ]);
  });

  test('New York City taxes residents only', () => {
    const employee = { localTaxes: [{ jurisdiction: 'US-NY-NYC', basis: 'WORKPLACE' }] satisfies LocalTax[] };
    expect(refusalOf(facts('NY', undefined, MARCH, { employee }))).toBe('INVALID_INPUT');
  });
});

describe('state levies', () => {
  const levied = (state: string, more: Overrides = {}) => payslipOf(facts(state, undefined, MARCH, more));

  test.each([
    ['CA_SDI', 'CA', 26_00],
    ['CA_ETT', 'CA', 2_00],
    ['AK_UI', 'AK', 10_00],
    ['WA_PFML', 'WA', 16_14], // 2,000.00 x 1.13 % x 71.43 %, rounded once
    ['WA_CARES', 'WA', 11_60],
    ['PA_UC', 'PA', 1_40],
    ['NY_RSF', 'NY', 1_50],
  ])('%s', (code, state, amount) => {
    expect(amountOf(levied(state), code)).toBe(amount);
  });

  test('the Washington employer share starts at 50 employees', () => {
    expect(amountOf(levied('WA'), 'WA_PFML_EMPLOYER')).toBe(0);
    expect(amountOf(levied('WA', { employer: { headcount: 50 } }), 'WA_PFML_EMPLOYER')).toBe(6_46);
  });

  test('New York disability and family leave are withheld only where the employer elected them, up to their maxima', () => {
    expect(amountOf(levied('NY'), 'NY_PFL')).toBe(0);
    const employer = { electedLevies: ['NY_SDI', 'NY_PFL'] };
    const slip = levied('NY', { employer, yearToDate: { amountsCents: { NY_PFL: 410_00 } } });
    expect([amountOf(slip, 'NY_SDI'), amountOf(slip, 'NY_PFL')]).toEqual([1_20, 1_91]);
  });

  test('the California wage base of unemployment tax is known; the rate is the employer’s', () => {
    const employer = { unemployment: { CA: { ratePpm: 34_000 } } };
    const slip = levied('CA', { employer, yearToDate: { taxableCents: { CA_UI_EMPLOYER: 6_500_00 } } });
    expect(lineOf(slip, 'CA_UI_EMPLOYER')).toMatchObject({ taxableCents: 500_00, amountCents: 17_00 });
  });
});

describe('bonuses in the states', () => {
  const bonus = (
    state: string,
    runType: 'REGULAR' | 'BONUS',
    method: 'FLAT' | 'AGGREGATE' = 'FLAT',
    more: Overrides = {},
  ) =>
    payslipOf(
      facts(state, state === 'IN' ? { allowances: 1 } : undefined, MARCH, {
        runType,
        payInputs: { earnings: [{ type: 'BONUS', amountCents: 1_000_00 }], supplementalMethod: method },
        ...more,
      }),
    );

  test('California, paid apart: 10.23 %', () => {
    expect(amountOf(bonus('CA', 'BONUS'), 'CA_SIT_SUPPLEMENTAL')).toBe(102_30);
  });

  test('California, a commission paid apart: 6.6 %', () => {
    const payInputs = { earnings: [{ type: 'COMMISSION', amountCents: 1_000_00 } as const] };
    expect(amountOf(bonus('CA', 'BONUS', 'FLAT', { payInputs }), 'CA_SIT_SUPPLEMENTAL')).toBe(66_00);
  });

  test('California, together with regular pay: one combined wage', () => {
    // 3,000.00 - 219.00 = 2,781.00: 84.16 + 8.8 % x 567.00 = 134.06
    const slip = bonus('CA', 'REGULAR');
    expect(amountOf(slip, 'CA_SIT') + amountOf(slip, 'CA_SIT_SUPPLEMENTAL')).toBe(134_06);
  });

  test('New York: 11.70 %, the city 4.25 %, a Yonkers resident 1.95975 %', () => {
    const localTaxes: LocalTax[] = [
      { jurisdiction: 'US-NY-NYC', basis: 'RESIDENT' },
      { jurisdiction: 'US-NY-YONKERS', basis: 'RESIDENT' },
    ];
    const slip = bonus('NY', 'BONUS', 'FLAT', { employee: { localTaxes, wasTaxWithheldLastYear: true } });
    const codes = ['NY_SIT_SUPPLEMENTAL', 'NYC_RESIDENT_SUPPLEMENTAL', 'NY_YONKERS_SUPPLEMENTAL'];
    expect(codes.map((code) => amountOf(slip, code))).toEqual([117_00, 42_50, 19_60]);
  });

  test('Indiana: no exemptions on a bonus, state and county', () => {
    const slip = bonus('IN', 'BONUS');
    expect([amountOf(slip, 'IN_SIT_SUPPLEMENTAL'), amountOf(slip, 'IN_COUNTY_SUPPLEMENTAL')]).toEqual([29_50, 20_20]);
  });

  test('Pennsylvania taxes a bonus as everything else', () => {
    expect(amountOf(bonus('PA', 'BONUS'), 'PA_SIT_SUPPLEMENTAL')).toBe(30_70);
  });

  test('Massachusetts: 5 % below the surtax threshold, 9 % above it', () => {
    const form = { filingStatus: 'OTHER', allowances: 0 };
    const slip = (bonusCents: number) =>
      payslipOf(
        facts('MA', form, MARCH, {
          runType: 'BONUS',
          payInputs: { earnings: [{ type: 'BONUS', amountCents: bonusCents }] },
        }),
      );
    expect(amountOf(slip(1_000_00), 'MA_SIT_SUPPLEMENTAL')).toBe(50_00);
    expect(amountOf(slip(1_207_750_00), 'MA_SIT_SUPPLEMENTAL')).toBe(55_387_50 + 9_000_00);
  });
});

describe('the edges of the formulas', () => {
  const salary = (annualSalaryCents: number) =>
    ({ type: 'SALARY', annualSalaryCents, isOvertimeExempt: true }) as const;
  const tax = (state: string, annual: number, form?: Omit<StateTaxForm, 'state'>) =>
    amountOf(payslipOf(facts(state, form, MARCH, { employee: { compensation: salary(annual) } })), `${state}_SIT`);

  test('California withholds nothing at the low income figure, and something just above it', () => {
    const married = { filingStatus: 'MARRIED_ONE_INCOME', allowances: 1 };
    expect(tax('CA', 727_00 * 26)).toBe(0);
    // 727.26 - 219.00 = 508.26: 4.69 + 2.2 % x 82.26 = 6.50
    expect(tax('CA', 727_26 * 26)).toBe(6_50);
    expect(tax('CA', 727_00 * 26, married)).toBe(0);
  });

  test('California beyond ten allowances takes multiples of one', () => {
    // Column B: 2,000.00 - 12 x 38.00 - 439.00 = 1,105.00: 9.37 + 2.2 % x 253.00 = 14.94, less 0
    expect(tax('CA', 52_000_00, { filingStatus: 'MARRIED_ONE_INCOME', additionalAllowances: 12 })).toBe(14_94);
  });

  test('New York: Method III taxes all of the largest pay at one rate', () => {
    // biweekly 41,444.00 net for single; 42,000.00 - 284.60 = 41,715.40 x 10.45 %
    expect(tax('NY', 42_000_00 * 26)).toBe(4_359_26);
    // 200,000.00 biweekly is 5,192,600.40 net a year: 11.10 % of 199,715.40
    expect(tax('NY', 200_000_00 * 26)).toBe(22_168_41);
  });

  test('New York rates fall and rise again; rows are found by their figure', () => {
    // 9,000.00 - 284.60 = 8,715.40: 514.19 + 11.44 % x 430.40
    expect(tax('NY', 9_000_00 * 26)).toBe(563_43);
  });

  test('Massachusetts with an exemption withholds nothing below 308.00', () => {
    expect(tax('MA', 307_00 * 26, { filingStatus: 'OTHER', allowances: 1 })).toBe(0);
    expect(tax('MA', 309_00 * 26, { filingStatus: 'OTHER', allowances: 1 })).toBeGreaterThan(0);
  });

  test('Massachusetts stops subtracting FICA at 2,000.00 a year', () => {
    const slip = payslipOf(
      facts('MA', { filingStatus: 'OTHER', allowances: 0 }, MARCH, {
        yearToDate: { amountsCents: { US_SS: 2_000_00 } },
      }),
    );
    expect(amountOf(slip, 'MA_SIT')).toBe(100_00);
  });

  test('Utah rounds every line to the dollar, and its allowance fades with pay', () => {
    const single = { filingStatus: 'SINGLE' };
    // 500.00 to May: 22.50 -> 23; 150 x 1.3 % = 1.95 -> 2; 17 - 2 = 15
    expect(tax('UT', 500_00 * 26, single)).toBe(8_00);
    // married: 23 less 35
    expect(tax('UT', 500_00 * 26, { filingStatus: 'MARRIED' })).toBe(0);
  });

  test('extra withholding is added last', () => {
    expect(amountOf(payslipOf(facts('PA', { extraWithholdingCents: 10_00 })), 'PA_SIT')).toBe(71_40);
  });
});

describe('more wages never mean less tax', () => {
  const MONOTONIC: typeof FORMS = {
    ...FORMS,
    MA: { filingStatus: 'OTHER', allowances: 3, blindness: 1 },
    UT: { filingStatus: 'MARRIED' },
  };
  // Rows that are printed on their own may start below the end of the one before: New York, Vermont and others by a cent,
  // New Jersey, whose amounts are printed in whole dollars, by less than one. Connecticut's steps, Alabama's federal deduction and
  // Oregon's two sets of tables make the tax fall by law.
  const FALLS: Readonly<Record<string, number>> = {
    NJ: 99,
    WV: 1_00,
    MT: 1_00,
    ND: 1_00,
    OK: 1_00,
    AL: 20_00,
    OR: 60_00,
    CT: 20_00,
  };
  const frequency = fc.constantFrom(
    periodStarting('2026-03-02', 'WEEKLY'),
    periodStarting('2026-03-02', 'BIWEEKLY'),
    periodStarting('2026-03-01', 'SEMIMONTHLY'),
    periodStarting('2026-03-01', 'MONTHLY'),
  );

  test.each(Object.entries(MONOTONIC))('%s', (state, form) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6_000_000 }),
        fc.integer({ min: 0, max: 300_000 }),
        frequency,
        (wages, more, period) => {
          const taxOn = (amountCents: number) => {
            const payInputs = { earnings: [{ type: 'HOLIDAY', amountCents } as const] };
            const slip = payslipOf(facts(state, form, MARCH, { period, runType: 'OFF_CYCLE', payInputs }));
            return amountOf(slip, `${state}_SIT`);
          };
          expect(taxOn(wages + more)).toBeGreaterThanOrEqual(taxOn(wages) - (FALLS[state] ?? 2));
        },
      ),
    );
  });
});
