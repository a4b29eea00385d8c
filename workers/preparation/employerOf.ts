import type { EmployerTaxProfile } from '../../payroll/EmployeePayFacts.ts';
import type { DeductionTreatments, DeductionType, StateTreatment } from '../../payroll/Deduction.ts';
import type { CompanyRecord, DecidedTreatmentRecord } from '../../table/company.ts';

/** What the payroll rules take of the employer. */
export const employerOf = (
  { unemployment, isFutaExempt, electedLevies, deductionTreatments = [] }: CompanyRecord,
  headcount: number,
): EmployerTaxProfile => ({
  unemployment,
  headcount,
  ...(isFutaExempt ? { isFutaExempt } : {}),
  ...(electedLevies?.length ? { electedLevies } : {}),
  ...(deductionTreatments.length > 0 ? { deductionTreatments: byTypeAndPlace(deductionTreatments) } : {}),
});

/** As the calculation looks them up. */
function byTypeAndPlace(decided: readonly DecidedTreatmentRecord[]): DeductionTreatments {
  const byType = new Map<DeductionType, [place: string, StateTreatment][]>();
  for (const { type, place, incomeTax, levies } of decided) {
    const answers = byType.get(type) ?? [];
    answers.push([place, { ...(incomeTax && { incomeTax }), ...(levies && { levies }) }]);
    byType.set(type, answers);
  }
  return Object.fromEntries([...byType].map(([type, answers]) => [type, Object.fromEntries(answers)]));
}
