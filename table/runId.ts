import { createHash } from 'node:crypto';

/** What makes a payroll run the same run, for ever. */
export interface RunNaturalKey {
  companyId: string;
  payGroupId: string;
  periodStartDate: string;
  type: string;
  sequence: number;
}

/** The run's id, derived from its natural key: every start of it names the same run. Sorts by period. */
export function runIdOf({ companyId, payGroupId, periodStartDate, type, sequence }: RunNaturalKey): string {
  const naturalKey = [companyId, payGroupId, periodStartDate, type, sequence].join('\n');
  const hash = createHash('sha256').update(naturalKey).digest('hex').slice(0, 20);
  return `run_${periodStartDate.replaceAll('-', '')}${hash}`;
}
