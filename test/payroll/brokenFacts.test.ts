import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { formatMoney } from '../../payroll/money.ts';
import { checkShape } from '../../payroll/checkShape.ts';
import { LARGEST_AMOUNT_CENTS } from '../../payroll/money.ts';
import { PERIODS_PER_YEAR, type PayFrequency } from '../../payroll/payPeriods.ts';
import { payFacts, payslipOf, refusalOf } from './payFacts.ts';
import { randomPayFacts, seededRandom } from './randomPayFacts.ts';

type Node = Record<string, unknown>;

/** Every member of a JSON value, as the object that holds it and its key. */
function membersOf(value: unknown): [Node, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [value as Node, key] as [Node, string],
    ...membersOf((value as Node)[key]),
  ]);
}

test('facts with any one member broken are refused or figured, and never throw', () => {
  const random = seededRandom(5);
  const samples = Array.from({ length: 40 }, (_, i) => JSON.stringify(randomPayFacts(random, i)));
  const junk = fc.constantFrom<unknown>(
    undefined,
    null,
    -1,
    0.5,
    Number.NaN,
    1e300,
    '',
    'constructor',
    '__proto__',
    [],
    {},
    true,
    [null],
    'TX',
  );
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), junk, (sample, at, value) => {
      const facts = JSON.parse(sample) as EmployeePayFacts;
      const members = membersOf(facts);
      const [holder, key] = members[at % members.length] as [Node, string];
      if (value === undefined && !Array.isArray(holder)) delete holder[key];
      else holder[key] = value ?? null;
      const result = calculatePayslip(facts);
      if (!result.ok)
        expect([result.error.type, result.error.resolution === '']).toEqual([
          expect.stringMatching(/^[A-Z0-9_]+$/),
          false,
        ]);
    }),
    { numRuns: 6_000 },
  );
});

/** Facts with as many kinds of members as one employee can have. */
const everything = JSON.stringify({
  ...payFacts({
    employee: {
      terminationDate: '2026-03-15',
      birthDate: '1990-01-01',
      compensation: {
        type: 'SALARY',
        annualSalaryCents: 52_000_00,
        isOvertimeExempt: false,
        coveredHoursHundredths: 40_00,
        divisor: 'PAY_DATES_IN_YEAR',
      },
      workState: 'PA',
      homeState: 'NY',
      localTaxes: [
        { jurisdiction: 'US-PA-EIT', basis: 'RESIDENT', ratePpm: 10_000 },
        { jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualCents: 52_00 },
      ],
      lockInLetter: { form: 'W4_BEFORE_2020', maritalStatus: 'MARRIED', allowances: 1, additionalWithholdingCents: 1 },
      nonresidentAlien: 'STANDARD',
      stateTaxForms: [{ state: 'NY', filingStatus: 'SINGLE', allowances: 1, extraWithholdingCents: 5 }],
      deductions: [
        {
          deductionId: 'hsa',
          type: 'HSA',
          amountCents: 5_00,
          takenIn: 'EVERY_RUN',
          whenPayIsShort: 'SKIP',
          hsaCoverage: 'FAMILY',
          stateTreatment: { PA: { incomeTax: 'TAXED' }, 'US-PA-EIT': { incomeTax: 'TAXED' } },
        },
      ],
      garnishments: [
        {
          orderId: 'o',
          type: 'CREDITOR',
          receivedDate: '2025-01-01',
          balanceCents: 9,
          stateLimit: { ratePpm: 9, protectedCents: 9 },
        },
        {
          orderId: 's',
          type: 'CHILD_SUPPORT',
          receivedDate: '2025-01-01',
          amountCents: 9,
          isSupportingOtherFamily: true,
        },
      ],
      supportAllocation: 'PRORATE',
      wasTaxWithheldLastYear: true,
      priorYearSocialSecurityWagesCents: 0,
    },
    employer: {
      unemployment: { PA: { ratePpm: 9, wageBaseCents: 9 } },
      isFutaExempt: false,
      electedLevies: ['NY_SDI'],
    },
    payInputs: {
      workweeks: [
        { startDate: '2026-03-02', work: [{ hoursHundredths: 45_00, hourlyRateCents: 20_00, isPaidEarlier: false }] },
      ],
      earnings: [
        { type: 'BONUS', amountCents: 9, isDiscretionary: false, workweekStartDates: ['2026-03-02'] },
        { type: 'GROSS_UP', amountCents: 9 },
      ],
      supplementalMethod: 'FLAT',
      unpaidAbsenceDays: 1,
    },
    yearToDate: {
      amountsCents: { HSA: 9 },
      byOrderCents: { o: 1 },
      byDeductionCents: { hsa: 1 },
      lastRegularPayDate: '2026-03-06',
      lastRegularTaxableCents: { US_SS: 1 },
    },
  }),
});

type Break = (value: unknown) => unknown;
const OTHER_TYPES: Break[] = [
  (value) => (typeof value === 'string' ? 7 : String(value)),
  (value) => (Array.isArray(value) ? {} : []),
  (value) => [value],
  () => null,
  () => [[[[]]]],
];
const OTHER_VALUES: Break[] = [
  (value) => (typeof value === 'number' ? -value - 1 : typeof value === 'boolean' ? !value : value),
  (value) => (typeof value === 'number' ? value + 0.5 : value),
  (value) => (typeof value === 'number' ? LARGEST_AMOUNT_CENTS : value),
  (value) => (typeof value === 'number' ? Number.MAX_SAFE_INTEGER : value),
  (value) => (typeof value === 'number' ? 0 : value),
  (value) => (typeof value === 'number' ? 366 : value),
  (value) => (typeof value === 'string' ? `${value}x` : value),
  (value) => (typeof value === 'string' ? '__proto__' : value),
  (value) => (typeof value === 'string' ? '\0' : value),
  (value) => (Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value),
];

