import { refuse, type Refusal } from '../errors.ts';

/** Refuses a locality whose rate is the locality's own and is not recorded. */
export function rateMissing(jurisdiction: string): Refusal {
  return refuse(
    'LOCAL_TAX_RATE_MISSING',
    `${jurisdiction} needs a rate.`,
    "Set ratePpm from the locality's notice.",
    'employee.localTaxes',
  );
}
