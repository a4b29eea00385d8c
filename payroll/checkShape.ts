import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { refuse, type Refusal } from './errors.ts';

/**
 * Refuses facts that are not of the documented shape: a part that is missing, a list that is none, a word that is not in its
 * list of words. Facts may come from a file that somebody wrote by hand, and an unknown earning must not be paid as some other.
 */
export function checkShape(facts: EmployeePayFacts): Refusal | undefined {
  return (
    checkParts(facts, 'facts', ['employee', 'employer', 'payInputs', 'yearToDate', 'period'], []) ??
    checkParts(facts.employee, 'employee', ['compensation'], EMPLOYEE_LISTS) ??
    checkParts(facts.employer, 'employer', ['unemployment'], []) ??
    checkParts(facts.payInputs, 'payInputs', [], ['workweeks', 'earnings']) ??
    checkParts(facts.yearToDate, 'yearToDate', YEAR_PARTS, []) ??
    checkElected(facts.employer.electedLevies) ??
    checkWords(facts)
  );
}

const EMPLOYEE_LISTS = ['localTaxes', 'stateTaxForms', 'deductions', 'garnishments'] as const;
const YEAR_PARTS = [
  'amountsCents',
  'taxableCents',
  'byDeductionCents',
  'byOrderCents',
  'commuterByMonthCents',
] as const;

const WORDS = {
  runType: new Set(['REGULAR', 'OFF_CYCLE', 'BONUS', 'CORRECTION', 'TERMINATION', 'REVERSAL']),
  compensation: new Set(['SALARY', 'HOURLY']),
  divisor: new Set([undefined, 'PERIODS_PER_YEAR', 'PAY_DATES_IN_YEAR']),
  w4: new Set(['W4_2020', 'W4_BEFORE_2020', 'NONE_ON_FILE']),
  filingStatus: new Set(['SINGLE', 'MARRIED_FILING_SEPARATELY', 'MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD']),
  maritalStatus: new Set(['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE']),
  nonresidentAlien: new Set([undefined, 'STANDARD', 'STUDENT_OR_APPRENTICE_FROM_INDIA']),
  ficaExemption: new Set([
    undefined,
    'STUDENT_OF_EMPLOYER',
    'NONRESIDENT_ALIEN_VISA',
    'CHILD_UNDER_18_OF_PROPRIETOR',
    'CHILD_18_TO_20_OF_PROPRIETOR',
    'SPOUSE_OR_PARENT_OF_PROPRIETOR',
    'MINISTER',
    'PUBLIC_PLAN_MEDICARE_TAXED',
    'PUBLIC_PLAN_MEDICARE_EXEMPT',
  ]),
  supplementalMethod: new Set([undefined, 'FLAT', 'AGGREGATE']),
  supportAllocation: new Set([undefined, 'PRORATE', 'EQUAL']),
  basis: new Set(['RESIDENT', 'WORKPLACE']),
  earning: new Set([
    'BONUS',
    'COMMISSION',
    'SHIFT_PREMIUM',
    'HOLIDAY',
    'PAID_LEAVE',
    'SEVERANCE',
    'BACK_PAY',
    'REIMBURSEMENT',
    'GROSS_UP',
  ]),
  deduction: new Set([
    'SECTION_125_HEALTH',
    'HEALTH_FSA',
    'DEPENDENT_CARE_FSA',
    'HSA',
    'COMMUTER',
    'TRADITIONAL_401K',
    'ROTH_401K',
    'POST_TAX',
  ]),
  takenIn: new Set([undefined, 'REGULAR_RUNS', 'EVERY_RUN']),
  whenPayIsShort: new Set([undefined, 'REDUCE', 'SKIP']),
  hsaCoverage: new Set([undefined, 'SELF_ONLY', 'FAMILY']),
  garnishment: new Set([
    'CHILD_SUPPORT',
    'FEDERAL_TAX_LEVY',
    'CHAPTER_13',
    'STUDENT_LOAN',
    'FEDERAL_AGENCY_DEBT',
    'STATE_TAX_LEVY',
    'CREDITOR',
  ]),
} as const satisfies Record<string, ReadonlySet<string | undefined>>;

function checkWords(facts: EmployeePayFacts): Refusal | undefined {
  const { employee, payInputs } = facts;
  const { compensation } = employee;
  const divisor = compensation.type === 'SALARY' ? compensation.divisor : undefined;
  return (
    checkWord(facts.runType, WORDS.runType, 'runType') ??
    checkWord(compensation.type, WORDS.compensation, 'employee.compensation.type') ??
    checkWord(divisor, WORDS.divisor, 'employee.compensation.divisor') ??
    checkW4(employee.federalW4, 'employee.federalW4') ??
    checkW4(employee.lockInLetter, 'employee.lockInLetter') ??
    checkWord(employee.nonresidentAlien, WORDS.nonresidentAlien, 'employee.nonresidentAlien') ??
    checkWord(employee.ficaExemption, WORDS.ficaExemption, 'employee.ficaExemption') ??
    checkWord(employee.supportAllocation, WORDS.supportAllocation, 'employee.supportAllocation') ??
    checkWord(payInputs.supplementalMethod, WORDS.supplementalMethod, 'payInputs.supplementalMethod') ??
    checkListedWords(facts)
  );
}

