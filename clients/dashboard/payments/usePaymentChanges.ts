import { useEffect, useState } from 'react';
import { OnPaymentUpdatedDocument } from '../../generated/operations/graphql.ts';
import { subscribe } from '../api/subscribe.ts';

/** Counts what is heard about payments of a run that came back or were paid again. */
export function usePaymentChanges(runId: string): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = () => setChanges((number) => number + 1);
    return subscribe(
      OnPaymentUpdatedDocument,
      { runId },
      // The run itself is followed too: a return or a retry raises its version, heard or not.
      { onListening: changed, onMessage: changed, onEnded: () => {} },
    );
  }, [runId]);
  return changes;
}
