import { useCallback } from 'react';
import {
  AcknowledgePaymentFileDocument,
  DownloadPaymentFileDocument,
  type DownloadPaymentFileMutation,
  PaymentFilesDocument,
} from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatDate } from '../format/formatDate.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { mayApproveAndReject } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import type { PaymentFile } from './Payment.ts';
import './payments.css';
import { fileKindInWords, fileStateInWords } from './paymentInWords.ts';

export interface PaymentFilePanelProps {
  runId: string;
  revision: string;
  onChanged: () => void;
}

/** The files that were written for the bank, and how far each of them is. */
export function PaymentFilePanel({ runId, revision, onChanged }: PaymentFilePanelProps) {
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
            <PaymentFileItem key={file.paymentFileId} file={file} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PaymentFileItem({ file, onChanged }: { file: PaymentFile; onChanged: () => void }) {
  const { kind, state, entryCount, totalCredit, totalDebit, effectiveEntryDate, fundingAccountId, hash } = file;
  const { downloads, deliveredAt, returnableUntil } = file;
  const mayRelease = mayApproveAndReject(useSession()) && state !== 'PLANNED';
  const fetched = downloads.at(-1);
  return (
    <li>
      <p>
        <strong>{fileKindInWords(kind)}</strong>{' '}
        <span className={`badge ${deliveredAt ? 'badge-good' : 'badge-attention'}`}>{fileStateInWords(state)}</span>
      </p>
      <p>
        {formatCount(entryCount)} {entryCount === 1 ? 'entry' : 'entries'},{' '}
        {formatMoney(kind === 'REVERSAL' ? totalDebit : totalCredit)}
      </p>
      <p className="muted">
        From <bdi>{fundingAccountId}</bdi>, to settle on {formatDate(effectiveEntryDate)}
        {returnableUntil && `, may be returned until ${formatDate(returnableUntil)}`}
      </p>
      <p className="muted">
        SHA-256 <code className="hash">{hash}</code>
      </p>
      {fetched && <p className="muted">Fetched on {formatInstant(fetched.at)}</p>}
      {deliveredAt && <p className="muted">Acknowledged on {formatInstant(deliveredAt)}</p>}
      {mayRelease && (
        <div className="button-row">
          <CommandButton<Download>
            text="Fetch the file"
            label={`Fetch the file of ${fileKindInWords(kind).toLowerCase()} for the bank`}
            intention={`${file.paymentFileId} ${downloads.length}`}
            execute={async (idempotencyKey) => {
              const input = { idempotencyKey, runId: file.runId, paymentFileId: file.paymentFileId };
              const { downloadPaymentFile } = await execute(DownloadPaymentFileDocument, { input });
              return { value: downloadPaymentFile, userErrors: downloadPaymentFile?.userErrors ?? [] };
            }}
            onDone={({ url }) => {
              if (url) location.assign(url);
              onChanged();
            }}
          />
          {!deliveredAt && (
            <CommandButton<PaymentFile>
              text="The bank has it"
              label={`The bank has the file of ${fileKindInWords(kind).toLowerCase()}`}
              intention={`${file.paymentFileId} delivered`}
              execute={async (idempotencyKey) => {
                const input = { idempotencyKey, runId: file.runId, paymentFileId: file.paymentFileId, hash };
                const { acknowledgePaymentFile } = await execute(AcknowledgePaymentFileDocument, { input });
                const userErrors = acknowledgePaymentFile?.userErrors ?? [];
                return { value: acknowledgePaymentFile?.paymentFile, userErrors };
              }}
              onDone={onChanged}
            />
          )}
        </div>
      )}
    </li>
  );
}

type Download = NonNullable<DownloadPaymentFileMutation['downloadPaymentFile']>;
