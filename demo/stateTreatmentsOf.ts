import type { StateTreatmentInput } from '../clients/generated/schema.ts';
import { treatedAs, type DeductionType } from '../payroll/Deduction.ts';
import { registry } from '../payroll/jurisdictions/registry.ts';

/**
 * The answers that a deduction needs where its treatment is not established by law: the sample company had them from its
 * adviser, and the cautious one is that all of it stays taxed.
 * @param jurisdictions of the localities that tax the employee
 */
export function stateTreatmentsOf(
  type: DeductionType,
  states: readonly string[],
  jurisdictions: readonly string[],
): StateTreatmentInput[] {
  return registry.states
    .filter(({ state }) => states.includes(state))
    .flatMap((rules): StateTreatmentInput[] => {
      const hasIncomeTax = rules.editions.some(({ incomeTax }) => incomeTax.formula !== 'NONE');
      const incomeTax =
        hasIncomeTax && !rules.incomeTaxExcludes[treatedAs(type)] ? ({ incomeTax: 'TAXED' } as const) : {};
      const isLevied = rules.levies.some(({ isEmployerOption }) => isEmployerOption !== true);
      const levies = isLevied && !rules.leviesExclude[treatedAs(type)] ? ({ levies: 'TAXED' } as const) : {};
      const local = (rules.localTaxes ?? []).filter(
        ({ jurisdiction, excludes }) => jurisdictions.includes(jurisdiction) && excludes && !excludes[treatedAs(type)],
      );
      return [
        { place: rules.state, ...incomeTax, ...levies },
        ...local.map(({ jurisdiction }) => ({ place: jurisdiction, incomeTax: 'TAXED' as const })),
      ].filter((answer) => Object.keys(answer).length > 1);
    });
}
