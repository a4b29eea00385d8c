import type { DecidedTreatmentInput } from '../../clients/generated/schema.ts';
import type { ErrorCode, Result } from '../../payroll/errors.ts';
import { establishedTreatments, knownPlaces } from '../../payroll/establishedTreatments.ts';
import type { CompanyRecord, DecidedTreatmentRecord } from '../../table/company.ts';
import { InputReader } from './InputReader.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/**
 * How places treat deductions, as the company decided it. Refuses a place that no rule asks about, and an answer where the
 * law has one. A decision that stays as it was keeps the time at which it was made.
 */
export function decidedTreatmentsOf(
  inputs: readonly DecidedTreatmentInput[],
  previous: CompanyRecord | undefined,
  at: string,
): Result<DecidedTreatmentRecord[], ErrorCode> {
  const reader = new InputReader();
  const decided = inputs.map((input, index) => {
    const path = `deductionTreatments.${index}`;
    checkTreatment(reader, input, path);
    const { type, place, incomeTax, levies, reason } = input;
    const now = withoutAbsent<DecidedTreatmentRecord>({ type, place, incomeTax, levies, reason, decidedAt: at });
    const before = previous?.deductionTreatments?.find((other) => other.type === type && other.place === place);
    const isUnchanged =
      before && before.incomeTax === now.incomeTax && before.levies === now.levies && before.reason === reason;
    return isUnchanged ? before : now;
  });
  reader.distinct(
    inputs.map(({ type, place }) => `${type} in ${place}`),
    'deductionTreatments',
    'place',
  );
  return reader.resultOf(decided);
}

function checkTreatment(
  reader: InputReader,
  { type, place, incomeTax, levies }: DecidedTreatmentInput,
  path: string,
): void {
  if (!knownPlaces().has(place)) {
    const problem = `"${place}" is not a place whose law is asked how it treats deductions.`;
    reader.refuse(
      problem,
      'Give the code that the failed calculation names, such as MA or US-PA-EIT.',
      `${path}.place`,
    );
    return;
  }
  if (!incomeTax && !levies)
    reader.refuse(`${type} in ${place} has no answer.`, 'Give incomeTax, levies or both.', `${path}.incomeTax`);
  const established = establishedTreatments(type, place);
  for (const [base, given] of [
    ['incomeTax', incomeTax],
    ['levies', levies],
  ] as const) {
    const law = established[base];
    if (given && law)
      reader.refuse(
        `The law of ${place} has ${type} ${law}; it leaves nothing to decide.`,
        `Leave ${base} out.`,
        `${path}.${base}`,
      );
  }
}
