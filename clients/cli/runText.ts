import type { RunPartsFragment } from '../generated/operations/graphql.ts';
import { preparationInWords } from '../../payroll/preparers.ts';
import { totalsText } from './totalsText.ts';

/** A run for a person to read. */
export function runText(run: RunPartsFragment): string {
  const { period, controlTotals } = run;
  const lines = [
    `${run.runId}  ${run.status}${run.statusReason ? `: ${run.statusReason}` : ''}`,
    `  ${run.payGroupId} ${run.type} ${run.sequence}, ${period.startDate} to ${period.endDate}, paid ${period.payDate}`,
    `  started by ${run.startedBy} at ${run.startedAt}`,
  ];
  for (const preparer of run.preparedBy ?? [])
    lines.push(`  prepared by ${preparer.actor}: ${preparationInWords(preparer)}`);
  for (const { actor, at } of run.approvals ?? []) lines.push(`  approved by ${actor} at ${at}`);
  if (run.decidedBy) lines.push(`  decided by ${run.decidedBy} at ${run.decidedAt}`);
  if (run.requiredApprovals && run.requiredApprovals > 1) lines.push(`  needs ${run.requiredApprovals} approvers`);
  if (run.employeeCount !== null) lines.push(`  ${employeesText(run)}`);
  if (run.paymentState)
    lines.push(`  payments ${run.paymentState}${run.settlesOn ? `, to settle on ${run.settlesOn}` : ''}`);
  if (run.reversesRunId) lines.push(`  reverses ${run.reversesRunId}`);
  if (run.correctsRunId) lines.push(`  pays again those of ${run.correctsRunId}`);
  for (const reversal of run.reversedByRunIds ?? []) lines.push(`  reversed by ${reversal}`);
  if (controlTotals) lines.push(`  ${totalsText(controlTotals)}`, `  calculation ${run.calculationHash}`);
  return lines.join('\n');
}

const employeesText = (run: RunPartsFragment): string =>
  [
    `${run.employeeCount} employees: ${run.calculatedCount ?? '?'} calculated`,
    `${run.failedCount ?? '?'} failed`,
    ...(run.excludedCount ? [`${run.excludedCount} left out`] : []),
    ...(run.returnedCount ? [`${run.returnedCount} ${run.returnedCount === 1 ? 'payment' : 'payments'} returned`] : []),
  ].join(', ');
