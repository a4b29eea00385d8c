import type { Variance } from './comparison/variance.ts';
import { BANKING_CALENDAR } from './bankingDays.ts';
import { yearOf, type CalendarDate } from './dates.ts';
import type { NetPayByMethod } from './ledger/cashRequirement.ts';
import { type EnteredNotPaid, type NotPaidReason, requirementOfNotPaid } from './enteredNotPaid.ts';
import { formatMoney } from './money.ts';
import { effectiveEntryDate } from './payments/effectiveEntryDate.ts';
import { bankDateAt, submissionOf } from './planning/submission.ts';

/** What may stand in the way of a run. The comment on each says when it is there and who can fix it. */
export type RequirementCode =
  /** Nobody is in the run. Payroll checks the pay group, or cancels the run. */
  | 'NO_EMPLOYEES'
  /** Not one payslip could be calculated. HR fixes the files; the run is retried. */
  | 'ALL_EMPLOYEES_FAILED'
  /** Some payslips could not be calculated. HR fixes the files, or payroll leaves the employees out. */
  | 'EMPLOYEES_FAILED'
  /** There are direct deposits and no account that they come from. An administrator names one. */
  | 'FUNDING_ACCOUNT_MISSING'
  /** Direct deposits may settle after the pay date, or surely will. The approver hurries, or payroll hands out checks. */
  | 'PAY_DATE_TOO_NEAR'
  /** The run differs much from the last one. Two people look at it. */
  | 'VARIANCE_ABOVE_THRESHOLD'
  /** Somebody is paid by check. Payroll prints and hands them out. */
  | 'CHECKS_TO_PRINT'
  /** A bank asks for another account of somebody in the run. An approver applies the notice, or HR records another account. */
  | 'NOTICES_OF_CHANGE_OPEN'
  /** Something was entered for the period and is not paid by this run. Payroll enters it where it is paid, or takes it out. */
  | `INPUT_${NotPaidReason}`;

/** A `BLOCKING` requirement must be met before the run can be approved; a `WARNING` should be known to the approver. */
export type Requirement = RequirementOf<RequirementCode>;

