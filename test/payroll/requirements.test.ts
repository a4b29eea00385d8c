import { expect, test } from 'vitest';
import type { RunFigures } from '../../payroll/comparison/variance.ts';
import { variancesOf } from '../../payroll/comparison/variance.ts';
import { addEnteredNotPaid, type EnteredNotPaid, needsPerson } from '../../payroll/enteredNotPaid.ts';
import { cents } from '../../payroll/money.ts';
import { requirementsOf, type RunFacts } from '../../payroll/requirements.ts';

/** A run in good order: twenty employees, all paid by direct deposit, a week before the pay date. */
const RUN: RunFacts = {
  employeeCount: 20,
  failedCount: 0,
  netPay: { directDepositCents: cents(30_000_00), checkCents: cents(0) },
  checkCount: 0,
  hasFundingAccount: true,
  payDate: '2026-11-27',
  nowMs: Date.parse('2026-11-20T15:00:00Z'),
  variances: [],
  enteredNotPaid: [],
};
const codesOf = (facts: Partial<RunFacts>) =>
  requirementsOf({ ...RUN, ...facts }).map(({ code, severity }) => `${severity} ${code}`);

const byCheck = { netPay: { directDepositCents: cents(0), checkCents: cents(30_000_00) }, checkCount: 20 };
const notices = (applyByDate: string) => ({ openNotices: { count: 1, examples: ['E12'], applyByDate } });
const at = (instant: string) => ({ nowMs: Date.parse(instant) });

test.each<[string, Partial<RunFacts>, string[]]>([
  // case                                         facts            requirements
  ['a run in good order', {}, []],
  [
    'nobody is in it',
    { employeeCount: 0, netPay: { directDepositCents: cents(0), checkCents: cents(0) } },
    ['BLOCKING NO_EMPLOYEES'],
  ],
  ['some failed', { failedCount: 3 }, ['WARNING EMPLOYEES_FAILED']],
  ['all failed', { failedCount: 20 }, ['BLOCKING ALL_EMPLOYEES_FAILED']],
  ['direct deposits from no account', { hasFundingAccount: false }, ['BLOCKING FUNDING_ACCOUNT_MISSING']],
  ['checks need no account', { ...byCheck, hasFundingAccount: false }, ['WARNING CHECKS_TO_PRINT']],
  ['the last minute before the bank closes', at('2026-11-24T22:00:00Z'), []],
  ['the first after it', at('2026-11-24T22:00:01Z'), ['WARNING PAY_DATE_TOO_NEAR']],
  ['a pay date that is past', at('2026-12-10T15:00:00Z'), ['WARNING PAY_DATE_TOO_NEAR']],
  [
    'checks can be handed out on the pay date',
    { ...byCheck, ...at('2026-11-27T15:00:00Z') },
    ['WARNING CHECKS_TO_PRINT'],
  ],
  [
    'money that arrives in another year is taxed there',
    { payDate: '2026-12-31', ...at('2026-12-31T23:00:00Z') },
    ['BLOCKING PAY_DATE_TOO_NEAR'],
  ],
  ['even years later', at('2030-01-02T15:00:00Z'), ['BLOCKING PAY_DATE_TOO_NEAR']],
  ['a bank asks for another account', notices('2026-11-30'), ['WARNING NOTICES_OF_CHANGE_OPEN']],
  ['six banking days after it asked', notices('2026-11-19'), ['BLOCKING NOTICES_OF_CHANGE_OPEN']],
  [
    'what blocks comes first',
    { failedCount: 1, hasFundingAccount: false },
    ['BLOCKING FUNDING_ACCOUNT_MISSING', 'WARNING EMPLOYEES_FAILED'],
  ],
])('%s', (_case, facts, codes) => {
  expect(codesOf(facts)).toEqual(codes);
});

test('a run that differs much from the last one says in what, and asks for a second person', () => {
  const figures: RunFigures = {
    employeeCount: 20,
    grossPayCents: 40_000_00,
    employeeTaxesCents: 0,
    deductionsCents: 0,
    reimbursementsCents: 0,
    netPayCents: 30_000_00,
    employerTaxesCents: 0,
  };
  const variances = variancesOf({ ...figures, grossPayCents: 45_000_00, employeeCount: 15 }, figures, {
    grossPayCents: 100_000,
    netPayCents: 100_000,
    employeeCount: 100_000,
  });
  expect(requirementsOf({ ...RUN, variances })).toEqual([
    {
      code: 'VARIANCE_ABOVE_THRESHOLD',
      severity: 'WARNING',
      message: 'Against the last run: headcount -25 %, gross pay +12.5 %.',
      resolution: 'Look at what changed; a second person must approve as well.',
    },
  ]);
});

test('a message gives the value and the limit', () => {
  expect(
    requirementsOf({ ...RUN, ...at('2026-11-25T15:00:00Z'), failedCount: 3 }).map(({ message }) => message),
  ).toEqual([
    '3 of 20 employees could not be calculated and would not be paid.',
    'The pay date is 2026-11-27, and direct deposits are handed to the bank two banking days before it.',
  ]);
});

test('direct deposits that are too late say when they come', () => {
  const [late] = requirementsOf({ ...RUN, ...at('2026-11-27T23:00:00Z') });
  expect(late?.message).toBe(
    'The pay date is 2026-11-27, and direct deposits that are approved now settle on 2026-12-01 at the earliest.',
  );
});

test('negative net pay never comes as far as this', () => {
  expect(() => requirementsOf({ ...RUN, netPay: { directDepositCents: cents(-1), checkCents: cents(0) } })).toThrow(
    'negative',
  );
});

test('what was entered and is not paid is named by its reason, the first of the employees, and how many more', () => {
  const enteredNotPaid = addEnteredNotPaid([
    { reason: 'EXCLUDED', count: 1, examples: ['E9'] },
    { reason: 'OTHER_PAY_GROUP', count: 2, examples: ['E1', 'E2'] },
    { reason: 'OTHER_PAY_GROUP', count: 6, examples: ['E3', 'E4', 'E5', 'E6', 'E7'] },
  ]);
  expect(requirementsOf({ ...RUN, enteredNotPaid })).toMatchObject([
    {
      code: 'INPUT_OTHER_PAY_GROUP',
      severity: 'WARNING',
      message: expect.stringContaining('Employees: 8 (E1, E2, E3, E4, E5 and 3 more)') as string,
    },
    { code: 'INPUT_EXCLUDED', message: expect.stringContaining('Employees: 1 (E9)') as string },
  ]);
});

test.each<[boolean, EnteredNotPaid['reason'][]]>([
  [false, []],
  [false, ['EXCLUDED', 'OFF_CYCLE_RUN_NOT_STARTED']],
  [true, ['EXCLUDED', 'HOURS_OF_EXEMPT_SALARY']],
  [true, ['OTHER_PAY_GROUP']],
])('a run waits for a person (%s) where %j', (expected, reasons) => {
  expect(needsPerson(reasons.map((reason) => ({ reason, count: 1, examples: ['E1'] })))).toBe(expected);
});
