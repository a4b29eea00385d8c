/**
 * Every expected refusal of the payroll service. A refusal is a value, never a throw; programmer mistakes throw.
 * The comment on each name says when it happens and who can fix it.
 */
export type PayrollErrorType = ErrorCode | CalculationErrorType;

/** What a command refuses with: the contract's enum of the same name, held equal by a test of the types. */
export type ErrorCode =
  // What was sent
  /** An amount is not whole cents, has the wrong sign, or is out of range. The sender corrects the amount. */
  | 'INVALID_AMOUNT'
  /** A field is malformed or contradicts another. The sender corrects the field that is named. */
  | 'INVALID_INPUT'
  /** Another change arrived first. The sender reads the newest version and decides again. */
  | 'VERSION_CONFLICT'
  /** The same idempotency key came with other input. The sender uses a new key for the new input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An employee's external id differs from another's in writing alone. The sender says whether they are two people. */
  | 'SIMILAR_EMPLOYEE_EXISTS'
  /** A routing number fails its check digit, or an account number is out of range. The sender corrects the account. */
  | 'INVALID_BANK_ACCOUNT'
  // What was entered for a pay period
  /** No run of the period would pay it as the employee is now. The sender leaves it out or enters it in another way. */
  | 'INPUT_NOT_PAYABLE'
  /** It was entered for a pay group that the employee is not in. The sender enters it for the employee's group. */
  | 'EMPLOYEE_IN_OTHER_PAY_GROUP'
  /** Two sources state what can only be true once. The sender leaves it out in one of them. */
  | 'SOURCES_CONTRADICT'
  // What was looked for
  /** No pay period of the schedule starts there. Payroll picks one of the periods that are named. */
  | 'PERIOD_NOT_FOUND'
  /** The company does not exist, or the caller may not see it. The caller checks the id. */
  | 'COMPANY_NOT_FOUND'
  /** The pay group does not exist in this company. The caller checks the id. */
  | 'PAY_GROUP_NOT_FOUND'
  /** The employee does not exist in this company. The caller checks the id. */
  | 'EMPLOYEE_NOT_FOUND'
  /** The payroll run does not exist in this company. The caller checks the id. */
  | 'RUN_NOT_FOUND'
  /** The payment does not exist in this run. The caller checks the id. */
  | 'PAYMENT_NOT_FOUND'
  /** The payment file does not exist in this run. The caller checks the id. */
  | 'PAYMENT_FILE_NOT_FOUND'
  /** No tax is owed under this id any more. The sender lists the liabilities again. */
  | 'LIABILITY_NOT_FOUND'
  /** The notice of change does not exist in this company. The caller checks the id. */
  | 'NOTICE_NOT_FOUND'
  /** The funding account does not exist in this company. The caller checks the id, or adds the account. */
  | 'FUNDING_ACCOUNT_NOT_FOUND'
  /** The hook does not exist in this company. The caller checks the id. */
  | 'HOOK_NOT_FOUND'
  /** The operation does not exist in this company. The caller checks the id. */
  | 'OPERATION_NOT_FOUND'
  /** The API key does not exist in this company. The caller checks the id. */
  | 'API_KEY_NOT_FOUND'
  // What may happen to a run
  /** The run is in a state that does not allow the command. The caller reads the run and picks an allowed command. */
  | 'INVALID_STATE'
  /** The approver saw a calculation that has since been replaced. The approver reviews the new one. */
  | 'STALE_CALCULATION'
  /** A preparer tried to approve and the company's policy forbids it, or one person approves twice. Somebody else approves. */
  | 'SELF_APPROVAL_NOT_ALLOWED'
  /** Something blocks the run. The person whom the requirement names fixes it, then the run is recalculated. */
  | 'REQUIREMENT_NOT_MET'
  /** The period's regular run is approved. Payroll enters the change for an off-cycle or correction run. */
  | 'PERIOD_CLOSED'
  /** The off-cycle run of a sequence is approved, or has ended and no other can take its place. Payroll picks another sequence. */
  | 'SEQUENCE_CLOSED'
  /** The payment was not returned, or was paid again already. The caller reads the payment. */
  | 'PAYMENT_NOT_RETURNED'
  /** What the bank returned cannot be read whole. The sender hands in the file as the bank sends it. */
  | 'RETURN_FILE_UNREADABLE'
  /** The hook was answered before, timed out, or never asked. The caller reads the calls of the run. */
  | 'HOOK_NOT_WAITING'
  // Rules
  /** The pay date lies outside the rule set's year or the banking calendar. Payroll picks another date, or engineering adds the year. */
  | 'PAY_DATE_NOT_SUPPORTED'
  // The employee's file
  /** Hired after, or terminated before, the period. HR corrects the dates, or payroll leaves the employee out. */
  | 'NOT_EMPLOYED_IN_PERIOD'
  /** A bonus belongs to the regular rate but its workweeks are unknown. Payroll names them, or marks it discretionary. */
  | 'REGULAR_RATE_UNKNOWN';

