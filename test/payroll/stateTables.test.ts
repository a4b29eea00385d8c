import { describe, expect, test } from 'vitest';
import { registry } from '../../payroll/jurisdictions/registry.ts';
import { cents } from '../../payroll/money.ts';
import { alabamaTax } from '../../payroll/stateFormulas/alabamaTax.ts';
import { NO_TRACE } from '../../payroll/Trace.ts';
import type { StateTaxForm } from '../../payroll/TaxForms.ts';
import { amountOf, payFacts, payslipOf, periodStarting, refusalOf, W4, type Overrides } from './payFacts.ts';

/* States whose wages are annualised or looked up in a printed table; figures worked by hand from the named publications. */

const MARCH = '2026-03-02'; // biweekly, paid 20 March
type Form = Omit<StateTaxForm, 'state'>;

function facts(state: string, form: Form | undefined, more: Overrides = {}) {
  return payFacts({
    period: periodStarting(MARCH),
    ...more,
    employee: { workState: state, stateTaxForms: form === undefined ? [] : [{ state, ...form }], ...more.employee },
  });
}

const taxOf = (state: string, form: Form | undefined, more: Overrides = {}): number =>
  amountOf(payslipOf(facts(state, form, more)), `${state}_SIT`);

const pays = (amount: number): Overrides => ({
  employee: { compensation: { type: 'SALARY', annualSalaryCents: amount * 26, isOvertimeExempt: true } },
});

