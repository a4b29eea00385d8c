import { useEffect, useState } from 'react';
import { PayrollRunDocument, type PayrollRunQuery } from '../../generated/operations/graphql.ts';
import { usePayrollClient } from './PayrollProvider.ts';
import { useRunProgress } from './useRunProgress.ts';

export interface PayrollRunState {
  /** The run with its totals; undefined until it is read, null when there is no such run. */
  run: PayrollRunQuery['payrollRun'] | undefined;
  error: unknown;
}

/** A run with its totals, read again whenever its status changes. */
export function usePayrollRun(runId: string): PayrollRunState {
  const client = usePayrollClient();
  const { progress, error } = useRunProgress(runId);
  const version = progress?.version ?? 0;
  const [read, setRead] = useState<PayrollRunState>({ run: undefined, error: undefined });
  useEffect(() => {
    const stop = new AbortController();
    client.execute(PayrollRunDocument, { runId }, { signal: stop.signal }).then(
      ({ payrollRun }) => setRead({ run: payrollRun, error: undefined }),
      (failure: unknown) => {
        if (!stop.signal.aborted) setRead(({ run }) => ({ run, error: failure }));
      },
    );
    return () => stop.abort();
  }, [client, runId, version]);
  const run = read.run?.runId === runId || read.run === null ? read.run : undefined;
  return { run, error: read.error ?? error };
}
