import { Panel } from '../components/Panel.tsx';
import { formatInstant } from '../format/formatInstant.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { Actor } from './Actor.tsx';
import './HistoryPanel.css';
import { useRunEvents } from './useRunEvents.ts';

/** Everything that happened to the run, the latest on top. */
export function HistoryPanel({ runId, version }: { runId: string; version: number }) {
  const { events, fault } = useRunEvents(runId, version);
  return (
    <Panel title="History">
      {fault && <p className="bad">{fault.message}</p>}
      <ol className="history" reversed>
        {events.toReversed().map(({ sequence, status, actor, reason, at, hash }) => (
          <li key={sequence}>
            <span className="history-status">{statusInWords(status)}</span>
            <code title={hash}>{hash.slice(0, 8)}</code>
            <span className="history-detail">
              <time dateTime={at}>{formatInstant(at)}</time>
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
