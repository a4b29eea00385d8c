import type { PayrollRunStatus } from '../generated/schema.ts';
import { followRun, type FollowRunOptions } from './followRun.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { isResting } from './runPhases.ts';
import type { RunView } from './RunView.ts';

export interface WatchOptions extends Pick<FollowRunOptions, 'onChange' | 'signal'> {
  /** Where to stop; by default at the first status at which a run rests, or is approved. */
  until?: (status: PayrollRunStatus) => boolean;
}

/** Watches a run until it rests, and answers what is known then. */
export const watchRun = (client: PayrollClient, runId: string, options: WatchOptions = {}): Promise<RunView> =>
  followRun(client, runId, {
    ...options,
    until: options.until ?? ((status) => isResting(status) || status === 'APPROVED'),
  });
