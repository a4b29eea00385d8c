import type { EarningInput as EarningFields } from '../../../clients/generated/schema.ts';
import type { EarningInput } from '../../../payroll/EmployeePayFacts.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

export const earningOf = (reader: InputReader, input: EarningFields, path: string): EarningInput =>
  withoutAbsent<EarningInput>({
    type: input.type,
    amountCents: reader.requiredMoney(input.amount, `${path}.amount`),
    hoursHundredths: reader.hours(input.hours, `${path}.hours`),
    isDiscretionary: input.isDiscretionary,
    workweekStartDates: input.workweekStartDates?.map(
      (date, index) => reader.date(date, `${path}.workweekStartDates.${index}`) ?? '',
    ),
  });
