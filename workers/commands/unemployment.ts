import type { UnemploymentRateInput } from '../../clients/generated/schema.ts';
import type { ErrorCode, Result } from '../../payroll/errors.ts';
import type { CompanyRecord } from '../../table/company.ts';
import { InputReader } from './InputReader.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** The company's unemployment rates by state, as its states' yearly rate notices give them. */
export function unemploymentOf(
  rates: readonly UnemploymentRateInput[],
): Result<CompanyRecord['unemployment'], ErrorCode> {
  const reader = new InputReader();
  const byState: CompanyRecord['unemployment'] = {};
  for (const [index, { state, ratePercent, wageBase }] of rates.entries()) {
    const path = `unemploymentRates.${index}`;
    byState[reader.state(state, `${path}.state`)] = withoutAbsent<CompanyRecord['unemployment'][string]>({
      ratePpm: reader.percent(ratePercent, `${path}.ratePercent`) ?? 0,
      wageBaseCents: reader.money(wageBase, `${path}.wageBase`),
    });
  }
  reader.distinct(
    rates.map(({ state }) => state),
    'unemploymentRates',
    'state',
  );
  return reader.resultOf(byState);
}
