import type { RequirementOf } from './requirements.ts';
import type { UnpayableReason } from './unpayable.ts';

/** Why something that was entered for a period is not paid by a run of it. */
export type NotPaidReason =
  | UnpayableReason
  /** The employee is in another pay group now. */
  | 'OTHER_PAY_GROUP'
  /** Not what was entered, but all of the pay: the payslip has no net pay although the employee was to be paid. */
  | 'NO_NET_PAY'
  /** It was entered for a period that the schedule of the pay group does not have any more. */
  | 'OTHER_PERIOD'
  /** The run names its employees, and not this one. */
  | 'NOT_NAMED'
  /** A person left the employee out of the run. */
  | 'EXCLUDED'
  /** Its off-cycle run is not started. */
  | 'OFF_CYCLE_RUN_NOT_STARTED';

/** Of how many employees something is not paid for a reason, and who the first of them are: no record grows with the run. */
export type EnteredNotPaid = {
  readonly reason: NotPaidReason;
  readonly count: number;
  /** By their `externalId`. */
  readonly examples: readonly string[];
};

const MOST_EXAMPLES = 5;

/** What was found for one employee. */
export const enteredNotPaid = (reason: NotPaidReason, externalId: string): EnteredNotPaid => ({
  reason,
  count: 1,
  examples: [externalId],
});

/** Adds up what was found in several places: in the order in which the reasons are listed here. */
export function addEnteredNotPaid(found: Iterable<EnteredNotPaid>): EnteredNotPaid[] {
  const byReason = new Map<NotPaidReason, EnteredNotPaid>();
  for (const { reason, count, examples } of found) {
    const before = byReason.get(reason) ?? { count: 0, examples: [] };
    byReason.set(reason, {
      reason,
      count: before.count + count,
      examples: [...before.examples, ...examples].slice(0, MOST_EXAMPLES),
    });
  }
  return REASONS.flatMap((reason) => byReason.get(reason) ?? []);
}

type Words = { readonly what: string; readonly resolution: string };

/** Each reason in words: the end of a sentence that says what is not paid, and what to do. */
export const NOT_PAID_WORDS: Readonly<Record<NotPaidReason, Words>> = {
  NO_NET_PAY: {
    what: 'payslips whose net pay is 0.00',
    resolution:
      'Enter what is to be paid, or leave the employees out of the run. Salary and hours of a period are paid by its regular run, and by an off-cycle run to those whom the regular run did not pay.',
  },
  OTHER_PAY_GROUP: {
    what: 'entered for an employee who is in another pay group now',
    resolution:
      'Enter it for that pay group and take it out here with an empty row, or move the employee back; then calculate the run again.',
  },
  OTHER_PERIOD: {
    what: 'entered for a period that the pay schedule does not have any more',
    resolution:
      'Enter it for the period of this run and take it out there with an empty row, then calculate the run again.',
  },
  NOT_EMPLOYED_IN_PERIOD: {
    what: 'entered for an employee who is hired after the period or left before it',
    resolution:
      'Correct the dates of the employee, or enter what is owed as earnings with an offCycleSequence; then calculate the run again.',
  },
  HOURS_OF_EXEMPT_SALARY: {
    what: 'hours entered for a salary that is exempt from overtime',
    resolution:
      'Record that the employee is not exempt, or take the hours out and enter extra pay as an earning; then calculate the run again.',
  },
  RATES_OF_SALARY: {
    what: 'hours at a rate of their own entered for a salary',
    resolution: 'Enter the hours without a rate, or the pay as an earning; then calculate the run again.',
  },
  PREMIUM_OF_EXEMPT_EMPLOYEE: {
    what: 'an earlier overtime premium entered for an employee who is exempt from overtime',
    resolution: 'Take it out, or record that the employee is not exempt; then calculate the run again.',
  },
  UNPAID_DAYS_OF_HOURLY_PAY: {
    what: 'unpaid days entered for hourly pay, from which they are not taken off',
    resolution: 'Take the days out and enter the hours that were worked, then calculate the run again.',
  },
  UNPAID_DAYS_BEYOND_PERIOD: {
    what: 'more unpaid days entered than the employee has workdays in the period',
    resolution: 'Enter the days of this period only, then calculate the run again.',
  },
  OFF_CYCLE_BONUS_RAISES_OVERTIME: {
    what: 'an off-cycle bonus that raises overtime',
    resolution: 'Enter it without offCycleSequence, or as discretionary if nothing was promised.',
  },
  NOT_NAMED: {
    what: 'entered for this run, which names other employees',
    resolution: 'Enter it with the offCycleSequence of another run, and start that one.',
  },
  EXCLUDED: {
    what: 'entered for an employee who is left out of the run',
    resolution: 'Retry the employee to include them again, or pay them by an off-cycle run.',
  },
  OFF_CYCLE_RUN_NOT_STARTED: {
    what: 'entered for an off-cycle run that is not started',
    resolution: 'Start the off-cycle run when it is due; this run does not wait for it.',
  },
};

const REASONS = Object.keys(NOT_PAID_WORDS) as NotPaidReason[];

/** What is not paid for a reason, as a requirement of the run. */
export function requirementOfNotPaid({
  reason,
  count,
  examples,
}: EnteredNotPaid): RequirementOf<`INPUT_${NotPaidReason}`> {
  const { what, resolution } = NOT_PAID_WORDS[reason];
  const more = count > examples.length ? ` and ${count - examples.length} more` : '';
  return {
    code: `INPUT_${reason}`,
    severity: 'WARNING',
    message: `Not paid by this run: ${what}. Employees: ${count} (${examples.join(', ')}${more}).`,
    resolution,
  };
}

/** Reasons that somebody decided on, or that another run will settle: a run need not wait for a person because of them. */
const SETTLED: readonly NotPaidReason[] = ['EXCLUDED', 'OFF_CYCLE_RUN_NOT_STARTED'];

/** Whether a person should see what is not paid before the run is approved, also where the policy would approve it at once. */
export const needsPerson = (found: readonly EnteredNotPaid[]): boolean =>
  found.some(({ reason }) => !SETTLED.includes(reason));
