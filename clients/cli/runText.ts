import type { RunPartsFragment } from '../generated/operations/graphql.ts';

/** A run for a person to read. */
export function runText(run: RunPartsFragment): string {
  const { period, controlTotals: totals } = run;
  const lines = [
    `${run.runId}  ${run.status}${run.statusReason ? `: ${run.statusReason}` : ''}`,
    `  ${run.payGroupId} ${run.type} ${period.startDate} to ${period.endDate}, paid ${period.payDate}`,
    `  started by ${run.startedBy} at ${run.startedAt}`,
  ];
  if (run.decidedBy) lines.push(`  decided by ${run.decidedBy} at ${run.decidedAt}`);
  if (run.employeeCount !== null)
    lines.push(
      `  ${run.employeeCount} employees: ${run.calculatedCount ?? '?'} calculated, ${run.failedCount ?? '?'} failed`,
    );
  if (totals) {
    const { grossPay, employeeTaxes, deductions, reimbursements, netPay, employerTaxes } = totals;
    lines.push(
      `  gross ${grossPay.amount} - taxes ${employeeTaxes.amount} - deductions ${deductions.amount} + reimbursements ` +
        `${reimbursements.amount} = net ${netPay.amount} USD; employer taxes ${employerTaxes.amount}`,
      `  calculation ${run.calculationHash}`,
    );
  }
  return lines.join('\n');
}
