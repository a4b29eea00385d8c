import { randomUUID } from 'node:crypto';
import {
  ApprovePayrollRunDocument,
  PayrollRunDocument,
  PayrollRunEventsDocument,
  StartPayrollRunDocument,
} from '../clients/generated/operations/graphql.ts';
import type { PayrollClient } from '../clients/sdk/PayrollClient.ts';
import { isTerminal } from '../clients/sdk/runPhases.ts';
import type { RunView } from '../clients/sdk/RunView.ts';
import { watchRun } from '../clients/sdk/watchRun.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from './sampleEmployees.ts';

export interface SampleRun {
  run: NonNullable<Awaited<ReturnType<typeof readRun>>>;
  view: RunView;
  /** From sending the start to the last message before the approval. */
  calculatedMs: number;
  /** From sending the start to the run's last status; the approval between takes no time. */
  paidMs: number;
  /** How long the run stayed in each status before that, by its own history. */
  hopsMs: Record<string, number>;
}

/**
 * Starts the sample period's run as the administrator, watches it, approves it as somebody else, and watches it being paid.
 * @param beforeApproval what is done while the run waits
 */
export async function runSamplePayroll(
  admin: PayrollClient,
  approver: PayrollClient,
  onChange: (view: RunView) => void,
  beforeApproval: (runId: string) => Promise<void> = () => Promise.resolve(),
): Promise<SampleRun> {
  const startedAt = performance.now();
  const { startPayrollRun } = await admin.execute(StartPayrollRunDocument, {
    input: {
      idempotencyKey: randomUUID(),
      payGroupId: SAMPLE_PAY_GROUP_ID,
      periodStartDate: SAMPLE_PERIOD_START_DATE,
    },
  });
  const started = startPayrollRun?.run;
  if (!started) throw new Error(`the run was refused: ${startPayrollRun?.userErrors[0]?.message}`);
  const view = await watchRun(admin, started.runId, { onChange });
  const calculatedMs = performance.now() - startedAt;
  await beforeApproval(started.runId);

  const asked = await readRun(admin, started.runId);
  if (asked?.status === 'AWAITING_APPROVAL') {
    const { approvePayrollRun } = await approver.execute(ApprovePayrollRunDocument, {
      input: {
        idempotencyKey: randomUUID(),
        runId: started.runId,
        calculationHash: asked.calculationHash ?? '',
      },
    });
    const [refusal] = approvePayrollRun?.userErrors ?? [];
    if (refusal) throw new Error(`the approval was refused: ${refusal.message}`);
    await watchRun(admin, started.runId, { until: isTerminal });
  }
  const paidMs = performance.now() - startedAt;
  const run = await readRun(admin, started.runId);
  if (!run) throw new Error(`run ${started.runId} is gone`);
  const { payrollRunEvents } = await admin.execute(PayrollRunEventsDocument, { runId: run.runId });
  const events = payrollRunEvents ?? [];
  const hopsMs: Record<string, number> = {};
  for (const [index, { status, at }] of events.entries()) {
    const next = events[index + 1];
    // One status may have several events: a file that was taken, an edit that was noticed.
    if (next) hopsMs[status] = (hopsMs[status] ?? 0) + Date.parse(next.at) - Date.parse(at);
  }
  return { run, view, calculatedMs, paidMs, hopsMs };
}

async function readRun(client: PayrollClient, runId: string) {
  return (await client.execute(PayrollRunDocument, { runId })).payrollRun;
}
