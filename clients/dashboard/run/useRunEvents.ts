import { useEffect, useState } from 'react';
import { PayrollRunEventsDocument, type PayrollRunEventsQuery } from '../../generated/operations/graphql.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { execute } from '../api/execute.ts';
import { faultOf } from '../api/faultOf.ts';

export type RunEvent = NonNullable<PayrollRunEventsQuery['payrollRunEvents']>[number];

/** A read may be a moment behind the run's version. */
const READ_AGAIN_MS = 1_000;

/** What happened to a run, oldest first; read on whenever its version rises. */
export function useRunEvents(runId: string, version: number): { events: readonly RunEvent[]; fault?: ApiFault } {
  const [events, setEvents] = useState<readonly RunEvent[]>([]);
  const [fault, setFault] = useState<ApiFault>();
  const [attempt, setAttempt] = useState(0);
  const lastSequence = events.at(-1)?.sequence ?? 0;
  useEffect(() => {
    if (lastSequence >= version) return;
    let isCurrent = true;
    const timer = setTimeout(() => setAttempt((number) => number + 1), READ_AGAIN_MS);
    execute(PayrollRunEventsDocument, { runId, afterSequence: lastSequence }).then(
      ({ payrollRunEvents }) => {
        if (!isCurrent) return;
        setFault(undefined);
        if (payrollRunEvents?.length) setEvents((known) => [...known, ...payrollRunEvents]);
      },
      (error: unknown) => isCurrent && setFault(faultOf(error)),
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [runId, version, lastSequence, attempt]);
  return fault ? { events, fault } : { events };
}
