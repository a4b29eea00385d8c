import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../session/SessionContext.ts';
import { type RunSnapshot, RunWatch } from './RunWatch.ts';

/** A run as it stands, kept up to date while the screen is open. */
export function useRunWatch(runId: string): { snapshot: RunSnapshot; watch: RunWatch } {
  const { companyId } = useSession();
  const watch = useMemo(() => new RunWatch(companyId, runId), [companyId, runId]);
  return { snapshot: useSyncExternalStore(watch.subscribe, watch.getSnapshot), watch };
}