function checkListedWords({ employee, payInputs }: EmployeePayFacts): Refusal | undefined {
  for (const earning of payInputs.earnings) {
    const refusal = checkWord(earning?.type, WORDS.earning, 'payInputs.earnings.type');
    if (refusal !== undefined) return refusal;
    const weeks: unknown = earning.workweekStartDates;
    if (weeks !== undefined && !Array.isArray(weeks))
      return notOfShape('payInputs.earnings.workweekStartDates', 'a list');
  }
  for (const week of payInputs.workweeks) {
    if (!Array.isArray(week?.work)) return notOfShape('payInputs.workweeks.work', 'a list');
    if (!week.work.every(isObject)) return notOfShape('payInputs.workweeks.work', 'a list of hours');
  }
  for (const local of employee.localTaxes) {
    const refusal = checkWord(local?.basis, WORDS.basis, 'employee.localTaxes.basis');
    if (refusal !== undefined) return refusal;
    if (typeof local.jurisdiction !== 'string') return notOfShape('employee.localTaxes.jurisdiction', 'a jurisdiction');
  }
  for (const form of employee.stateTaxForms)
    if (!isObject(form)) return notOfShape('employee.stateTaxForms', 'a list of forms');
  for (const deduction of employee.deductions) {
    const refusal =
      checkWord(deduction?.type, WORDS.deduction, 'employee.deductions.type') ??
      checkId(deduction.deductionId, 'employee.deductions.deductionId') ??
      checkWord(deduction.takenIn, WORDS.takenIn, 'employee.deductions.takenIn') ??
      checkWord(deduction.whenPayIsShort, WORDS.whenPayIsShort, 'employee.deductions.whenPayIsShort') ??
      checkWord(deduction.hsaCoverage, WORDS.hsaCoverage, 'employee.deductions.hsaCoverage');
    if (refusal !== undefined) return refusal;
  }
  for (const order of employee.garnishments) {
    const refusal =
      checkWord(order?.type, WORDS.garnishment, 'employee.garnishments.type') ??
      checkId(order.orderId, 'employee.garnishments.orderId');
    if (refusal !== undefined) return refusal;
    const limit: unknown = order.stateLimit;
    const isLimit = limit === undefined || limit === 'FEDERAL_ONLY' || isObject(limit);
    if (!isLimit) return notOfShape('employee.garnishments.stateLimit', 'FEDERAL_ONLY or a limit');
  }
  return undefined;
}

function checkW4(form: EmployeePayFacts['employee']['federalW4'], field: string): Refusal | undefined {
  if (form === undefined) return undefined;
  const refusal = checkWord(form?.form, WORDS.w4, `${field}.form`);
  if (refusal !== undefined) return refusal;
  if (form.form === 'W4_BEFORE_2020')
    return checkWord(form.maritalStatus, WORDS.maritalStatus, `${field}.maritalStatus`);
  if (form.form === 'NONE_ON_FILE') return checkFlag(form.isFirstPaidBefore2020, `${field}.isFirstPaidBefore2020`);
  return (
    checkWord(form.filingStatus, WORDS.filingStatus, `${field}.filingStatus`) ??
    checkFlag(form.isStep2Checked, `${field}.isStep2Checked`)
  );
}

function checkParts(
  value: unknown,
  path: string,
  objects: readonly string[],
  lists: readonly string[],
): Refusal | undefined {
  if (!isObject(value)) return notOfShape(path, 'an object');
  const parts = value as Readonly<Record<string, unknown>>;
  for (const part of objects) if (!isObject(parts[part])) return notOfShape(`${path}.${part}`, 'an object');
  for (const part of lists) if (!Array.isArray(parts[part])) return notOfShape(`${path}.${part}`, 'a list');
  return undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function checkWord(
  word: string | undefined,
  words: ReadonlySet<string | undefined>,
  field: string,
): Refusal | undefined {
  if (words.has(word)) return undefined;
  return notOfShape(field, `one of ${[...words].filter((known) => known !== undefined).join(', ')}`);
}

function checkElected(codes: unknown): Refusal | undefined {
  return codes === undefined || Array.isArray(codes) ? undefined : notOfShape('employer.electedLevies', 'a list');
}

function checkFlag(flag: unknown, field: string): Refusal | undefined {
  return typeof flag === 'boolean' ? undefined : notOfShape(field, 'true or false');
}

function checkId(id: unknown, field: string): Refusal | undefined {
  return typeof id === 'string' && id !== '' ? undefined : notOfShape(field, 'an id');
}

function notOfShape(field: string, expected: string): Refusal {
  return refuse('INVALID_INPUT', `${field} is not ${expected}.`, `Correct ${field}; see docs/payslip-input.md.`, field);
}
