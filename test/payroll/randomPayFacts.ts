import type { Deduction } from '../../payroll/Deduction.ts';
import type {
  Compensation,
  EarningInput,
  EmployeePayFacts,
  LocalTax,
  Workweek,
} from '../../payroll/EmployeePayFacts.ts';
import type { GarnishmentOrder } from '../../payroll/GarnishmentOrder.ts';
import { addDays } from '../../payroll/dates.ts';
import type { PayPeriod, PaySchedule } from '../../payroll/payPeriods.ts';
import { CURRENT_RULE_SET_VERSION } from '../../payroll/ruleSets.ts';
import type { FederalW4, StateTaxForm } from '../../payroll/TaxForms.ts';
import { periodStarting } from './payFacts.ts';

/** Numbers from a seed: the same seed gives the same employees on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A certificate of each state, where it takes one. */
export const FORMS: Readonly<Record<string, Omit<StateTaxForm, 'state'> | undefined>> = {
  AL: { filingStatus: 'M', allowances: 2 },
  AR: { filingStatus: 'STANDARD', allowances: 2 },
  CT: { filingStatus: 'F' },
  DE: { filingStatus: 'SINGLE', allowances: 1 },
  HI: { filingStatus: 'MARRIED', allowances: 2 },
  ID: { filingStatus: 'SINGLE' },
  KS: { filingStatus: 'JOINT', allowances: 3 },
  MD: { filingStatus: 'SINGLE', allowances: 1 },
  ME: { filingStatus: 'SINGLE', allowances: 1 },
  MT: { filingStatus: 'SINGLE' },
  ND: undefined,
  NE: { filingStatus: 'SINGLE', allowances: 1 },
  NM: { filingStatus: 'SINGLE' },
  OR: { filingStatus: 'MARRIED', allowances: 2 },
  RI: { allowances: 1 },
  VT: { filingStatus: 'SINGLE', allowances: 1 },
  WV: { filingStatus: 'TWO_EARNERS', allowances: 1 },
  AK: undefined,
  AZ: { electedRatePpm: 25_000 },
  CA: { filingStatus: 'MARRIED_ONE_INCOME', allowances: 2, additionalAllowances: 1 },
  CO: undefined,
  DC: { allowances: 2 },
  FL: undefined,
  GA: { filingStatus: 'OTHER', allowances: 1 },
  IA: { filingStatus: 'SINGLE', annualAmountCents: 80_00 },
  IL: { allowances: 2, additionalAllowances: 1 },
  IN: { allowances: 1, additionalAllowances: 2 },
  KY: undefined,
  LA: { filingStatus: 'CODE_1' },
  MA: { filingStatus: 'OTHER', allowances: 1 },
  MI: { allowances: 2 },
  MN: { filingStatus: 'MARRIED', allowances: 2 },
  MO: { filingStatus: 'HEAD_OF_HOUSEHOLD' },
  MS: { filingStatus: 'SINGLE', annualAmountCents: 6_000_00 },
  NC: { filingStatus: 'SINGLE_OR_MARRIED', allowances: 1 },
  NH: undefined,
  NJ: { filingStatus: 'MARRIED_FILING_JOINTLY', allowances: 2 },
  NV: undefined,
  NY: { filingStatus: 'MARRIED', allowances: 2, additionalAllowances: 2 },
  OH: { allowances: 1 },
  OK: { filingStatus: 'SINGLE', allowances: 1 },
  PA: undefined,
  SC: { allowances: 1 },
  SD: undefined,
  TN: undefined,
  TX: undefined,
  UT: { filingStatus: 'SINGLE' },
  VA: { allowances: 2, additionalAllowances: 1 },
  WA: undefined,
  WI: { filingStatus: 'SINGLE', allowances: 1 },
  WY: undefined,
};
const STATES = Object.keys(FORMS);
const LOCALITIES: Readonly<Record<string, readonly LocalTax[]>> = {
  MD: [{ jurisdiction: 'US-MD-MONTGOMERY', basis: 'RESIDENT' }],
  IN: [{ jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePpm: 20_200 }],
  NY: [{ jurisdiction: 'US-NY-NYC', basis: 'RESIDENT' }],
  PA: [
    { jurisdiction: 'US-PA-EIT', basis: 'RESIDENT', ratePpm: 10_000 },
    { jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualCents: 52_00 },
  ],
};

