import { isValidDate } from '../../payroll/dates.ts';
import type { Compensation, EmployeeProfile } from '../../payroll/EmployeePayFacts.ts';
import { refuse, type Result, succeed } from '../../payroll/errors.ts';
import { parseMoney } from '../../payroll/money.ts';
import type { FederalW4 } from '../../payroll/TaxForms.ts';

export interface CompensationInput {
  type: 'SALARY' | 'HOURLY';
  annualSalary?: string | null;
  hourlyRate?: string | null;
}

export interface TaxProfileInput {
  filingStatus: 'SINGLE' | 'MARRIED_FILING_JOINTLY' | 'MARRIED_FILING_SEPARATELY' | 'HEAD_OF_HOUSEHOLD';
  multipleJobs: boolean;
  dependentsCredit?: string | null;
  otherIncome?: string | null;
  deductions?: string | null;
  extraWithholding?: string | null;
}

export interface EmployeeInput {
  externalId: string;
  payGroupId: string;
  givenName: string;
  familyName: string;
  hireDate: string;
  terminationDate?: string | null;
  workState: string;
  compensation?: CompensationInput | null;
  taxProfile?: TaxProfileInput | null;
  expectedVersion?: number | null;
}

/** An employee's file as far as it was handed in: what is missing is refused when a run needs it, not before. */
export type EmployeeFile = Omit<EmployeeProfile, 'employeeId' | 'compensation'> & { compensation?: Compensation };

/** Turns an employee's input into the file that the payroll rules read, or names the field that is wrong. */
export function employeeFileOf(input: EmployeeInput): Result<EmployeeFile> {
  const texts = { externalId: 64, givenName: 100, familyName: 100 } as const;
  for (const [field, longest] of Object.entries(texts)) {
    const text = input[field as keyof typeof texts];
    if (text.trim().length < 1 || text.length > longest)
      return refuse(
        'INVALID_INPUT',
        `${field} has ${text.length} characters; 1 to ${longest} are allowed.`,
        'Give a text within the limit.',
        field,
      );
  }
  for (const field of ['hireDate', 'terminationDate'] as const) {
    const date = input[field];
    if (date !== undefined && date !== null && !isValidDate(date as unknown))
      return refuse('INVALID_INPUT', `${field} "${date}" is not a date.`, 'Write it as YYYY-MM-DD.', field);
  }
  if (!/^[A-Z]{2}$/.test(input.workState))
    return refuse(
      'INVALID_INPUT',
      `workState "${input.workState}" is not a state.`,
      'Give the two-letter postal code in capitals.',
      'workState',
    );
  const compensation = input.compensation ? compensationOf(input.compensation) : undefined;
  if (compensation?.ok === false) return compensation;
  const federalW4 = input.taxProfile ? federalW4Of(input.taxProfile) : undefined;
  if (federalW4?.ok === false) return federalW4;
  return succeed({
    hireDate: input.hireDate,
    ...(input.terminationDate ? { terminationDate: input.terminationDate } : {}),
    ...(compensation ? { compensation: compensation.value } : {}),
    workState: input.workState,
    homeState: input.workState,
    localTaxes: [],
    ...(federalW4 ? { federalW4: federalW4.value } : {}),
    stateTaxForms: [],
    deductions: [],
    garnishments: [],
  });
}

function compensationOf({ type, annualSalary, hourlyRate }: CompensationInput): Result<Compensation> {
  const [field, text] =
    type === 'SALARY' ? (['annualSalary', annualSalary] as const) : (['hourlyRate', hourlyRate] as const);
  const path = `compensation.${field}`;
  if (text === undefined || text === null)
    return refuse('INVALID_INPUT', `${path} is absent, but compensation is ${type}.`, `Give ${field}.`, path);
  const amount = parseMoney(text);
  if (!amount.ok) return { ok: false, error: { ...amount.error, field: path } };
  return succeed(
    type === 'SALARY'
      ? { type, annualSalaryCents: amount.value, isOvertimeExempt: true }
      : { type, hourlyRateCents: amount.value },
  );
}

function federalW4Of(profile: TaxProfileInput): Result<FederalW4> {
  const amounts = { dependentsCredit: 0, otherIncome: 0, deductions: 0, extraWithholding: 0 };
  for (const field of Object.keys(amounts) as (keyof typeof amounts)[]) {
    const text = profile[field];
    if (text === undefined || text === null) continue;
    const amount = parseMoney(text);
    if (!amount.ok) return { ok: false, error: { ...amount.error, field: `taxProfile.${field}` } };
    amounts[field] = amount.value;
  }
  return succeed({
    form: 'W4_2020',
    filingStatus: profile.filingStatus,
    isStep2Checked: profile.multipleJobs,
    step3CreditsCents: amounts.dependentsCredit,
    step4aOtherIncomeCents: amounts.otherIncome,
    step4bDeductionsCents: amounts.deductions,
    step4cExtraWithholdingCents: amounts.extraWithholding,
  });
}
