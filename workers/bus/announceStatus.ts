import type { RunRecord } from '../../table/payrollRun.ts';
import { publish } from './publish.ts';

/** Tells subscribers what the run's status is now. May be told twice: the version says which is the latest. */
export async function announceStatus({ companyId, runId, status, version }: RunRecord, at: string): Promise<void> {
  await publish('PayrollRunStatusChanged', { status: { companyId, runId, status, version, at } });
}
