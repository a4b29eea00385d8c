import { CONNECTION_STATE_CHANGE, ConnectionState } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';

/** `DOUBTFUL`: the socket is open, but the network is gone. `BROKEN`: it is closed, and subscriptions start again. */
export type ConnectionChange = 'CONNECTED' | 'DOUBTFUL' | 'BROKEN';

const CHANGES: Readonly<Partial<Record<ConnectionState, ConnectionChange>>> = {
  [ConnectionState.Connected]: 'CONNECTED',
  [ConnectionState.ConnectedPendingNetwork]: 'DOUBTFUL',
  [ConnectionState.ConnectionDisrupted]: 'BROKEN',
  [ConnectionState.ConnectionDisruptedPendingNetwork]: 'BROKEN',
};

/**
 * Calls back when the state of the real-time connection changes.
 * @returns a function that stops it
 */
export function onConnectionChange(callback: (change: ConnectionChange) => void): () => void {
  return Hub.listen('api', ({ payload: { event, data } }) => {
    if (event !== CONNECTION_STATE_CHANGE) return;
    const change = CHANGES[(data as { connectionState: ConnectionState }).connectionState];
    if (change) callback(change);
  });
}