describe('income tax on 2,000.00 biweekly', () => {
  test.each<[string, string, Form | undefined, number]>([
    // 52,000 - 8,750 - 930 = 42,320: 720 + 5.75 % x 25,320 = 2,175.90 / 26
    ['Virginia, 1 exemption', 'VA', { allowances: 1 }, 83_69],
    ['Virginia, no form: no exemption', 'VA', undefined, 85_75],
    ['Virginia, 1 personal and 1 for age', 'VA', { allowances: 1, additionalAllowances: 1 }, 81_92],
    // 6,702 - 12 % x 34,220 = 2,595.60; 49,404.40: 1,045.04 + 5.3 % x 23,884.40 = 2,310.9132 / 26
    ['Wisconsin, single', 'WI', { filingStatus: 'SINGLE' }, 88_88],
    ['Wisconsin, no form: single', 'WI', undefined, 88_88],
    ['Wisconsin, married at the higher rate: single', 'WI', { filingStatus: 'MARRIED_HIGHER_SINGLE_RATE' }, 88_88],
    // 9,461 - 20 % x 26,273 = 4,206.40, and 800: 46,993.60: 1,045.04 + 5.3 % x 21,473.60 = 2,183.1408 / 26
    ['Wisconsin, married, 2 exemptions', 'WI', { filingStatus: 'MARRIED', allowances: 2 }, 83_97],
    // 35,900: 263 + 4.7 % x 26,464 = 1,506.81 / 26 = 57.95, whole dollar
    ['Missouri, single', 'MO', { filingStatus: 'SINGLE' }, 58_00],
    ['Missouri, married, spouse does not work', 'MO', { filingStatus: 'MARRIED_SPOUSE_DOES_NOT_WORK' }, 29_00],
    ['Missouri, the amount of the form instead', 'MO', { filingStatus: 'SINGLE', fixedWithholdingCents: 31_00 }, 31_00],
    // 46,700: 1,782.09 + 6.8 % x 8,690 = 2,373.01 / 26
    ['Minnesota, single, 1 allowance', 'MN', { filingStatus: 'SINGLE', allowances: 1 }, 91_27],
    // 41,400: 5.35 % x 26,700 = 1,428.45 / 26
    ['Minnesota, married, 2 allowances', 'MN', { filingStatus: 'MARRIED', allowances: 2 }, 54_94],
    // 4.4 % x (52,000 - 5,500) / 26
    ['Colorado, single by Form W-4', 'CO', undefined, 78_69],
    ['Colorado, DR 0004 line 2 of 20,000.00', 'CO', { annualAmountCents: 20_000_00 }, 54_15],
    ['Colorado, DR 0004 line 2 of 0 is an answer', 'CO', { annualAmountCents: 0 }, 88_00],
    // 52,000 - 5,000 - 5,200 = 41,800: 437.70 + 6 % x 23,570 = 1,851.90 / 26
    ['South Carolina, 1 allowance', 'SC', { allowances: 1 }, 71_23],
    ['South Carolina, none: no 10 % deduction', 'SC', undefined, 94_77],
    // 43,400: 2,200 + 6.5 % x 3,400 = 2,421 / 26
    ['District of Columbia, 2 allowances', 'DC', { allowances: 2 }, 93_12],
    // 4.20 + 4.5 % x 1,479.00 = 70.76, whole dollar
    ['Oklahoma, single', 'OK', { filingStatus: 'SINGLE' }, 71_00],
    // 1,923.08: 8.40 + 4.5 % x 881.08 = 48.05
    ['Oklahoma, married, 2 allowances', 'OK', { filingStatus: 'MARRIED', allowances: 2 }, 48_00],
    // 31 + 6.1 % x 462
    ['New Jersey, single: rate A', 'NJ', { filingStatus: 'SINGLE' }, 59_18],
    // 1,923.20: 35 + 2.7 % x 0.20
    ['New Jersey, joint, 2 allowances: rate B', 'NJ', { filingStatus: 'MARRIED_FILING_JOINTLY', allowances: 2 }, 35_01],
    // 53.46 starts at 2,308: 40 + 3.5 % x 77
    ['New Jersey, letter C of line 3', 'NJ', { filingStatus: 'RATE_C' }, 42_70],
    // 45.38 + 4.3 % x 77
    ['New Jersey, letter D of line 3', 'NJ', { filingStatus: 'RATE_D' }, 48_69],
    // 52,000: standard 5,000, personal 3,000, 2 x 500, federal 156.15 x 26; 38,940.10: 220 + 5 % x 32,940.10
    ['Alabama, code M, 2 dependents', 'AL', { filingStatus: 'M', allowances: 2 }, 71_81],
    // 49,530, taken as 49,550: 3.9 % - 419.96 = 1,512; less 2 x 29; / 26
    ['Arkansas, 2 exemptions', 'AR', { filingStatus: 'STANDARD', allowances: 2 }, 55_92],
    // exemption 0 above 45,000; 2,000 + 5.5 % x 2,000 = 2,110 less 10 %; / 26
    ['Connecticut, code F', 'CT', { filingStatus: 'F' }, 73_04],
    ['Connecticut, no form: 6.99 %', 'CT', undefined, 139_80],
    ['Connecticut, code F less line 3', 'CT', { filingStatus: 'F', reducedWithholdingCents: 3_04 }, 70_00],
    // 48,750: 1,001 + 5.55 % x 23,750 = 2,319.13 - 110; / 26
    ['Delaware, 1 exemption', 'DE', { filingStatus: 'SINGLE', allowances: 1 }, 84_97],
    // 45,362: 1,104 + 6.4 % x 6,962 = 1,549.57 / 26
    ['Hawaii, married, 2 allowances', 'HI', { filingStatus: 'MARRIED', allowances: 2 }, 59_60],
    // 704.62 + 89.23 off; 5.2 % x 889.15
    ['Kansas, joint rate, 3 allowances', 'KS', { filingStatus: 'JOINT', allowances: 3 }, 46_24],
    // 2,000 - 352.31 = 1,647.69: 46 + 5.58 % x 624.69
    ['Kansas, single, 1 allowance', 'KS', { filingStatus: 'SINGLE', allowances: 1 }, 80_86],
    // 34,250: 1,589 + 6.75 % x 6,850 = 2,051 / 26 = 78.88, whole dollars
    ['Maine, single, 1 allowance', 'ME', { filingStatus: 'SINGLE', allowances: 1 }, 79_00],
    // 4.7 % x 1,381 = 64.91
    ['Montana, single', 'MT', undefined, 65_00],
    ['Montana, line 4 instead', 'MT', { filingStatus: 'SINGLE', fixedWithholdingCents: 40_00 }, 40_00],
    ['North Dakota: nothing to 57,625 a year', 'ND', undefined, 0],
    // 1,906.15: 51.65 + 4.48 % x 363.15
    ['Nebraska, single, 1 allowance', 'NE', { filingStatus: 'SINGLE', allowances: 1 }, 67_92],
    // 44.83 + 4.7 % x 402
    ['New Mexico, single', 'NM', undefined, 63_72],
    // federal 4,059.90, standard 5,820: 42,120.10: 1,357 + 8.75 % x 19,320.10 - 526; / 26
    ['Oregon, married, 2 allowances', 'OR', { filingStatus: 'MARRIED', allowances: 2 }, 96_98],
    ['Oregon, no form: 8 %', 'OR', undefined, 160_00],
    // 3.75 % x 1,961.54
    ['Rhode Island, 1 exemption', 'RI', { allowances: 1 }, 73_56],
    // 1,792.31: 3.35 % x 1,641.31
    ['Vermont, single, 1 allowance', 'VT', { filingStatus: 'SINGLE', allowances: 1 }, 54_98],
    // 1,923.08: 59.25 + 4.82 % x 192.08 = 68.51
    ['West Virginia, two earners, 1 exemption', 'WV', { filingStatus: 'TWO_EARNERS', allowances: 1 }, 69_00],
    // 23 + 5.8 % x 654
    ['New Jersey, letter E of line 3', 'NJ', { filingStatus: 'RATE_E' }, 60_93],
  ])('%s', (_case, state, form, tax) => {
    expect(taxOf(state, form)).toBe(tax);
  });

  test('Colorado, married filing jointly by Form W-4', () => {
    expect(taxOf('CO', undefined, { employee: { federalW4: { ...W4, filingStatus: 'MARRIED_FILING_JOINTLY' } } })).toBe(
      69_38,
    );
  });

  test('Colorado withholds nothing from an employee exempt from federal withholding', () => {
    expect(taxOf('CO', undefined, { employee: { federalW4: { ...W4, exemptForYear: 2026 } } })).toBe(0);
  });

  test('New Jersey, a figure that is "not over": the row below', () => {
    // 12 + 2 % x (1,923 - 769); a cent more starts at 35.00
    expect(taxOf('NJ', { filingStatus: 'RATE_B' }, pays(1_923_00))).toBe(35_08);
    expect(taxOf('NJ', { filingStatus: 'RATE_B' }, pays(1_923_01))).toBe(35_00);
  });

  test('Oregon: nothing left after federal tax and standard deduction is not confirmed, but with an allowance it is 0', () => {
    expect(refusalOf(facts('OR', { filingStatus: 'SINGLE' }, pays(110_00)))).toBe('JURISDICTION_NOT_SUPPORTED');
    expect(taxOf('OR', { filingStatus: 'SINGLE', allowances: 1 }, pays(110_00))).toBe(0);
    expect(taxOf('OR', undefined, pays(110_00))).toBe(8_80);
  });

  test('New Jersey assumes nothing without its form', () => {
    expect(refusalOf(facts('NJ', undefined))).toBe('STATE_TAX_FORM_MISSING');
  });

  test('the deduction of South Carolina stops at 7,500.00, that of Wisconsin is used up by pay', () => {
    // 104,000 - 5,000 - 7,500 = 91,500: 437.70 + 6 % x 73,270 = 4,833.90 / 26
    expect(taxOf('SC', { allowances: 1 }, pays(4_000_00))).toBe(185_92);
    // 1,045.04 + 5.3 % x 78,480 = 5,204.48 / 26
    expect(taxOf('WI', undefined, pays(4_000_00))).toBe(200_17);
  });
});

