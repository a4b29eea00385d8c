import { useCallback } from 'react';
import { ControlHistoryDocument } from '../../generated/operations/graphql.ts';
import type { Control } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { enumInWords } from '../format/enumInWords.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { Actor } from '../run/Actor.tsx';

const CONTROLS: Readonly<Record<Control, string>> = {
  SELF_APPROVAL: 'Who started a run may approve it',
  SECOND_APPROVER: 'Two approvers above a change of',
  APPROVAL_POLICY: 'Approval of runs',
};

const readHistory = async () => (await execute(ControlHistoryDocument, { first: 20 })).controlChanges?.nodes ?? [];

/** Who changed who must approve, and what it was before. */
export function ControlHistoryPanel({ revision }: { revision: string }) {
  const { value, fault, retry } = useAnswer(useCallback(readHistory, []), revision);
  return (
    <Panel title="Changes of who approves">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the changes" />}
      {value?.length === 0 && <p className="muted">Nothing was changed so far.</p>}
      <ul className="file-list">
        {value?.map(({ control, payGroupId, before, after, isLoosened, actor, at }) => (
          <li key={`${control} ${payGroupId} ${at}`}>
            <p>
              {CONTROLS[control]}
              {payGroupId && (
                <>
                  {' '}
                  (<bdi>{payGroupId}</bdi>)
                </>
              )}
              : {valueInWords(before)} → {valueInWords(after)}
            </p>
            {isLoosened && <p className="bad">Loosened</p>}
            <p className="muted">
              <Actor id={actor} />, <time dateTime={at}>{formatInstant(at)}</time>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const valueInWords = (value: string | null | undefined): string => {
  if (value == null) return 'not set';
  return /^[A-Z_]+$/.test(value) ? enumInWords(value).toLowerCase() : value;
};
