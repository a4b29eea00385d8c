import type { Connection } from './RunWatch.ts';
import './ConnectionBadge.css';

const WORDS: Readonly<Record<Connection, string>> = {
  CONNECTING: 'Connecting…',
  LIVE: 'Live',
  RECONNECTING: 'Reconnecting… figures may be old',
  CAUGHT_UP: 'Live, caught up after a break',
};

/** Whether what is shown is what is so. */
export function ConnectionBadge({ connection }: { connection: Connection }) {
  return (
    <span className={`connection connection-${connection}`} role="status">
      {WORDS[connection]}
    </span>
  );
}
