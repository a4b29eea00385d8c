import type { CompensationInput } from '../../../clients/generated/schema.ts';
import type { Compensation, HourlyPay, Salary } from '../../../payroll/EmployeePayFacts.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/**
 * What an employee is paid: what is given, and of the recorded pay of the same type what is not. What belongs to the other
 * type is refused: it would be silently ignored.
 */
export function compensationOf(
  reader: InputReader,
  input: CompensationInput,
  recorded: Compensation | undefined,
): Compensation {
  const type = input.type ?? recorded?.type ?? typeByAmount(input);
  if (!type) reader.refuse('compensation.type is absent.', 'Give SALARY or HOURLY.', 'compensation.type');
  const ofOtherType =
    type === 'SALARY' ? (['hourlyRate'] as const) : (['annualSalary', 'coveredHours', 'divisor'] as const);
  for (const member of ofOtherType)
    if (input[member] !== undefined && input[member] !== null)
      reader.refuse(
        `compensation.${member} does not belong to compensation ${type}.`,
        `Leave ${member} out, or give the type that it belongs to.`,
        `compensation.${member}`,
      );
  if (type === 'HOURLY') {
    const known = recorded?.type === 'HOURLY' ? recorded : undefined;
    return withoutAbsent<HourlyPay>({
      type: 'HOURLY',
      hourlyRateCents: moneyOr(known?.hourlyRateCents, reader, input.hourlyRate, 'compensation.hourlyRate'),
      isOvertimeExempt: input.isOvertimeExempt ?? known?.isOvertimeExempt,
    });
  }
  const known = recorded?.type === 'SALARY' ? recorded : undefined;
  return withoutAbsent<Salary>({
    type: 'SALARY',
    annualSalaryCents: moneyOr(known?.annualSalaryCents, reader, input.annualSalary, 'compensation.annualSalary'),
    isOvertimeExempt: input.isOvertimeExempt ?? known?.isOvertimeExempt ?? true,
    coveredHoursHundredths:
      reader.hours(input.coveredHours, 'compensation.coveredHours') ?? known?.coveredHoursHundredths,
    divisor: input.divisor ?? known?.divisor,
  });
}

const typeByAmount = ({ annualSalary, hourlyRate }: CompensationInput): Compensation['type'] | undefined =>
  annualSalary ? 'SALARY' : hourlyRate ? 'HOURLY' : undefined;

/** Cents: what is given, otherwise what is recorded; neither is refused. */
const moneyOr = (
  recordedCents: number | undefined,
  reader: InputReader,
  text: string | null | undefined,
  field: string,
) =>
  recordedCents !== undefined && (text === null || text === undefined)
    ? recordedCents
    : reader.requiredMoney(text, field);
