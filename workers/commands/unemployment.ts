import { refuse, type Result, succeed } from '../../payroll/errors.ts';
import { parseMoney } from '../../payroll/money.ts';
import type { CompanyRecord } from '../../table/company.ts';

/** From a state's yearly rate notice. */
export interface UnemploymentRateInput {
  state: string;
  /** Percent, as a decimal string with at most four decimals, such as `2.7`. */
  ratePercent: string;
  wageBase?: string | null;
}

const PERCENT = /^\d{1,2}(\.\d{1,4})?$/;

/** The company's unemployment rates by state: percent becomes parts per million without a float in between. */
export function unemploymentOf(rates: readonly UnemploymentRateInput[]): Result<CompanyRecord['unemployment']> {
  const byState: CompanyRecord['unemployment'] = {};
  for (const [index, { state, ratePercent, wageBase }] of rates.entries()) {
    const field = `unemploymentRates.${index}`;
    if (!/^[A-Z]{2}$/.test(state))
      return refuse(
        'INVALID_INPUT',
        `"${state}" is not a state.`,
        'Give the two-letter postal code.',
        `${field}.state`,
      );
    if (!PERCENT.test(ratePercent))
      return refuse(
        'INVALID_INPUT',
        `"${ratePercent}" is not a percentage below 100 with at most four decimals.`,
        'Copy the rate from the state notice, for example "2.7".',
        `${field}.ratePercent`,
      );
    const [whole = '0', decimals = ''] = ratePercent.split('.');
    const ratePpm = Number(`${whole}${decimals.padEnd(4, '0')}`);
    if (wageBase === undefined || wageBase === null) {
      byState[state] = { ratePpm };
      continue;
    }
    const wageBaseCents = parseMoney(wageBase);
    if (!wageBaseCents.ok) return { ok: false, error: { ...wageBaseCents.error, field: `${field}.wageBase` } };
    byState[state] = { ratePpm, wageBaseCents: wageBaseCents.value };
  }
  return succeed(byState);
}
