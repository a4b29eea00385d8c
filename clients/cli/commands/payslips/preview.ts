import { PayslipPreviewedDocument, type PayslipPreviewedQuery } from '../../../generated/operations/graphql.ts';
import type { EarningInput, EarningType, PayrollRunType, WorkweekHoursInput } from '../../../generated/schema.ts';
import { CliError } from '../../CliError.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { amountLine, linesText } from '../../payslips/payslipText.ts';
import { refuse } from '../../refuse.ts';
import { withResolution } from '../../../sdk/withResolution.ts';

interface Given {
  employee: string;
  period: string;
  type: PayrollRunType | undefined;
  sequence: number | undefined;
  hours: readonly string[];
  earnings: readonly string[];
  annualSalary: string | undefined;
  hourlyRate: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { employee, period, type, sequence, hours, earnings, annualSalary, hourlyRate } = invocation.given;
  const input = {
    employeeId: employee,
    periodStartDate: period,
    ...defined({ type, sequence }),
    ...(hours.length > 0 ? { hoursWorked: hours.map(hoursOf) } : {}),
    ...(earnings.length > 0 ? { earnings: earnings.map(earningOf) } : {}),
    ...(annualSalary ? { compensation: { type: 'SALARY' as const, annualSalary } } : {}),
    ...(hourlyRate ? { compensation: { type: 'HOURLY' as const, hourlyRate } } : {}),
  };
  const { previewPayslip } = await invocation.read(PayslipPreviewedDocument, { input });
  if (!previewPayslip) throw new CliError(EXIT.fault, 'EMPTY', 'The service answered without a preview.');
  refuse(previewPayslip.userErrors);
  invocation.print(previewPayslip, () => previewText(previewPayslip));
  return previewPayslip.error ? EXIT.incomplete : EXIT.ok;
}

const pairOf = (option: string, text: string, form: string): [string, string] => {
  const [left, right, ...others] = text.split(':');
  if (left && right && others.length === 0) return [left, right];
  throw new CliError(EXIT.usage, 'INVALID_VALUE', `${option} is "${text}"; it must be ${form}.`);
};

function hoursOf(text: string): WorkweekHoursInput {
  const [week, hours] = pairOf('--hours', text, 'a workweek and its hours, such as 1:40');
  return { week: Number(week), hours };
}

function earningOf(text: string): EarningInput {
  const [type, amount] = pairOf('--earnings', text, 'a type and an amount, such as BONUS:500.00');
  return { type: type.toUpperCase() as EarningType, amount };
}

function previewText(preview: NonNullable<PayslipPreviewedQuery['previewPayslip']>): string {
  const { error, lines, grossPay, netPay, payments, ruleSetVersion } = preview;
  if (error) return `FAILED ${error.code}: ${withResolution(error)}`;
  return [
    `A preview by rule set ${ruleSetVersion}; nothing is stored.`,
    ...linesText(lines ?? []),
    '',
    amountLine('GROSS PAY', grossPay?.amount ?? ''),
    amountLine('NET PAY', netPay?.amount ?? ''),
    ...(payments ?? []).map(({ method, maskedAccountNumber, amount }) =>
      amountLine(`  ${method} ${maskedAccountNumber ?? ''}`, amount.amount),
    ),
  ].join('\n');
}
