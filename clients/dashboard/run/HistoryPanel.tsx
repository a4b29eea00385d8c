import { Panel } from '../components/Panel.tsx';
import { statusTone } from '../components/StatusBadge.tsx';
import { formatInstant } from '../format/formatInstant.ts';
import { formatSeconds } from '../format/formatSeconds.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { Actor } from './Actor.tsx';
import { ChainBadge } from './ChainBadge.tsx';
import './HistoryPanel.css';
import { useRunEvents } from './useRunEvents.ts';

/** Everything that happened to the run, the latest on top, with how long it stayed in each state. */
export function HistoryPanel({ runId, version }: { runId: string; version: number }) {
  const { events, fault } = useRunEvents(runId, version);
  return (
    <Panel title="History" aside={<ChainBadge runId={runId} events={events} />}>
      {fault && <p className="bad">{fault.message}</p>}
      <ol className="history" reversed>
        {events.toReversed().map(({ sequence, status, actor, reason, at, hash }) => (
          <li key={sequence} className={`history-${statusTone(status)}`}>
            <span className="history-status">{statusInWords(status)}</span>
            <code title={hash}>{hash.slice(0, 8)}</code>
            <span className="history-detail">
              <time dateTime={at}>{formatInstant(at)}</time>
              {stay(at, events[sequence]?.at)}
              <br />
              by <Actor id={actor} />
              {reason && (
                <>
                  : <bdi>{reason}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** How long it was until the next event; nothing for the state that the run is in. */
function stay(at: string, nextAt: string | undefined): string {
  if (nextAt === undefined) return '';
  const ms = Date.parse(nextAt) - Date.parse(at);
  return ms < 1_000 ? `, for ${ms} ms` : `, for ${formatSeconds(ms / 1_000)}`;
}