/** What the calculation refuses with: it stands at the employee in the run, or at the line of a file, never at a command. */
export type CalculationErrorType =
  // Rules
  /** The state, locality, year or pay frequency has no confirmed rules here. Engineering adds the jurisdiction, or HR corrects the address. */
  | 'JURISDICTION_NOT_SUPPORTED'
  /** The recorded rule-set version is not in this build. Operations deploys a build that carries it. */
  | 'RULE_SET_NOT_FOUND'
  /** A reversal negates the original payslip and is never calculated again. The caller uses `reversePayslip`. */
  | 'REVERSAL_NOT_CALCULATED'
  // The employee's file
  /** Neither a salary nor an hourly rate is recorded. HR records the pay. */
  | 'COMPENSATION_MISSING'
  /** No Form W-4 is recorded, nor that there is none. HR records the form, or `NONE_ON_FILE`. */
  | 'W4_MISSING'
  /** The claim to be exempt has run out. HR asks for a new Form W-4, or records `NONE_ON_FILE`. */
  | 'W4_EXEMPTION_EXPIRED'
  /** The state has no default and no form is recorded. HR records the state's form. */
  | 'STATE_TAX_FORM_MISSING'
  /** The state's form holds something that this state does not use or allow. HR corrects the form. */
  | 'STATE_TAX_FORM_INVALID'
  /** A local tax needs a rate or an amount that is not recorded. HR records it from the locality's notice. */
  | 'LOCAL_TAX_RATE_MISSING'
  /** The employer's state unemployment rate is not recorded. The company enters it from the state's rate notice. */
  | 'UNEMPLOYMENT_RATE_MISSING'
  /** An hourly employee has no hours in a regular run. The manager enters hours (0 is an answer). */
  | 'HOURS_MISSING'
  /** The pay changes inside a workweek, and which hours are at which pay is not known. Payroll gives the hours by date or rate, or HR moves the day. */
  | 'PAY_CHANGES_IN_WORKWEEK'
  /** The employee moves to another state inside a period. HR lets the move begin with the period or after it. */
  | 'PLACE_CHANGES_IN_PERIOD'
  /** A workweek pays less than the federal minimum wage. HR corrects the rate or the hours. */
  | 'BELOW_MINIMUM_WAGE'
  /** The state has daily overtime that timekeeping calculates, and it is not recorded. Payroll enters it (0 is an answer). */
  | 'STATE_OVERTIME_MISSING'
  /** A gross-up cannot reach the wanted net pay. Payroll lowers the amount or pays it without gross-up. */
  | 'GROSS_UP_NOT_REACHABLE'
  /** The birth date decides a limit and is not recorded. HR records it. */
  | 'BIRTH_DATE_MISSING'
  /** Last year's Social Security wages decide whether catch-up must be Roth and are not recorded. HR records them. */
  | 'PRIOR_YEAR_WAGES_MISSING'
  /** How a state treats this deduction is not established. Payroll answers in the deduction's `stateTreatment`. */
  | 'DEDUCTION_TREATMENT_UNKNOWN'
  /** Garnishment order lacks what its ceiling depends on. Payroll completes the order from the papers. */
  | 'GARNISHMENT_INCOMPLETE'
  /** Net pay would be negative with every permitted cut made. Payroll lowers extra withholding or adds pay. */
  | 'NET_PAY_NEGATIVE'
  /** A check of the rules on money did not hold. Nothing is paid to this employee; engineering looks at the facts. */
  | 'CALCULATION_STOPPED'
  /** The ids of deductions and orders are too long to be recorded with the year. HR gives them shorter ids. */
  | 'POSTING_TOO_LARGE'
  // Payment
  /** The parts of net pay contradict each other, or none or several take the remainder. HR corrects the direct deposits. */
  | 'DEPOSIT_SPLITS_INVALID'
  /** More entries or more money than the fields of one batch or file can hold. Operations divides the payments. */
  | 'PAYMENT_FILE_TOO_LARGE'
  /** Too late for an ACH reversal. Payroll recovers the money from the employee or from the next pay. */
  | 'REVERSAL_WINDOW_CLOSED'
  // Verification
  /** A recomputation gives another payslip. Audit looks at the first difference, which is named. */
  | 'PAYSLIP_DIFFERS';

/** One refusal: `message` names the value and the limit, `resolution` the way out; `field` is a path into the input. */
export type PayrollError<Type extends PayrollErrorType = PayrollErrorType> = {
  readonly type: Type;
  readonly message: string;
  readonly resolution: string;
  readonly field?: string;
};

export type Refusal<Type extends PayrollErrorType = PayrollErrorType> = {
  readonly ok: false;
  readonly error: PayrollError<Type>;
};

export type Success<T> = { readonly ok: true; readonly value: T };

export type Result<T, Type extends PayrollErrorType = PayrollErrorType> = Success<T> | Refusal<Type>;

export function succeed<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** Whether it is a refusal, where what is decided stands bare beside it: of a `Result`, `ok` says it. */
export const isRefusal = (decided: unknown): decided is Refusal =>
  typeof decided === 'object' && decided !== null && 'ok' in decided && decided.ok === false;

/**
 * A refusal. @param message the value and the limit, as a sentence  @param resolution what to do, as a sentence
 * @param field path into the input, for example `employee.federalW4`
 */
export function refuse<Type extends PayrollErrorType>(
  type: Type,
  message: string,
  resolution: string,
  field?: string,
): Refusal<Type> {
  const error: PayrollError<Type> = { type, message, resolution };
  return { ok: false, error: field === undefined ? error : { ...error, field } };
}

/**
 * What the workflow does with an error that a step throws by name. There is no third way, and what is not here (AWS's own
 * errors, a crash) is tried again. The `Retry` blocks of workflows/payrollRun.asl.json are checked against this.
 */
export const STEP_ERRORS = {
  /** Money does not add up: nothing is tried again and nothing is paid. Engineering looks at the run. */
  PayrollAssertionFailed: 'STOP',
  /** A run of the same pay group is approved and not posted yet: this one waits for its years to date. */
  EarlierRunNotPosted: 'TRY_AGAIN',
} as const satisfies Readonly<Record<string, 'STOP' | 'TRY_AGAIN'>>;