const PERIODS: readonly PayPeriod[] = (
  [
    ['WEEKLY', '2026-03-02'],
    ['BIWEEKLY', '2026-03-02'],
    ['SEMIMONTHLY', '2026-08-16'],
    ['MONTHLY', '2026-08-01'],
  ] satisfies [PaySchedule['frequency'], string][]
).map(([frequency, start]) => periodStarting(start, frequency));

const ANSWER = { incomeTax: 'EXCLUDED', levies: 'TAXED' } as const;

/** One employee and one pay of a mixed population: any supported state and frequency, hourly or salaried, with what comes with it. */
export function randomPayFacts(random: () => number, index: number): EmployeePayFacts {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length - 1)] as T;
  const period = pick(PERIODS);
  const workState = pick(STATES);
  const elsewhere = pick(STATES);
  // What residents of Maryland owe who work in another state is not confirmed.
  const homeState = chance(0.95) || elsewhere === 'MD' ? workState : elsewhere;
  const isHourly = chance(0.4);
  const annual = chance(0.02) ? upTo(300_000_000) : 2_000_000 + upTo(18_000_000);
  const compensation: Compensation = isHourly
    ? { type: 'HOURLY', hourlyRateCents: 1_000 + upTo(5_000) }
    : { type: 'SALARY', annualSalaryCents: annual, isOvertimeExempt: true };
  const before = chance(0.1) ? upTo(60_000_000) : upTo(12_000_000);
  const states = [...new Set([workState, homeState])];
  return {
    employee: {
      employeeId: `emp_${index}`,
      hireDate: chance(0.02) ? period.endDate : '2020-06-01',
      birthDate: `${1955 + upTo(50)}-06-15`,
      compensation,
      workState,
      homeState,
      localTaxes: localTaxesOf(workState, homeState, chance(0.6)),
      federalW4: randomW4(random),
      stateTaxForms: states.flatMap((state) => (FORMS[state] === undefined ? [] : [{ state, ...FORMS[state] }])),
      deductions: randomDeductions(random, states),
      garnishments: chance(0.05) ? [pick(ORDERS)] : [],
      priorYearSocialSecurityWagesCents: upTo(20_000_000),
    },
    employer: {
      unemployment: { [workState]: { ratePpm: 27_000, wageBaseCents: 9_000_00 } },
      headcount: 60,
      taxDecisions: { AR_REVISED_FORMULA_FROM: '2026-07-01', ME_REVISED_TABLES_FROM: '2026-09-01' },
    },
    payInputs: {
      workweeks: isHourly ? randomWeeks(random, period) : [],
      earnings: randomEarnings(random),
    },
    yearToDate: {
      year: 2026,
      grossCents: before,
      netPayCents: 0,
      planCompensationCents: before,
      amountsCents: { US_FIT: Math.floor(before / 10), TRADITIONAL_401K: upTo(2_000_000), HSA: upTo(300_000) },
      taxableCents: {
        US_SS: Math.min(before, 18_450_000),
        US_SS_EMPLOYER: Math.min(before, 18_450_000),
        US_MEDICARE: before,
        US_FUTA: Math.min(before, 700_000),
        [`${workState}_UI_EMPLOYER`]: Math.min(before, 900_000),
      },
      byDeductionCents: {},
      byOrderCents: {},
      commuterByMonthCents: {},
    },
    period,
    runType: 'REGULAR',
    ruleSetVersion: CURRENT_RULE_SET_VERSION,
  };
}

/** The places of the work state; counties of Indiana and Maryland are never missing. */
function localTaxesOf(workState: string, homeState: string, isLocal: boolean): readonly LocalTax[] {
  if (workState === 'MD' && homeState !== 'MD') return [];
  return isLocal || workState === 'IN' || workState === 'MD' ? (LOCALITIES[workState] ?? []) : [];
}

