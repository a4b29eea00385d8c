import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  ApplyNoticeOfChangeDocument,
  type NoticeOfChangePartsFragment,
  NoticesOfChangeDocument,
} from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { formatDate } from '../format/formatDate.ts';
import { mayApproveAndReject, mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { ReturnFileDialog } from './ReturnFileDialog.tsx';

/** What comes from the bank: its files of returns, and the accounts that it asks to be corrected. */
export function BankPanel({ onChanged }: { onChanged: () => void }) {
  const session = useSession();
  const [isHandingIn, setHandingIn] = useState(false);
  const [revision, setRevision] = useState(0);
  const read = useCallback(async () => (await execute(NoticesOfChangeDocument, {})).noticesOfChange ?? [], []);
  const { value, fault, retry } = useAnswer(read, String(revision));
  const open = value?.filter(({ status }) => status === 'OPEN') ?? [];
  const changed = () => {
    setRevision((number) => number + 1);
    onChanged();
  };
  return (
    <Panel title="From the bank">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {open.length > 0 && (
        <ul className="returned">
          {open.map((notice) => (
            <NoticeItem
              key={notice.noticeId}
              notice={notice}
              mayApply={mayApproveAndReject(session)}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {open.length === 0 && <p className="muted">No account waits to be corrected.</p>}
      {mayStartAndCancel(session) && (
        <Button className="button" onPress={() => setHandingIn(true)}>
          Record a file of returns…
        </Button>
      )}
      {isHandingIn && <ReturnFileDialog onClose={() => setHandingIn(false)} onDone={changed} />}
    </Panel>
  );
}

interface NoticeItemProps {
  notice: NoticeOfChangePartsFragment;
  mayApply: boolean;
  onChanged: () => void;
}

function NoticeItem({ notice, mayApply, onChanged }: NoticeItemProps) {
  const { noticeId, employeeName, code, meaning, previous, corrected, applyByDate } = notice;
  return (
    <li>
      <div>
        <p>
          <bdi>
            <strong>{employeeName}</strong>
          </bdi>{' '}
          <code>{code}</code> {meaning}
        </p>
        <p>
          {accountInWords(previous)}
          {corrected ? ` becomes ${accountInWords(corrected)}` : ': ask the bank what to correct'}, by{' '}
          {formatDate(applyByDate)}
        </p>
      </div>
      {mayApply && (
        <div className="button-row">
          <CommandButton<NoticeOfChangePartsFragment>
            text={corrected ? 'Apply' : 'Close'}
            label={`${corrected ? 'Apply' : 'Close'} the notice about ${employeeName}`}
            intention={noticeId}
            execute={async (idempotencyKey) => {
              const input = { idempotencyKey, noticeId };
              const { applyNoticeOfChange } = await execute(ApplyNoticeOfChangeDocument, { input });
              return { value: applyNoticeOfChange?.notice, userErrors: applyNoticeOfChange?.userErrors ?? [] };
            }}
            onDone={onChanged}
          />
        </div>
      )}
    </li>
  );
}

const accountInWords = ({ accountType, routingNumber, maskedAccountNumber }: NoticeOfChangePartsFragment['previous']) =>
  `${maskedAccountNumber} at ${routingNumber} (${accountType === 'CHECKING' ? 'checking' : 'savings'})`;
