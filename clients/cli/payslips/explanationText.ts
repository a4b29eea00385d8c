import type { ExplainPayslipQuery } from '../../generated/operations/graphql.ts';
import { groupsOf } from './groupsOf.ts';
import { amountLine } from './payslipText.ts';

type Explanation = NonNullable<ExplainPayslipQuery['explainPayslip']>;
type Step = Explanation['lines'][number]['steps'][number];

/** An explanation for a payroll clerk: under each line its source, then the steps to its amount, whose parts have a plus. */
export function explanationText(explanation: Explanation): string {
  return [
    `${explanation.payslipId}  ${explanation.employeeName} (${explanation.employeeId})`,
    explanation.summary,
    `Calculated with rule set ${explanation.ruleSetVersion}.`,
    ...groupsOf(explanation.lines).flatMap(({ heading, sum, lines }) => [
      '',
      amountLine(heading, sum),
      ...lines.flatMap(({ code, amount, ruleId, citation, steps }) => [
        '',
        amountLine(`  ${code}`, amount.amount),
        `    ${ruleId}: ${citation}`,
        ...steps.map(stepText),
      ]),
    ]),
    '',
    amountLine('NET PAY', explanation.netPay.amount),
  ].join('\n');
}

function stepText(step: Step): string {
  const rounding = step.rounding === null ? '' : `  ${step.rounding}`;
  return `${amountLine(`    ${step.role === 'PART' ? '+' : ' '} ${step.label}`, shown(step))}${rounding}`;
}

function shown({ unit, value }: Step): string {
  if (unit === 'PERCENT') return `${value} %`;
  if (unit === 'HOURS') return `${value} h`;
  return value;
}