/** Every member of a JSON value by its path. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [[...path, key], ...pathsOf(member, [...path, key])]);
}

/** The facts with what `change` makes of the member at a path. */
function broken(json: string, path: readonly string[], change: (holder: Node, key: string) => void): EmployeePayFacts {
  const facts = JSON.parse(json) as EmployeePayFacts;
  const holder = path.slice(0, -1).reduce((node, key) => node[key] as Node, facts as unknown as Node);
  change(holder, path.at(-1) ?? '');
  return facts;
}

const random = seededRandom(11);
const samples = [everything, ...Array.from({ length: 12 }, (_, i) => JSON.stringify(randomPayFacts(random, i)))];

test('facts with any member dropped, renamed, negated or out of its bounds are refused with a fix or figured, and never throw', () => {
  let refused = 0;
  for (const sample of samples)
    for (const path of pathsOf(JSON.parse(sample))) {
      const changes: ((holder: Node, key: string) => void)[] = [
        (holder, key) => delete holder[key],
        ...[...OTHER_TYPES, ...OTHER_VALUES].map((change) => (holder: Node, key: string) => {
          holder[key] = change(holder[key]);
        }),
      ];
      for (const change of changes) {
        const facts = broken(sample, path, change);
        const result = calculatePayslip(facts);
        if (result.ok) continue;
        refused += 1;
        expect(result.error.type).toMatch(/^[A-Z0-9_]+$/);
        expect(result.error.resolution, result.error.message).not.toBe('');
        // Each is shown once, beside the other.
        expect(result.error.message).not.toContain(result.error.resolution);
      }
    }
  expect(refused).toBeGreaterThan(5_000);
});

test('the facts that are broken here are good before', () => {
  for (const sample of samples)
    expect(calculatePayslip(JSON.parse(sample) as EmployeePayFacts)).toMatchObject({ ok: true });
});

test('every pay frequency is figured or refused in every state, and never throws', () => {
  const employees = seededRandom(12);
  const outcomes = new Map<string, number>();
  for (let i = 0; i < 300; i++) {
    const facts = randomPayFacts(employees, i);
    for (const frequency of Object.keys(PERIODS_PER_YEAR) as PayFrequency[]) {
      const periodsPerYear = PERIODS_PER_YEAR[frequency];
      const period = { ...facts.period, frequency, periodsPerYear, payDatesInYear: periodsPerYear, indexInYear: 1 };
      const result = calculatePayslip({ ...facts, period });
      const outcome = result.ok ? 'figured' : result.error.type;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  expect(outcomes.get('figured')).toBeGreaterThan(1_000);
  expect(outcomes.get('JURISDICTION_NOT_SUPPORTED')).toBeGreaterThan(100);
});

test('a member of another type is refused by its own path', () => {
  for (const sample of samples)
    for (const path of pathsOf(JSON.parse(sample)))
      for (const change of OTHER_TYPES) {
        const facts = broken(sample, path, (holder, key) => (holder[key] = change(holder[key])));
        const refusal = checkShape(facts, 'IGNORED');
        const field = refusal?.error.field ?? '';
        // A value in a list of its own is a fault of that list's first entry where lists are what is expected.
        expect([path.join('.'), `${path.join('.')}.0`], refusal?.error.message).toContain(field);
      }
});

/** Members that are named by words of the company: a deduction or an order. */
const isFreelyNamed = (path: readonly string[]) => /^by(Deduction|Order)Cents$/.test(path.at(-2) ?? '');

test('a member that is renamed is refused where facts come from a file', () => {
  for (const sample of samples)
    for (const path of pathsOf(JSON.parse(sample))) {
      if (/^\d+$/.test(path.at(-1) ?? '') || isFreelyNamed(path)) continue;
      for (const other of ['x', ' ', '\u0430']) {
        const facts = broken(sample, path, (holder, key) => {
          holder[key + other] = holder[key];
          delete holder[key];
        });
        expect(checkShape(facts, 'REFUSED'), path.join('.')).toMatchObject({ ok: false });
      }
    }
});

test.each([
  [
    'an earning that nobody knows',
    payFacts({ payInputs: { earnings: [{ type: 'TIPS' as 'BONUS', amountCents: 1 }] } }),
  ],
  [
    'a deduction that nobody knows',
    payFacts({ employee: { deductions: [{ deductionId: 'd', type: 'GYM' as 'HSA', amountCents: 1 }] } }),
  ],
  ['two forms of one state', payFacts({ employee: { stateTaxForms: [{ state: 'PA' }, { state: 'PA' }] } })],
])('%s is refused, not paid as something else', (_case, facts) => {
  expect(refusalOf(facts)).toBe('INVALID_INPUT');
});

test('the example in docs/payslip-input.md is a payslip', () => {
  const page = readFileSync(new URL('../../docs/payslip-input.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(formatMoney(payslipOf(JSON.parse(json) as EmployeePayFacts).netPayCents)).toBe('2084.93');
});
