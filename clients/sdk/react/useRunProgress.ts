import { useEffect, useState } from 'react';
import type { RunSnapshot, WatchRunOptions } from '../WatchedRun.ts';
import { usePayrollClient } from './PayrollProvider.ts';

export interface RunProgressState {
  /** Undefined until something is known. */
  progress: RunSnapshot | undefined;
  /** Why the run can no longer be watched. */
  error: unknown;
}

const NOTHING: RunProgressState = { progress: undefined, error: undefined };

/** A run as it moves, from the time the component is shown to the run's terminal state. */
export function useRunProgress(
  runId: string,
  { employees = false }: Pick<WatchRunOptions, 'employees'> = {},
): RunProgressState {
  const client = usePayrollClient();
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    const stop = new AbortController();
    const watch = async () => {
      for await (const progress of client.watchRun(runId, { employees, signal: stop.signal }))
        setState({ progress, error: undefined });
    };
    watch().catch((error: unknown) => {
      if (!stop.signal.aborted) setState(({ progress }) => ({ progress, error }));
    });
    return () => stop.abort();
  }, [client, runId, employees]);
  // What is known of another run is not shown as this one's.
  return state.progress && state.progress.runId !== runId ? NOTHING : state;
}
