import type { RunRecord } from '../../table/payrollRun.ts';
import { publish } from './publish.ts';

/**
 * Tells subscribers what the run's status is now. Every attempt of a step tells it, whether it moved the run or found it
 * moved: an earlier attempt may have died before it came to that. Told twice, the version says which is the latest.
 * @param at when it is told, which is when the run was moved unless an earlier attempt moved it
 */
export async function announceStatus({ companyId, runId, status, version }: RunRecord, at: string): Promise<void> {
  await publish('PayrollRunStatusChanged', { status: { companyId, runId, status, version, at } });
}