describe('Maryland', () => {
  const COUNTY = (name: string): Overrides => ({
    employee: { localTaxes: [{ jurisdiction: `US-MD-${name}`, basis: 'RESIDENT' }] },
  });
  const county = (name: string, form?: Form) => amountOf(payslipOf(facts('MD', form, COUNTY(name))), 'MD_COUNTY');

  test('state and county are due on the same income; without a form one exemption', () => {
    // 2,000 - 130.76 - 123.08 = 1,746.16 at 4.75 %, 3.20 %
    expect(taxOf('MD', undefined, COUNTY('MONTGOMERY'))).toBe(82_94);
    expect(county('MONTGOMERY')).toBe(55_88);
  });

  test('Anne Arundel taxes by brackets, Frederick all of it at the rate of its band', () => {
    expect(county('ANNE-ARUNDEL')).toBe(47_15);
    // 45,400.16 a year, single: 2.75 %
    expect(county('FREDERICK')).toBe(48_02);
  });

  test('a resident without a county is refused', () => {
    expect(refusalOf(facts('MD', undefined))).toBe('LOCAL_TAX_RATE_MISSING');
  });

  test('those who live elsewhere pay 2.25 % instead of a county', () => {
    const slip = payslipOf(facts('MD', undefined, { employee: { homeState: 'TX' } }));
    expect(amountOf(slip, 'MD_SIT')).toBe(82_94 + 39_29);
  });

  test('residents who work in Delaware are refused, in a state with an agreement taxed at home', () => {
    const home = { homeState: 'MD', localTaxes: [{ jurisdiction: 'US-MD-CECIL', basis: 'RESIDENT' } as const] };
    expect(refusalOf(facts('DE', undefined, { employee: home }))).toBe('JURISDICTION_NOT_SUPPORTED');
    const slip = payslipOf(facts('PA', { hasReciprocityCertificate: true }, { employee: home }));
    expect([amountOf(slip, 'PA_SIT'), amountOf(slip, 'MD_SIT'), amountOf(slip, 'MD_COUNTY')]).toEqual([
      0, 82_94, 47_84,
    ]);
  });
});

