import type { DeductionInput } from '../../../clients/generated/schema.ts';
import type { Deduction, StateTreatment } from '../../../payroll/Deduction.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

export function deductionOf(reader: InputReader, input: DeductionInput, path: string): Deduction {
  const amountCents = reader.money(input.amount, `${path}.amount`);
  const ratePpm = reader.percent(input.percent, `${path}.percent`);
  if (isGiven(input.amount) === isGiven(input.percent))
    reader.refuse(
      `Deduction "${input.deductionId}" has ${isGiven(input.amount) ? 'both an amount and a percentage' : 'neither an amount nor a percentage'}.`,
      'Give amount or percent, one of them only.',
      `${path}.amount`,
    );
  const treatments = input.stateTreatments ?? [];
  reader.distinct(
    treatments.map(({ place }) => place),
    `${path}.stateTreatments`,
    'place',
  );
  const stateTreatment = treatments.map(({ place, incomeTax, levies }, index) => {
    reader.id(place, `${path}.stateTreatments.${index}.place`);
    return [place, withoutAbsent<StateTreatment>({ incomeTax, levies })];
  });
  return withoutAbsent<Deduction>({
    deductionId: reader.id(input.deductionId, `${path}.deductionId`),
    type: input.type,
    amountCents,
    ratePpm,
    balanceCents: reader.money(input.balance, `${path}.balance`),
    // What is the default anyway is not stored: read back in full and sent again, it changes nothing.
    takenIn: input.takenIn === 'REGULAR_RUNS' ? undefined : input.takenIn,
    whenPayIsShort: input.whenPayIsShort === 'REDUCE' ? undefined : input.whenPayIsShort,
    hsaCoverage: input.hsaCoverage,
    isFilingSeparately: input.isFilingSeparately,
    stateTreatment:
      stateTreatment.length > 0 ? (Object.fromEntries(stateTreatment) as Deduction['stateTreatment']) : null,
  });
}

const isGiven = (text: string | null | undefined) => text !== undefined && text !== null;
