import type { LocalTaxInput } from '../../../clients/generated/schema.ts';
import type { LocalTax } from '../../../payroll/EmployeePayFacts.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** The state, then the locality's own name, of one word or several: `US-NY-NYC`, `US-MD-ANNE-ARUNDEL`. */
const JURISDICTION = /^US-[A-Z]{2}-[A-Z]{2,20}(?:-[A-Z]{2,20}){0,2}$/;

export function localTaxOf(reader: InputReader, input: LocalTaxInput, path: string): LocalTax {
  if (!JURISDICTION.test(input.jurisdiction))
    reader.refuse(
      `${path}.jurisdiction "${input.jurisdiction.slice(0, 40)}" is not a locality.`,
      'Write it as "US-NY-NYC".',
      `${path}.jurisdiction`,
    );
  return withoutAbsent<LocalTax>({
    jurisdiction: input.jurisdiction,
    basis: input.basis,
    ratePpm: reader.percent(input.ratePercent, `${path}.ratePercent`),
    annualCents: reader.money(input.annualAmount, `${path}.annualAmount`),
  });
}
