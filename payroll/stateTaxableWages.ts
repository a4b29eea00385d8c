import type { Calculation } from './Calculation.ts';
import { treatedAs } from './Deduction.ts';
import { refuse, type Refusal } from './errors.ts';
import type { DeductionTreatment } from './jurisdictions/StateRules.ts';
import { subtract, type Cents } from './money.ts';

export type TaxableWages = { readonly regularCents: Cents; readonly supplementalCents: Cents };

/**
 * Wages less the deductions that leave this base. The law's answer comes first. Where none is established the deduction's own
 * `stateTreatment` answers, then what the employer decided for everybody; without one the employee is held.
 * @param place a state code, a locality's jurisdiction or a levy with a law of its own: the key of both
 */
export function stateTaxableWages(
  c: Calculation,
  excludes: DeductionTreatment,
  place: string,
  base: 'incomeTax' | 'levies',
): TaxableWages | Refusal {
  let regularCents = c.regularCents;
  let supplementalCents = c.supplementalCents;
  for (const { deduction, amountCents, fromSupplementalCents } of c.taken) {
    const answer = deduction.stateTreatment?.[place]?.[base];
    const treatment =
      excludes[treatedAs(deduction.type)] ??
      answer ??
      c.facts.employer.deductionTreatments?.[deduction.type]?.[place]?.[base];
    if (treatment === undefined) {
      return refuse(
        'DEDUCTION_TREATMENT_UNKNOWN',
        `Whether ${deduction.type} leaves the ${base === 'levies' ? 'levy' : 'income tax'} wages of ${place} is not established.`,
        `Decide once for the company how ${place} treats ${deduction.type} for its ${base === 'levies' ? 'levies' : 'income tax'}, EXCLUDED or TAXED, or record it in the deduction ${deduction.deductionId} alone.`,
        'employee.deductions',
      );
    }
    if (answer !== undefined && answer !== treatment) {
      return refuse(
        'INVALID_INPUT',
        `The law of ${place} has ${deduction.type} ${treatment}, and deduction ${deduction.deductionId} says ${answer}.`,
        `Remove stateTreatment.${place}.${base}.`,
        'employee.deductions',
      );
    }
    if (treatment === 'TAXED') continue;
    supplementalCents = subtract(supplementalCents, fromSupplementalCents);
    regularCents = subtract(regularCents, subtract(amountCents, fromSupplementalCents));
  }
  return { regularCents, supplementalCents };
}
