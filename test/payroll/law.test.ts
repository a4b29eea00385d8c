import { describe, expect, test } from 'vitest';
import { explainPayslip } from '../../payroll/explainPayslip.ts';
import type { GarnishmentOrder } from '../../payroll/GarnishmentOrder.ts';
import { amountOf, payFacts, payslipOf, periodStarting, refusalOf, untaxed, type Overrides } from './payFacts.ts';

/* Rules that hold in several states or for several kinds of orders and employment. */

const BONUS = { type: 'BONUS', amountCents: 1_000_00 } as const;
const bonusRun = (workState: string, more: Overrides = {}) =>
  payFacts({ ...more, runType: 'BONUS', payInputs: { earnings: [BONUS] }, employee: { workState, ...more.employee } });

describe('supplemental pay', () => {
  const OHIO = { workState: 'OH', stateTaxForms: [{ state: 'OH', allowances: 0 }] };

  test('Ohio takes at least 3.5 %, beside regular wages and apart from them', () => {
    const beside = payslipOf(payFacts({ employee: OHIO, payInputs: { earnings: [BONUS] } }));
    const apart = payslipOf(bonusRun('OH', { employee: OHIO }));
    expect([beside, apart].map((slip) => amountOf(slip, 'OH_SIT_SUPPLEMENTAL'))).toEqual([35_00, 35_00]);
  });

  test('Ohio takes more where the employer aggregates and more is due', () => {
    const compensation = { type: 'SALARY', annualSalaryCents: 104_000_00, isOvertimeExempt: true } as const;
    const payInputs = { earnings: [BONUS], supplementalMethod: 'AGGREGATE' } as const;
    const slip = payslipOf(payFacts({ employee: { ...OHIO, compensation }, payInputs }));
    expect(amountOf(slip, 'OH_SIT_SUPPLEMENTAL')).toBe(36_40);
  });

  test('New York takes its flat rate only if its tax was withheld from regular wages; else both are one wage', () => {
    const compensation = { type: 'SALARY', annualSalaryCents: 200_00 * 26, isOvertimeExempt: true } as const;
    const slip = payslipOf(payFacts({ employee: { workState: 'NY', compensation }, payInputs: { earnings: [BONUS] } }));
    // 1,200 - 284.60 = 915.40: 22.54 + 5.4 % x 380.40
    expect([amountOf(slip, 'NY_SIT'), amountOf(slip, 'NY_SIT_SUPPLEMENTAL')]).toEqual([0, 43_08]);
  });

  test('New York takes 11.70 % once its tax was withheld, this year or the last', () => {
    const taxed = { yearToDate: { amountsCents: { NY_SIT: 10_00 } } };
    expect(amountOf(payslipOf(bonusRun('NY', taxed)), 'NY_SIT_SUPPLEMENTAL')).toBe(117_00);
    const lastYear = { employee: { wasTaxWithheldLastYear: true } };
    expect(amountOf(payslipOf(bonusRun('NY', lastYear)), 'NY_SIT_SUPPLEMENTAL')).toBe(117_00);
  });

  test('the surtax test of Massachusetts takes a year of FICA off a year of wages, once', () => {
    const compensation = { type: 'SALARY', annualSalaryCents: 1_107_750_00, isOvertimeExempt: true } as const;
    const employee = {
      workState: 'MA',
      compensation,
      stateTaxForms: [{ state: 'MA', filingStatus: 'OTHER', allowances: 0 }],
    };
    const slip = payslipOf(
      payFacts({
        employee,
        period: periodStarting('2026-01-05'),
        payInputs: { earnings: [{ type: 'BONUS', amountCents: 10_000_00 }] },
      }),
    );
    // 1,107,750 - 2,000 leaves 2,000 below the threshold: 5 % of it, 9 % of 8,000
    expect(amountOf(slip, 'MA_SIT_SUPPLEMENTAL')).toBe(100_00 + 720_00);
  });
});

describe('orders for debts to the United States', () => {
  const order = (type: GarnishmentOrder['type']): GarnishmentOrder => ({
    orderId: 'debt',
    type,
    receivedDate: '2026-01-02',
    ...(type === 'CREDITOR' ? { stateLimit: 'FEDERAL_ONLY' as const } : {}),
  });

  test.each([
    ['an agency', 'FEDERAL_AGENCY_DEBT', 210_00],
    ['the Department of Education', 'STUDENT_LOAN', 210_00],
    ['a creditor: premiums that the employee chose stay in', 'CREDITOR', 400_00],
  ] as const)('health premiums leave disposable pay first: %s', (_case, type, amount) => {
    const deductions = [{ deductionId: 'health', type: 'SECTION_125_HEALTH', amountCents: 200_00 } as const];
    const slip = payslipOf(untaxed(1_600_00, { employee: { garnishments: [order(type)], deductions, ...TAXLESS } }));
    expect(amountOf(slip, `GARNISHMENT_${type}`)).toBe(amount);
  });
});

const TAXLESS = {
  federalW4: {
    form: 'W4_2020',
    filingStatus: 'SINGLE',
    isStep2Checked: false,
    step3CreditsCents: 0,
    step4aOtherIncomeCents: 0,
    step4bDeductionsCents: 0,
    step4cExtraWithholdingCents: 0,
    exemptForYear: 2026,
  },
  ficaExemption: 'STUDENT_OF_EMPLOYER',
  compensation: { type: 'SALARY', annualSalaryCents: 1_600_00 * 52, isOvertimeExempt: true },
} as const;