export type RequirementOf<Code extends RequirementCode> = {
  readonly code: Code;
  readonly severity: 'BLOCKING' | 'WARNING';
  /** The value and the limit, as a sentence. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly resolution: string;
};

/** What is known of a calculated run; never of a reversal, which pays nobody. */
export type RunFacts = {
  /** Calculated and failed; not those who were left out. */
  readonly employeeCount: number;
  readonly failedCount: number;
  readonly netPay: NetPayByMethod;
  readonly checkCount: number;
  /** The pay group has an account that direct deposits come from. */
  readonly hasFundingAccount: boolean;
  readonly payDate: CalendarDate;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** Against the last run of the pay group (`variancesOf`); empty where there is none. */
  readonly variances: readonly Variance[];
  /** What was entered for the period and is not paid by the run. */
  readonly enteredNotPaid: readonly EnteredNotPaid[];
  /** Notices of change about accounts that the run pays to. Absent: none. */
  readonly openNotices?: OpenNotices;
};

export type OpenNotices = {
  readonly count: number;
  /** Of whom, by their `externalId`: the first few. */
  readonly examples: readonly string[];
  /** Until when the first of them is to be applied. */
  readonly applyByDate: CalendarDate;
};

/** All requirements of a run, the blocking ones first. Throws when somebody's net pay is negative: that must not have come so far. */
export function requirementsOf(facts: RunFacts): Requirement[] {
  const { directDepositCents, checkCents } = facts.netPay;
  if (directDepositCents < 0 || checkCents < 0) throw new Error('the net pay of a run is negative');
  const found = [
    noEmployees(facts),
    failedEmployees(facts),
    fundingAccountMissing(facts),
    payDateTooNear(facts),
    varianceAboveThreshold(facts),
    checksToPrint(facts),
    noticesOfChangeOpen(facts),
    ...facts.enteredNotPaid.map(requirementOfNotPaid),
  ].filter((requirement) => requirement !== undefined);
  const isBlocking = ({ severity }: Requirement): boolean => severity === 'BLOCKING';
  return [...found.filter(isBlocking), ...found.filter((requirement) => !isBlocking(requirement))];
}

function noEmployees({ employeeCount }: RunFacts): Requirement | undefined {
  if (employeeCount > 0) return undefined;
  return {
    code: 'NO_EMPLOYEES',
    severity: 'BLOCKING',
    message: 'No employee is in this run.',
    resolution: 'Put employees into the pay group and calculate again, or cancel the run.',
  };
}

function failedEmployees({ employeeCount, failedCount }: RunFacts): Requirement | undefined {
  if (failedCount === 0) return undefined;
  const isEveryone = failedCount === employeeCount;
  return {
    code: isEveryone ? 'ALL_EMPLOYEES_FAILED' : 'EMPLOYEES_FAILED',
    severity: isEveryone ? 'BLOCKING' : 'WARNING',
    message: `${failedCount} of ${employeeCount} employees could not be calculated and would not be paid.`,
    resolution: 'Do what each of them needs and retry them, or leave them out of the run.',
  };
}

function fundingAccountMissing({ netPay, hasFundingAccount }: RunFacts): Requirement | undefined {
  if (hasFundingAccount || netPay.directDepositCents === 0) return undefined;
  return {
    code: 'FUNDING_ACCOUNT_MISSING',
    severity: 'BLOCKING',
    message: `${formatMoney(netPay.directDepositCents)} USD of direct deposits have no account to come from.`,
    resolution: 'Name the funding account of the pay group.',
  };
}

/**
 * Late wages are bad, but not paying them is worse: a warning. If the money arrives in another calendar year, though, the wages
 * belong to that year, and every tax on the payslips is wrong.
 */
function payDateTooNear({ netPay, payDate, nowMs }: RunFacts): Requirement | undefined {
  if (netPay.directDepositCents === 0) return undefined;
  const submission = submissionOf(payDate);
  if (submission.ok && nowMs <= submission.value.dueAtMs) return undefined;
  const entry = effectiveEntryDate(payDate, bankDateAt(nowMs));
  if (entry.ok && entry.value.effectiveEntryDate <= payDate) {
    return {
      code: 'PAY_DATE_TOO_NEAR',
      severity: 'WARNING',
      message: `The pay date is ${payDate}, and direct deposits are handed to the bank two banking days before it.`,
      resolution: 'Approve at once, and ask the bank whether it still settles them in time.',
    };
  }
  const isSameYear = entry.ok && yearOf(entry.value.effectiveEntryDate) === yearOf(payDate);
  const settle = entry.ok
    ? `on ${entry.value.effectiveEntryDate} at the earliest`
    : `after ${BANKING_CALENDAR.lastDate}`;
  return {
    code: 'PAY_DATE_TOO_NEAR',
    severity: isSameYear ? 'WARNING' : 'BLOCKING',
    message: `The pay date is ${payDate}, and direct deposits that are approved now settle ${settle}.`,
    resolution: isSameYear
      ? 'Approve at once and tell the employees, or pay them by check.'
      : 'Pay by a run whose pay date is in the year in which the money arrives, or by check.',
  };
}

const NAME_OF_FIGURE: Readonly<Record<Variance['figure'], string>> = {
  employeeCount: 'headcount',
  grossPayCents: 'gross pay',
  employeeTaxesCents: 'employee taxes',
  deductionsCents: 'deductions',
  reimbursementsCents: 'reimbursements',
  netPayCents: 'net pay',
  employerTaxesCents: 'employer taxes',
};

function varianceAboveThreshold({ variances }: RunFacts): Requirement | undefined {
  const above = variances.filter(({ isAboveThreshold }) => isAboveThreshold);
  if (above.length === 0) return undefined;
  return {
    code: 'VARIANCE_ABOVE_THRESHOLD',
    severity: 'WARNING',
    message: `Against the last run: ${above.map(inWords).join(', ')}.`,
    resolution: 'Look at what changed; a second person must approve as well.',
  };
}

/** `gross pay +12.5 %`. */
function inWords({ figure, change, changePpm }: Variance): string {
  const sign = change > 0 ? '+' : '';
  return `${NAME_OF_FIGURE[figure]} ${changePpm === undefined ? 'from nothing' : `${sign}${changePpm / 10_000} %`}`;
}

function checksToPrint({ netPay, checkCount }: RunFacts): Requirement | undefined {
  if (checkCount === 0) return undefined;
  return {
    code: 'CHECKS_TO_PRINT',
    severity: 'WARNING',
    message: `Checks to print: ${checkCount}, ${formatMoney(netPay.checkCents)} USD in all.`,
    resolution: 'Print the checks and hand them out on the pay date.',
  };
}

/** The bank paid to the old account, and may return the next entry. After six banking days that is no longer allowed. */
function noticesOfChangeOpen({ openNotices, nowMs }: RunFacts): Requirement | undefined {
  if (!openNotices || openNotices.count === 0) return undefined;
  const { count, examples, applyByDate } = openNotices;
  const isOver = bankDateAt(nowMs) > applyByDate;
  return {
    code: 'NOTICES_OF_CHANGE_OPEN',
    severity: isOver ? 'BLOCKING' : 'WARNING',
    message: `Banks asked for another account of ${count} ${count === 1 ? 'employee' : 'employees'} in this run (${examples.join(', ')}), to be recorded by ${applyByDate}.`,
    resolution: 'Apply the notices of change or record another account, then calculate the run again.',
  };
}