describe('published examples', () => {
  test('Alabama, weekly 850.00, code M, 2 dependents, federal tax of 1,830.00 a year: 1,538.50 a year', () => {
    const rules = registry.states.find(({ state }) => state === 'AL')?.editions[0]?.incomeTax;
    if (rules?.formula !== 'ALABAMA') throw new Error('Alabama has its own formula');
    const year = { ...periodStarting(MARCH), frequency: 'ANNUAL', periodsPerYear: 1 } as const;
    const form = { state: 'AL', filingStatus: 'M', allowances: 2 };
    expect(alabamaTax(rules, cents(44_200_00), cents(1_830_00), form, year, NO_TRACE)).toBe(1_538_50);
  });

  test('Idaho before 31 July, biweekly 1,212.00, single, 4 allowances: 2.00', () => {
    expect(taxOf('ID', { filingStatus: 'SINGLE', allowances: 4 }, pays(1_212_00))).toBe(2_00);
  });
});

describe('figures whose first day is not confirmed', () => {
  const on = (payDate: string, state: string, form: Form, taxDecisions?: Record<string, string>) =>
    facts(state, form, {
      period: { ...periodStarting(MARCH), payDate },
      employer: taxDecisions === undefined ? {} : { taxDecisions },
    });
  const ARKANSAS: Form = { filingStatus: 'STANDARD' };
  const MAINE: Form = { filingStatus: 'SINGLE' };

  test.each<[string, string, Form, Record<string, string> | undefined, number | string]>([
    ['2026-05-28', 'AR', ARKANSAS, undefined, 58_15],
    ['2026-05-29', 'AR', ARKANSAS, undefined, 'JURISDICTION_NOT_SUPPORTED'],
    ['2026-06-30', 'AR', ARKANSAS, { AR_REVISED_FORMULA_FROM: '2026-07-01' }, 58_15],
    ['2026-07-01', 'AR', ARKANSAS, { AR_REVISED_FORMULA_FROM: '2026-07-01' }, 56_38],
    ['2026-09-01', 'AR', ARKANSAS, undefined, 56_38],
    ['2026-07-31', 'ME', MAINE, undefined, 93_00],
    ['2026-08-03', 'ME', MAINE, undefined, 'JURISDICTION_NOT_SUPPORTED'],
    ['2026-09-01', 'ME', MAINE, undefined, 92_00],
    ['2026-06-11', 'WV', { filingStatus: 'TWO_EARNERS', allowances: 0 }, undefined, 72_00],
    ['2026-06-12', 'WV', { filingStatus: 'TWO_EARNERS', allowances: 0 }, undefined, 69_00],
  ])('%s %s', (payDate, state, form, decisions, expected) => {
    const given = on(payDate, state, form, decisions);
    if (typeof expected === 'string') expect(refusalOf(given)).toBe(expected);
    else expect(amountOf(payslipOf(given), `${state}_SIT`)).toBe(expected);
  });

  test('Maine from September refuses wages that meet the surcharge', () => {
    const given = on('2026-09-01', 'ME', MAINE);
    expect(refusalOf({ ...given, employee: { ...given.employee, ...pays(40_000_00).employee } })).toBe(
      'JURISDICTION_NOT_SUPPORTED',
    );
  });
});

