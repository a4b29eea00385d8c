import type { EmployerTaxProfile } from '../../payroll/EmployeePayFacts.ts';
import type { CompanyRecord } from '../../table/company.ts';

/** What the payroll rules take of the employer. */
export const employerOf = (
  { unemployment, isFutaExempt, electedLevies }: CompanyRecord,
  headcount: number,
): EmployerTaxProfile => ({
  unemployment,
  headcount,
  ...(isFutaExempt ? { isFutaExempt } : {}),
  ...(electedLevies?.length ? { electedLevies } : {}),
});
