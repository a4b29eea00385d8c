import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ReturnedPaymentsDocument, RetryPaymentDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandButton } from '../components/CommandButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { mayApproveAndReject } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { ManualPaymentDialog } from './ManualPaymentDialog.tsx';
import type { Payment } from './Payment.ts';
import { paymentMethodInWords } from './paymentInWords.ts';

const PAGE = 50;

export interface ReturnedPanelProps {
  runId: string;
  returnedCount: number;
  revision: string;
  onChanged: () => void;
}

/** Returned payments, the reason and the fix; approvers may pay one again. */
export function ReturnedPanel({ runId, returnedCount, revision, onChanged }: ReturnedPanelProps) {
  const mayRetry = mayApproveAndReject(useSession());
  const [byHand, setByHand] = useState<Payment>();
  const list = useMemo(
    () =>
      new PagedList<Payment>(PAGE, async (after) => {
        const { returnedPayments } = await execute(ReturnedPaymentsDocument, { runId, first: PAGE, after });
        return returnedPayments ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [runId],
  );
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, revision);
  if (returnedCount === 0 && nodes.length === 0 && !fault) return null;
  return (
    <Panel title="Returned" aside={<span className="muted">{formatCount(returnedCount)} not paid again yet</span>}>
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      <ul className="returned">
        {nodes.map((payment) => (
          <li key={payment.paymentId}>
            <div>
              <p>
                <bdi>
                  <strong>{payment.employeeName}</strong>
                </bdi>{' '}
                {formatMoney(payment.amount)} by {paymentMethodInWords(payment.method).toLowerCase()}{' '}
                {payment.maskedAccountNumber}
              </p>
              <p>
                <code className="bad">{payment.returnCode}</code> <bdi>{payment.returnReason}</bdi>
              </p>
              <p>
                <strong>Fix:</strong> <bdi>{payment.resolution}</bdi>
              </p>
            </div>
            {mayRetry && (
              <div className="button-row">
                <CommandButton<Payment>
                  text="Pay again"
                  label={`Pay ${payment.employeeName} again`}
                  intention={`${payment.paymentId} ${payment.attempt}`}
                  execute={async (idempotencyKey) => {
                    const input = { idempotencyKey, paymentId: payment.paymentId };
                    const { retryPayment } = await execute(RetryPaymentDocument, { input });
                    return { value: retryPayment?.payment, userErrors: retryPayment?.userErrors ?? [] };
                  }}
                  onDone={onChanged}
                />
                <Button
                  className="button"
                  aria-label={`${payment.employeeName}: paid by hand`}
                  onPress={() => setByHand(payment)}
                >
                  Paid by hand…
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && nodes.length > 0 && (
        <BusyButton className="button" isBusy={isReading} onPress={() => list.need(nodes.length + PAGE)}>
          Show more
        </BusyButton>
      )}
      {byHand && (
        <ManualPaymentDialog
          payment={byHand}
          onClose={() => setByHand(undefined)}
          onDone={() => {
            setByHand(undefined);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
