import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { HookCallsDocument } from '../../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { Notice } from '../components/Notice.tsx';
import { formatInstant } from '../format/formatInstant.ts';
import { AnswerHookDialog } from '../hooks/AnswerHookDialog.tsx';
import type { HookCall } from '../hooks/Hook.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import type { Run } from './Run.ts';

/** Statuses in which a run may stand at a hook. */
const STANDING: readonly PayrollRunStatus[] = ['CALCULATING', 'APPROVED', 'PAYING', 'PAID', 'PARTIALLY_PAID'];

/** Says so when the run waits for the answer of a hook, and who can give it. */
export function WaitingHookNotice({ run, status }: { run: Run; status: PayrollRunStatus }) {
  const { runId, version } = run;
  const mayAnswer = mayStartAndCancel(useSession());
  const [answered, setAnswered] = useState<HookCall>();
  const [count, setCount] = useState(0);
  const stands = STANDING.includes(status);
  const read = useCallback(
    async () => (stands ? ((await execute(HookCallsDocument, { runId })).hookCalls ?? []) : []),
    [runId, stands],
  );
  const waiting = (useAnswer(read, `${version} ${count}`).value ?? []).filter((call) => call.status === 'WAITING');
  return (
    <>
      {waiting.map((call) => (
        <Notice key={call.hookId} tone="attention">
          <p>
            The run waits at the hook <bdi>{call.hookId}</bdi> since{' '}
            <time dateTime={call.calledAt}>{formatInstant(call.calledAt)}</time>.{' '}
            {mayAnswer
              ? 'It continues when its system answers, or when you do.'
              : 'It continues when its system or an administrator answers.'}
          </p>
          {mayAnswer && (
            <Button className="button" onPress={() => setAnswered(call)}>
              Answer…
            </Button>
          )}
        </Notice>
      ))}
      {answered && (
        <AnswerHookDialog
          call={answered}
          onClose={() => setAnswered(undefined)}
          onDone={() => {
            setAnswered(undefined);
            setCount((number) => number + 1);
          }}
        />
      )}
    </>
  );
}