describe('programmes', () => {
  const premium = (state: string, code: string, more: Overrides = {}, form?: Form) =>
    amountOf(payslipOf(facts(state, form, more)), code);

  test.each([
    ['New Jersey unemployment', 'NJ', 'NJ_UI', 7_65],
    ['New Jersey workforce', 'NJ', 'NJ_WORKFORCE', 85],
    ['New Jersey disability', 'NJ', 'NJ_TDI', 3_80],
    ['New Jersey family leave', 'NJ', 'NJ_FLI', 4_60],
    ['New Jersey workforce, employer', 'NJ', 'NJ_WORKFORCE_EMPLOYER', 2_35],
    ['Minnesota Paid Leave', 'MN', 'MN_PFML', 8_80],
    ['Minnesota Paid Leave, employer', 'MN', 'MN_PFML_EMPLOYER', 8_80],
    ['Colorado FAMLI', 'CO', 'CO_FAMLI', 8_80],
    ['District of Columbia paid leave, employer', 'DC', 'DC_PFL', 15_00],
  ])('%s', (_case, state, code, amount) => {
    expect(premium(state, code, {}, state === 'NJ' ? { filingStatus: 'SINGLE' } : undefined)).toBe(amount);
  });

  test('Colorado asks employers for their half from ten employees on', () => {
    expect(premium('CO', 'CO_FAMLI_EMPLOYER', { employer: { headcount: 9 } })).toBe(0);
    expect(premium('CO', 'CO_FAMLI_EMPLOYER', { employer: { headcount: 10 } })).toBe(8_80);
  });

  test('the wage base of unemployment tax is known where the state published it', () => {
    const employer = { unemployment: { VA: { ratePpm: 25_000 } } };
    expect(premium('VA', 'VA_UI_EMPLOYER', { employer })).toBe(50_00);
  });
});

describe('supplemental pay', () => {
  const bonus = (state: string, form: Form | undefined, more: Overrides = {}) =>
    amountOf(
      payslipOf(
        facts(state, form, {
          runType: 'BONUS',
          payInputs: { earnings: [{ type: 'BONUS', amountCents: 1_000_00 }] },
          ...more,
        }),
      ),
      `${state}_SIT_SUPPLEMENTAL`,
    );
  const taxed = (state: string, lastRegular = 2_000_00): Overrides => ({
    yearToDate: {
      amountsCents: { [`${state}_SIT`]: 100_00 },
      lastRegularTaxableCents: { [`${state}_SIT`]: lastRegular },
    },
  });

  test.each<[string, string, Form | undefined, number]>([
    ['Virginia 5.75 %', 'VA', undefined, 57_50],
    ['Missouri 4.7 %', 'MO', undefined, 47_00],
    ['Minnesota 6.25 %', 'MN', undefined, 62_50],
    ['Wisconsin: the rate of the bracket of a year of 52,000.00', 'WI', undefined, 53_00],
    // the table of the period without allowances: 12 + 2 % x 231
    ['New Jersey: the table without allowances', 'NJ', { filingStatus: 'SINGLE', allowances: 5 }, 16_62],
    ['Colorado: combined', 'CO', undefined, 44_00],
    ['South Carolina: combined', 'SC', undefined, 60_00],
  ])('paid apart, %s', (_case, state, form, tax) => {
    expect(bonus(state, form, taxed(state))).toBe(tax);
  });

  test('paid with regular wages, the flat rate of Virginia is not open: one combined wage', () => {
    const slip = payslipOf(
      facts('VA', undefined, { payInputs: { earnings: [{ type: 'BONUS', amountCents: 1_000_00 }] } }),
    );
    // 78,000 - 8,750 = 69,250: 720 + 5.75 % x 52,250 = 3,724.375 / 26 = 143.25, less 85.75
    expect(amountOf(slip, 'VA_SIT_SUPPLEMENTAL')).toBe(57_50);
  });

  test('no tax withheld from regular wages: the flat rate is closed, and what was paid apart is taxed as regular wages', () => {
    // 26,000 - 8,750 = 17,250: 720 + 5.75 % x 250 = 734.375 / 26
    expect(bonus('VA', undefined)).toBe(28_25);
  });

  test('the employer may choose to combine', () => {
    const payInputs = {
      earnings: [{ type: 'BONUS', amountCents: 1_000_00 } as const],
      supplementalMethod: 'AGGREGATE',
    } as const;
    expect(bonus('MO', undefined, { ...taxed('MO'), payInputs })).toBe(47_00);
    expect(bonus('MN', undefined, { ...taxed('MN'), payInputs })).toBe(68_00);
  });
});

