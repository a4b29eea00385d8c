import { useCallback, useState } from 'react';
import { DeadLettersDocument, RedriveDeadLettersDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatInstant } from '../format/formatInstant.ts';
import { hrefOf } from '../navigation/Route.ts';

const readLetters = async () => (await execute(DeadLettersDocument, {})).deadLetters ?? [];

/** Work that was given up after its retries, by queue, and what sends it again. */
export function DeadLetterPanel() {
  const [sent, setSent] = useState(0);
  const { value, fault, retry } = useAnswer(useCallback(readLetters, []), String(sent));
  const queues = [...new Set(value?.map(({ queue }) => queue))];
  return (
    <Panel title="Work that was given up">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="work that was given up" />}
      {value?.length === 0 && <p className="muted">Nothing was given up.</p>}
      <ul className="file-list">
        {value?.map(({ messageId, description, runId, receiveCount, sentAt }) => (
          <li key={messageId}>
            <p>{description}</p>
            {runId ? <a href={hrefOf({ screen: 'run', runId })}>Run</a> : <span />}
            <p className="muted">
              Since <time dateTime={sentAt}>{formatInstant(sentAt)}</time>, tried {receiveCount} times
            </p>
          </li>
        ))}
      </ul>
      {queues.map((queue) => (
        <CommandButton
          key={queue}
          text="Try again"
          label={`Try again what was given up: ${queue.toLowerCase()}`}
          intention={`${queue} ${sent}`}
          execute={async (idempotencyKey) => {
            const { redriveDeadLetters } = await execute(RedriveDeadLettersDocument, {
              input: { idempotencyKey, queue },
            });
            const { userErrors = [] } = redriveDeadLetters ?? {};
            return { value: userErrors.length === 0 ? redriveDeadLetters : undefined, userErrors };
          }}
          onDone={() => setSent((number) => number + 1)}
        />
      ))}
    </Panel>
  );
}
