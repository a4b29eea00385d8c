import { useEffect, useState } from 'react';
import { OnRunStatusChangedDocument } from '../../generated/operations/graphql.ts';
import { onConnectionChange } from '../api/onConnectionChange.ts';
import { subscribe } from '../api/subscribe.ts';
import type { Connection } from '../run/RunWatch.ts';

export interface RunChanges {
  /** Rises whenever the list of runs may have changed. */
  revision: number;
  connection: Connection;
}

/** What is heard about the runs of a company. After a break of the connection everything may have changed. */
export function useRunChanges(companyId: string): RunChanges {
  const [changes, setChanges] = useState<RunChanges>({ revision: 0, connection: 'CONNECTING' });
  useEffect(() => {
    let wasLost = false;
    const changed = (connection: Connection) => setChanges(({ revision }) => ({ revision: revision + 1, connection }));
    const lost = () => {
      wasLost = true;
      setChanges((known) => ({ ...known, connection: 'RECONNECTING' }));
    };
    const found = () => {
      changed(wasLost ? 'CAUGHT_UP' : 'LIVE');
      wasLost = false;
    };
    const stops = [
      onConnectionChange((change) => {
        if (change !== 'CONNECTED') lost();
        else if (wasLost) found();
      }),
      subscribe(
        OnRunStatusChangedDocument,
        { companyId },
        { onListening: found, onMessage: () => changed('LIVE'), onEnded: lost },
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [companyId]);
  return changes;
}
