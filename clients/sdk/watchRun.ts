import {
  CompanyDocument,
  OnRunProgressDocument,
  OnRunStatusChangedDocument,
  PayrollRunDocument,
  RunProgressDocument,
} from '../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../generated/schema.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { PayrollClientError } from './PayrollClientError.ts';
import { RunView } from './RunView.ts';

/** Statuses at which nothing more happens by itself. */
const RESTING: readonly PayrollRunStatus[] = ['AWAITING_APPROVAL', 'APPROVED', 'REJECTED', 'CANCELLED', 'FAILED'];

export interface WatchOptions {
  /** Called after every change, with the same view each time. */
  onChange?: (view: RunView) => void;
  /** Where to stop; by default at the first status at which nothing more happens by itself. */
  until?: (status: PayrollRunStatus) => boolean;
  signal?: AbortSignal;
}

/** How long a run may be silent before its state is read anyway: messages can be lost. */
const SILENCE_MS = 5_000;

/** How long after the last status the last progress messages may still be on their way. */
const STRAGGLERS_MS = 3_000;

/**
 * Watches a run until it rests, and answers what is known then. Subscribes first and reads after, so that nothing falls
 * between; reads again after a silence or a lost connection.
 */
export async function watchRun(client: PayrollClient, runId: string, options: WatchOptions = {}): Promise<RunView> {
  const { onChange, signal, until = (status: PayrollRunStatus) => RESTING.includes(status) } = options;
  const view = new RunView(runId);
  const { company } = await client.execute(CompanyDocument, {});
  if (!company) throw new PayrollClientError('COMPANY_NOT_FOUND', 'The caller has no company.', { retryable: false });

  let wake: () => void = () => {};
  let isSubscribed = false;
  const changed = () => {
    onChange?.(view);
    wake();
  };
  const stops: (() => void)[] = [];
  const subscribe = async () => {
    for (const stop of stops.splice(0)) stop();
    isSubscribed = true;
    const onClosed = () => {
      isSubscribed = false;
      wake();
    };
    stops.push(
      await client.subscribe(
        OnRunProgressDocument,
        { runId },
        ({ onRunProgress }) => {
          if (onRunProgress) view.takeProgress(onRunProgress);
          changed();
        },
        onClosed,
      ),
      await client.subscribe(
        OnRunStatusChangedDocument,
        { companyId: company.companyId },
        ({ onRunStatusChanged }) => {
          if (onRunStatusChanged?.runId === runId) view.takeStatus(onRunStatusChanged);
          changed();
        },
        onClosed,
      ),
    );
  };
  const read = async () => {
    const [{ payrollRun }, { runProgress }] = await Promise.all([
      client.execute(PayrollRunDocument, { runId }),
      client.execute(RunProgressDocument, { runId }),
    ]);
    if (!payrollRun)
      throw new PayrollClientError('RUN_NOT_FOUND', `Run ${runId} does not exist.`, { retryable: false });
    if (runProgress) view.takeProgress(runProgress);
    view.takeStatus(payrollRun);
    changed();
  };
  /** Makes up for what was missed. A service that does not answer is asked again after the next silence. */
  const catchUp = async () => {
    try {
      if (!isSubscribed) await subscribe();
      await read();
    } catch (error) {
      if (!(error instanceof PayrollClientError && error.retryable)) throw error;
      isSubscribed = false;
    }
  };
  /** True when something came in time, false after a silence. */
  const hears = (withinMs: number) =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });

  try {
    await subscribe();
    await read();
    while (view.status === undefined || !until(view.status)) {
      signal?.throwIfAborted();
      const heard = await hears(SILENCE_MS);
      if (!isSubscribed || !heard) await catchUp();
    }
    // Who came to a run at rest missed its messages; there is nothing to wait for.
    while (view.employees.size > 0 && view.employees.size < view.doneCount && (await hears(STRAGGLERS_MS)));
    await read();
    return view;
  } finally {
    for (const stop of stops) stop();
  }
}
