import { treatedAs, type DeductionType, type StateTreatment } from './Deduction.ts';
import { registry } from './jurisdictions/registry.ts';

/** The places that may be asked how they treat deductions: states, localities and levies with a law of their own. */
export const knownPlaces = (): ReadonlySet<string> => new Set(registry.states.flatMap(placesOf));

const placesOf = ({ state, levies, localTaxes = [] }: (typeof registry.states)[number]): string[] => [
  state,
  ...levies.filter(({ excludes }) => excludes).map(({ code }) => code),
  ...localTaxes.filter(({ excludes }) => excludes).map(({ jurisdiction }) => jurisdiction),
];

/** What the law of a place says in every edition that is known; absent where it does not say, or not in all of them. */
export function establishedTreatments(deductionType: DeductionType, place: string): StateTreatment {
  const type = treatedAs(deductionType);
  const bases = registry.states.flatMap((rules) => {
    if (rules.state === place) return [{ incomeTax: rules.incomeTaxExcludes[type], levies: rules.leviesExclude[type] }];
    const levies = rules.levies.filter(({ code, excludes }) => code === place && excludes);
    const localTaxes = (rules.localTaxes ?? []).filter(
      ({ jurisdiction, excludes }) => jurisdiction === place && excludes,
    );
    return [
      ...levies.map(({ excludes }) => ({ incomeTax: undefined, levies: excludes?.[type] })),
      ...localTaxes.map(({ excludes }) => ({ incomeTax: excludes?.[type], levies: undefined })),
    ];
  });
  const only = (base: 'incomeTax' | 'levies') => {
    const [first, ...others] = new Set(bases.map((answers) => answers[base]));
    return others.length === 0 ? first : undefined;
  };
  const [incomeTax, levies] = [only('incomeTax'), only('levies')];
  return { ...(incomeTax && { incomeTax }), ...(levies && { levies }) };
}
