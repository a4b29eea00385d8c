import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { runIdOf, type RunNaturalKey } from '../table/runId.ts';

/** Query.payrollRunByKey: the id is a hash, more than a resolver can compute. */
export const handler = async (key: RunNaturalKey): Promise<RunRecord | null> =>
  (await getRun(key.companyId, runIdOf(key))) ?? null;