describe('employment within a family', () => {
  test.each([
    'CHILD_UNDER_18_OF_PROPRIETOR',
    'CHILD_18_TO_20_OF_PROPRIETOR',
    'SPOUSE_OR_PARENT_OF_PROPRIETOR',
  ] as const)('%s: no state unemployment tax, and no levy of insured employment', (ficaExemption) => {
    const slip = payslipOf(payFacts({ employee: { workState: 'CA', ficaExemption } }));
    expect(['CA_SDI', 'CA_ETT', 'CA_UI_EMPLOYER'].map((code) => amountOf(slip, code))).toEqual([0, 0, 0]);
  });

  test('other exemptions from FICA keep them', () => {
    const slip = payslipOf(payFacts({ employee: { workState: 'CA', ficaExemption: 'MINISTER' } }));
    expect(['CA_SDI', 'CA_ETT', 'CA_UI_EMPLOYER'].map((code) => amountOf(slip, code))).toEqual([26_00, 2_00, 54_00]);
  });
});

describe('what an employee may claim', () => {
  test('a letter that exempts from WA Cares forbids to withhold it', () => {
    const washington = (exemptLevies?: string[]) =>
      payslipOf(payFacts({ employee: { workState: 'WA', ...(exemptLevies && { exemptLevies }) } }));
    expect(amountOf(washington(), 'WA_CARES')).toBe(11_60);
    expect(amountOf(washington(['WA_CARES']), 'WA_CARES')).toBe(0);
  });

  test('a letter that no law knows is refused', () => {
    expect(refusalOf(payFacts({ employee: { workState: 'WA', exemptLevies: ['WA_PFML'] } }))).toBe('INVALID_INPUT');
  });

  test('Arizona lets an employee elect zero', () => {
    const stateTaxForms = [{ state: 'AZ', electedRatePpm: 0 }];
    expect(amountOf(payslipOf(payFacts({ employee: { workState: 'AZ', stateTaxForms } })), 'AZ_SIT')).toBe(0);
  });

  test.each(['NY', 'CA'])('%s: exempt for the year', (workState) => {
    const stateTaxForms = [{ state: workState, exemptForYear: 2026 }];
    expect(amountOf(payslipOf(payFacts({ employee: { workState, stateTaxForms } })), `${workState}_SIT`)).toBe(0);
  });
});

describe('programmes', () => {
  test('Massachusetts asks employers for their part from 25 on', () => {
    const massachusetts = (headcount: number) =>
      amountOf(
        payslipOf(
          payFacts({
            employee: { workState: 'MA', stateTaxForms: [{ state: 'MA', filingStatus: 'OTHER', allowances: 1 }] },
            employer: { headcount },
          }),
        ),
        'MA_PFML_EMPLOYER',
      );
    expect([massachusetts(24), massachusetts(25)]).toEqual([0, 8_40]);
  });

  test('disability insurance of New York is taken once a period, not again off cycle', () => {
    const elected = { employer: { electedLevies: ['NY_SDI'] }, employee: { workState: 'NY' } };
    expect(amountOf(payslipOf(payFacts(elected)), 'NY_SDI')).toBe(1_20);
    const offCycle = payFacts({ ...elected, runType: 'OFF_CYCLE', payInputs: { earnings: [BONUS] } });
    expect(amountOf(payslipOf(offCycle), 'NY_SDI')).toBe(0);
  });

  test('Social Security of a year stops at 11,439.00 whatever the roundings were', () => {
    const slip = payslipOf(
      payFacts({
        yearToDate: {
          taxableCents: { US_SS: 183_500_00, US_SS_EMPLOYER: 183_500_00 },
          amountsCents: { US_SS: 11_377_06, US_SS_EMPLOYER: 11_376_99 },
        },
      }),
    );
    expect([amountOf(slip, 'US_SS'), amountOf(slip, 'US_SS_EMPLOYER')]).toEqual([61_94, 62_00]);
  });
});

test.each([
  ['DC', 'DC_SIT'],
  ['MA', 'MA_PFML'],
])('the explanation names what rests on one source: %s, %s', (workState, code) => {
  const stateTaxForms = workState === 'MA' ? [{ state: 'MA', filingStatus: 'OTHER', allowances: 1 }] : [];
  const explained = explainPayslip(payFacts({ employee: { workState, stateTaxForms } }));
  const line = explained.ok ? explained.value.lines.find((candidate) => candidate.code === code) : undefined;
  expect(line?.words).toContain('mark B: one source');
});

describe('the regular rate', () => {
  const week = (earning: object) =>
    payslipOf(
      payFacts({
        period: periodStarting('2026-03-02', 'WEEKLY'),
        employee: { compensation: { type: 'HOURLY', hourlyRateCents: 30_00 } },
        payInputs: {
          workweeks: [{ startDate: '2026-03-02', work: [{ hoursHundredths: 45_00 }] }],
          earnings: [earning as typeof BONUS],
        },
      }),
    );

  test('a commission raises it, whatever is said of it', () => {
    const slip = week({ type: 'COMMISSION', amountCents: 90_00, isDiscretionary: true });
    expect(amountOf(slip, 'OVERTIME_PREMIUM')).toBe(80_00);
  });

  test('a discretionary bonus does not', () => {
    const slip = week({ type: 'BONUS', amountCents: 90_00, isDiscretionary: true });
    expect(amountOf(slip, 'OVERTIME_PREMIUM')).toBe(75_00);
  });

  test('a grossed-up bonus raises it by its gross amount', () => {
    const slip = week({ type: 'GROSS_UP', amountCents: 50_00 });
    const gross = amountOf(slip, 'GROSS_UP');
    expect(gross).toBeGreaterThan(50_00);
    expect(amountOf(slip, 'OVERTIME_PREMIUM')).toBe(Math.round(((1_350_00 + gross) * 5) / 90));
  });
});
