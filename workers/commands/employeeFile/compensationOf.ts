import type { CompensationInput } from '../../../clients/generated/schema.ts';
import type { Compensation, HourlyPay, Salary } from '../../../payroll/EmployeePayFacts.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** What an employee is paid. What belongs to the other kind of pay is refused: it would be silently ignored. */
export function compensationOf(reader: InputReader, input: CompensationInput): Compensation {
  const ofOtherKind =
    input.type === 'SALARY' ? (['hourlyRate'] as const) : (['annualSalary', 'coveredHours', 'divisor'] as const);
  for (const member of ofOtherKind)
    if (input[member] !== undefined && input[member] !== null)
      reader.refuse(
        `compensation.${member} does not belong to compensation ${input.type}.`,
        `Leave ${member} out, or correct the type.`,
        `compensation.${member}`,
      );
  if (input.type === 'HOURLY')
    return withoutAbsent<HourlyPay>({
      type: 'HOURLY',
      hourlyRateCents: reader.requiredMoney(input.hourlyRate, 'compensation.hourlyRate'),
      isOvertimeExempt: input.isOvertimeExempt,
    });
  return withoutAbsent<Salary>({
    type: 'SALARY',
    annualSalaryCents: reader.requiredMoney(input.annualSalary, 'compensation.annualSalary'),
    isOvertimeExempt: input.isOvertimeExempt ?? true,
    coveredHoursHundredths: reader.hours(input.coveredHours, 'compensation.coveredHours'),
    divisor: input.divisor,
  });
}
