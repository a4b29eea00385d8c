import { useCallback } from 'react';
import { PaymentFilesDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import type { PaymentFile } from './Payment.ts';
import './payments.css';
import { fileKindInWords, fileStatusInWords } from './paymentInWords.ts';

/** The files that were written for the bank, and how far each of them is. */
export function PaymentFilePanel({ runId, revision }: { runId: string; revision: string }) {
  const read = useCallback(async () => (await execute(PaymentFilesDocument, { runId })).paymentFiles ?? [], [runId]);
  const { value, fault, retry } = useAnswer(read, revision);
  return (
    <Panel title="Files for the bank">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {!value && !fault && <Waiting what="the files" />}
      {value?.length === 0 && <p className="muted">None was written yet.</p>}
      {value && value.length > 0 && (
        <ul className="payment-files">
          {value.map((file) => (
            <PaymentFileItem key={file.paymentFileId} file={file} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PaymentFileItem({ file }: { file: PaymentFile }) {
  const { kind, status, entryCount, totalCredit, totalDebit, effectiveEntryDate, fundingAccountId, hash } = file;
  return (
    <li>
      <p>
        <strong>{fileKindInWords(kind)}</strong>{' '}
        <span className={`badge ${status === 'SUBMITTED' ? 'badge-good' : 'badge-working'}`}>
          {fileStatusInWords(status)}
        </span>
      </p>
      <p>
        {formatCount(entryCount)} {entryCount === 1 ? 'entry' : 'entries'},{' '}
        {formatMoney(kind === 'REVERSAL' ? totalDebit : totalCredit)}
      </p>
      <p className="muted">
        From <bdi>{fundingAccountId}</bdi>, to settle on {formatDate(effectiveEntryDate)},{' '}
        <code title={hash}>{hash.slice(0, 12)}</code>
      </p>
    </li>
  );
}
