import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAnswer } from '../api/useAnswer.ts';
import { usePayGroupName } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { useKeptFocus } from '../components/useKeptFocus.ts';
import { Waiting } from '../components/Waiting.tsx';
import { formatPeriod } from '../format/formatDate.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { hrefOf } from '../navigation/Route.ts';
import { ConnectionBadge } from '../run/ConnectionBadge.tsx';
import { useRunChanges } from '../runs/useRunChanges.ts';
import { useSession } from '../session/SessionContext.ts';
import { AnswerHookDialog } from './AnswerHookDialog.tsx';
import { hookPointInWords } from './hookInWords.ts';
import { readWaitingCalls, RUNS_LOOKED_AT, type WaitingCall } from './readWaitingCalls.ts';

/** A run is announced when it changes its status, and stands at its hook a moment later. */
const READ_EVERY_MS = 10_000;

/** Runs that stand at a hook until somebody answers. */
export function WaitingCallPanel({ mayAnswer }: { mayAnswer: boolean }) {
  const { revision, connection } = useRunChanges(useSession().companyId);
  const [read, setRead] = useState(0);
  const readAgain = useCallback(() => setRead((number) => number + 1), []);
  const [answered, setAnswered] = useState<WaitingCall>();
  const { value: waiting, fault, retry } = useAnswer(useCallback(readWaitingCalls, []), `${revision} ${read}`);
  useKeptFocus(waiting);
  useEffect(() => {
    const timer = setInterval(readAgain, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [readAgain]);
  return (
    <Panel title="Waiting for an answer" aside={<ConnectionBadge connection={connection} />}>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {waiting === undefined && !fault && <Waiting what="the runs that wait" />}
      {waiting?.length === 0 && <p className="muted">None of the latest {RUNS_LOOKED_AT} runs waits at a hook.</p>}
      {waiting && waiting.length > 0 && (
        <ul className="waiting-calls">
          {waiting.map((each) => (
            <li key={`${each.call.runId} ${each.call.hookId}`}>
              <CallWords waiting={each} />
              {mayAnswer && (
                <Button
                  className="button"
                  aria-label={`Answer for ${each.call.hookId}`}
                  onPress={() => setAnswered(each)}
                >
                  Answer…
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {answered && (
        <AnswerHookDialog
          call={answered.call}
          onClose={() => setAnswered(undefined)}
          onDone={() => {
            setAnswered(undefined);
            readAgain();
          }}
        />
      )}
    </Panel>
  );
}

function CallWords({ waiting: { call, run } }: { waiting: WaitingCall }) {
  const groupName = usePayGroupName(run.payGroupId);
  return (
    <div>
      <p>
        <bdi className="hook-name">{call.hookId}</bdi>:{' '}
        <a href={hrefOf({ screen: 'run', runId: run.runId })}>
          <bdi>{groupName}</bdi>, {formatPeriod(run.period)}
        </a>
      </p>
      <p className="muted">
        {hookPointInWords(call.point)}, since <time dateTime={call.calledAt}>{formatInstant(call.calledAt)}</time>
      </p>
    </div>
  );
}