function randomW4(random: () => number): FederalW4 {
  if (random() < 0.1) {
    return {
      form: 'W4_BEFORE_2020',
      maritalStatus: random() < 0.5 ? 'SINGLE' : 'MARRIED',
      allowances: Math.floor(random() * 5),
      additionalWithholdingCents: 0,
    };
  }
  const statuses = ['SINGLE', 'MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD'] as const;
  return {
    form: 'W4_2020',
    filingStatus: statuses[Math.floor(random() * 3)] ?? 'SINGLE',
    isStep2Checked: random() < 0.2,
    step3CreditsCents: random() < 0.3 ? 220_000 : 0,
    step4aOtherIncomeCents: 0,
    step4bDeductionsCents: 0,
    step4cExtraWithholdingCents: random() < 0.1 ? 5_000 : 0,
  };
}

function randomDeductions(random: () => number, states: readonly string[]): Deduction[] {
  const deductions: Deduction[] = [];
  const stateTreatment = Object.fromEntries(
    states
      .filter((s) => ['AK', 'CO', 'DC', 'DE', 'ME', 'RI', 'WA', 'MA'].includes(s))
      .map((s) => [s, { levies: 'TAXED' } as const]),
  );
  const locality = { 'US-PA-EIT': { incomeTax: 'TAXED' } as const };
  const answers = { stateTreatment: { ...stateTreatment, ...locality } };
  if (random() < 0.5)
    deductions.push({ deductionId: 'health', type: 'SECTION_125_HEALTH', amountCents: 12_500, ...answers });
  if (random() < 0.15) {
    const pennsylvania = states.includes('PA') ? { PA: { incomeTax: ANSWER.incomeTax } } : {};
    const treatment = { stateTreatment: { ...answers.stateTreatment, ...pennsylvania } };
    deductions.push({ deductionId: 'hsa', type: 'HSA', amountCents: 7_500, hsaCoverage: 'SELF_ONLY', ...treatment });
  }
  if (random() < 0.6)
    deductions.push({
      deductionId: '401k',
      type: 'TRADITIONAL_401K',
      ratePpm: Math.floor(random() * 150_000),
      ...answers,
    });
  if (random() < 0.1)
    deductions.push({ deductionId: 'roth', type: 'ROTH_401K', ratePpm: Math.floor(random() * 100_000) });
  if (random() < 0.1) deductions.push({ deductionId: 'dues', type: 'POST_TAX', amountCents: 2_500 });
  return deductions;
}

const ORDERS: readonly GarnishmentOrder[] = [
  { orderId: 'support', type: 'CHILD_SUPPORT', receivedDate: '2025-05-01', amountCents: 30_000 },
  { orderId: 'creditor', type: 'CREDITOR', receivedDate: '2025-05-01', stateLimit: 'FEDERAL_ONLY' },
  { orderId: 'loan', type: 'STUDENT_LOAN', receivedDate: '2025-05-01' },
  { orderId: 'levy', type: 'FEDERAL_TAX_LEVY', receivedDate: '2025-05-01', exemptCents: 60_000 },
];

function randomEarnings(random: () => number): EarningInput[] {
  const earnings: EarningInput[] = [];
  if (random() < 0.1) earnings.push({ type: 'BONUS', amountCents: Math.floor(random() * 2_000_000) });
  if (random() < 0.05) earnings.push({ type: 'COMMISSION', amountCents: Math.floor(random() * 500_000) });
  if (random() < 0.1) earnings.push({ type: 'REIMBURSEMENT', amountCents: Math.floor(random() * 50_000) });
  return earnings;
}

function randomWeeks(random: () => number, period: PayPeriod): Workweek[] {
  const weeks: Workweek[] = [];
  const count = period.frequency === 'WEEKLY' ? 1 : period.frequency === 'MONTHLY' ? 4 : 2;
  for (let i = 0; i < count; i++) {
    const hoursHundredths = 3_000 + Math.floor(random() * 2_500);
    weeks.push({ startDate: addDays(period.startDate, i * 7), work: [{ hoursHundredths }], stateOvertimeCents: 0 });
  }
  return weeks;
}
