import type { Engine } from '../Engine.ts';
import { MAX_HISTORY_EVENTS, REDRIVE_WINDOW_MS } from '../limits.ts';
import type { FoundExecution } from './findExecution.ts';

export interface RedriveStatus {
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE' | 'REDRIVABLE_BY_MAP_RUN';
  readonly redriveStatusReason?: string;
}

/** Whether RedriveExecution would work, and if not, why. */
export function redriveStatusOf({ store, cloud }: Engine, execution: FoundExecution): RedriveStatus {
  const { id, status, type, stopped_ms, map_run } = execution;
  const no = (redriveStatusReason: string): RedriveStatus => ({ redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason });
  if (status === 'RUNNING' || status === 'SUCCEEDED' || status === 'PENDING_REDRIVE') {
    return no(`Execution is ${status} and cannot be redriven`);
  }
  if (type === 'EXPRESS') return no('Express executions cannot be redriven');
  if (stopped_ms !== null && cloud.clock.now() - stopped_ms > REDRIVE_WINDOW_MS) {
    return no('Execution has exceeded the redrivable period of 14 days and cannot be redriven');
  }
  const last = store.get<{ id: number | null }>('SELECT MAX(id) AS id FROM events WHERE execution = :id', {
    id: id ?? 0,
  });
  if ((last?.id ?? 0) >= MAX_HISTORY_EVENTS - 1) {
    return no(`Execution has reached ${MAX_HISTORY_EVENTS - 1} history events and cannot be redriven`);
  }
  return { redriveStatus: map_run === null ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN' };
}
