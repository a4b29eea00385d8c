import { getAll } from './batch.ts';
import { tableName } from './documentClient.ts';
import { runTaxesKey } from './keys.ts';
import type { RunRecord } from './payrollRun.ts';
import type { TransactItem } from './transact.ts';

/** What a run owes to tax authorities, kept when it is posted: it never changes, and no reader adds up segments again. */
export interface RunTaxesRecord {
  companyId: string;
  runId: string;
  payDate: string;
  postedAt: string;
  /** Cents by authority; negative in a reversal. */
  taxes: Record<string, number>;
}

/** The write that keeps a run's taxes: the same bytes for every attempt. */
export const newRunTaxes = (
  { companyId, runId, period }: RunRecord,
  taxes: Record<string, number>,
  postedAt: string,
): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...runTaxesKey(companyId, runId), companyId, runId, payDate: period.payDate, postedAt, taxes },
  },
});

/** By run; absent for runs that were posted before taxes were kept. */
export async function getRunTaxes(companyId: string, runIds: readonly string[]): Promise<Map<string, RunTaxesRecord>> {
  const found = await getAll<RunTaxesRecord>(runIds.map((runId) => runTaxesKey(companyId, runId)));
  return new Map(found.map((record) => [record.runId, record]));
}
