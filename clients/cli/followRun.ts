import { PayrollRunDocument } from '../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../generated/schema.ts';
import { isResting } from '../sdk/runPhases.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';
import { runText } from './runText.ts';

/** Statuses at which a run stands that did not come to what was wanted of it. */
const TROUBLE: ReadonlySet<PayrollRunStatus> = new Set([
  'BLOCKED',
  'PARTIALLY_PAID',
  'REJECTED',
  'CANCELLED',
  'FAILED',
]);

/**
 * Shows a run's progress: a bar on a terminal, lines elsewhere, in JSON a line for each change; then the run. Ctrl-C and
 * --timeout end the watching, never the run.
 */
export async function followRun(
  invocation: Invocation<unknown>,
  runId: string,
  until: (status: PayrollRunStatus) => boolean = isResting,
): Promise<number> {
  const { session, signal, json } = invocation;
  const bar = invocation.progressBar('calculated');
  let shown: PayrollRunStatus | undefined;
  try {
    for await (const snapshot of session.client.watchRun(runId, { until, signal })) {
      const { status, sequence, employeeCount, calculatedCount, failedCount, doneCount } = snapshot;
      if (json) {
        const counts = { employeeCount, calculatedCount, failedCount, doneCount };
        invocation.print({ runId, status, sequence, ...counts }, () => '');
        continue;
      }
      if (status !== shown && status !== undefined) bar.say(`${runId} ${status}`);
      // Before and after it there is nothing to count.
      if (status === 'CALCULATING' || shown === 'CALCULATING')
        bar.update(doneCount, employeeCount, `${failedCount} failed`);
      shown = status;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    const { exitCode, code } = signal.reason as CliError;
    throw new CliError(exitCode, code, `Detached; the run continues. To watch it again: payroll runs watch ${runId}`);
  } finally {
    bar.end();
  }
  const { payrollRun } = await invocation.read(PayrollRunDocument, { runId });
  invocation.print(payrollRun, () => (payrollRun ? runText(payrollRun) : ''));
  return payrollRun && TROUBLE.has(payrollRun.status) ? EXIT.incomplete : EXIT.ok;
}