describe('claims on the certificate', () => {
  test.each([
    ['Virginia, this year', 'VA', 2026, 'no refusal'],
    ['Virginia, last year: it has run out', 'VA', 2025, 'STATE_TAX_FORM_INVALID'],
    ['Wisconsin, last year, to 30 April', 'WI', 2025, 'no refusal'],
    ['a year that has not begun', 'WI', 2027, 'STATE_TAX_FORM_INVALID'],
    ['a state whose form has no such claim', 'PA', 2026, 'STATE_TAX_FORM_INVALID'],
  ])('exempt: %s', (_case, state, exemptForYear, type) => {
    expect(refusalOf(facts(state, { exemptForYear }))).toBe(type);
  });

  test('an exempt employee has no tax and no extra withholding, on regular and on supplemental pay', () => {
    const earnings = [{ type: 'BONUS', amountCents: 1_000_00 } as const];
    const slip = payslipOf(
      facts('MO', { exemptForYear: 2026, extraWithholdingCents: 20_00 }, { payInputs: { earnings } }),
    );
    expect([amountOf(slip, 'MO_SIT'), amountOf(slip, 'MO_SIT_SUPPLEMENTAL')]).toEqual([0, 0]);
  });

  test("a servicemember's spouse who keeps the home state is taxed there alone", () => {
    const slip = payslipOf(facts('VA', { isMilitarySpouse: true }, { employee: { homeState: 'PA' } }));
    expect([amountOf(slip, 'VA_SIT'), amountOf(slip, 'PA_SIT')]).toEqual([0, 61_40]);
    expect(refusalOf(facts('VA', { isMilitarySpouse: true }))).toBe('STATE_TAX_FORM_INVALID');
  });
});

describe('certificates of reciprocity', () => {
  test('a resident of Ohio who works in Michigan and filed MI-W4 is taxed by Ohio alone', () => {
    const employee = {
      homeState: 'OH',
      stateTaxForms: [
        { state: 'MI', hasReciprocityCertificate: true },
        { state: 'OH', allowances: 0 },
      ],
    };
    const slip = payslipOf(facts('MI', undefined, { employee }));
    expect([amountOf(slip, 'MI_SIT'), amountOf(slip, 'OH_SIT')]).toEqual([0, 47_63]);
  });

  test.each([
    ['no agreement: Georgia and South Carolina', 'GA', 'SC', 'GA'],
    ['an agreement of one side only: Arizona does not tax Oregon, California has no form', 'CA', 'AZ', 'CA'],
    ['the certificate of another state', 'VA', 'MD', 'PA'],
    ['a certificate of the state that one lives in', 'VA', 'VA', 'VA'],
  ])('refused, because nothing would read it: %s', (_case, workState, homeState, state) => {
    const stateTaxForms = [{ state, hasReciprocityCertificate: true }];
    expect(refusalOf(payFacts({ employee: { workState, homeState, stateTaxForms } }))).toBe('STATE_TAX_FORM_INVALID');
  });

  test('the District of Columbia taxes no resident of another state who filed Form D-4A', () => {
    const slip = payslipOf(facts('DC', { hasReciprocityCertificate: true }, { employee: { homeState: 'VA' } }));
    expect([amountOf(slip, 'DC_SIT'), amountOf(slip, 'VA_SIT')]).toEqual([0, 85_75]);
  });
});
