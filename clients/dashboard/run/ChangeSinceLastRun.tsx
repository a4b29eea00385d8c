import { useCallback } from 'react';
import { RunDifferenceDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { UserErrorList } from '../components/UserErrorList.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { TotalsTable } from '../comparison/TotalsTable.tsx';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from './Run.ts';

export interface ChangeSinceLastRunProps {
  runId: string;
  /** A new calculation is compared again. */
  calculationHash: string;
  totals: NonNullable<Run['controlTotals']>;
}

/** The run's totals beside those of the last paid regular run of its group. */
export function ChangeSinceLastRun({ runId, calculationHash, totals }: ChangeSinceLastRunProps) {
  const read = useCallback(
    async () => (await execute(RunDifferenceDocument, { runId, first: 1 })).diffPayrollRuns,
    [runId],
  );
  const { value, fault, retry } = useAnswer(read, calculationHash);
  const hasEarlier = Boolean(value?.againstRunId && value.before);
  return (
    <section className="form" aria-label="What changed since the last run">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the last run" />}
      <UserErrorList userErrors={value?.userErrors ?? []} />
      <TotalsTable before={hasEarlier ? value?.before : undefined} after={totals} />
      {value !== undefined && !hasEarlier && <p className="muted">There is no earlier paid run to compare it with.</p>}
      {hasEarlier && (
        <p>
          <a href={hrefOf({ screen: 'run', runId, section: 'comparison' })}>What changed, employee by employee</a>
        </p>
      )}
    </section>
  );
}
