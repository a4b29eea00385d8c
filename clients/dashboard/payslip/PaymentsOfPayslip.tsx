import { useCallback } from 'react';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Payment } from '../payments/Payment.ts';
import { paymentMethodInWords, paymentStateInWords } from '../payments/paymentInWords.ts';
import type { Run } from '../run/Run.ts';
import { MOST_SEARCHED, readPaymentsOf } from './readPaymentsOf.ts';

/** How the net pay of one payslip reaches the employee: method, the end of the account's number, and what became of it. */
export function PaymentsOfPayslip({ run, employeeId }: { run: Run; employeeId: string }) {
  const { runId } = run;
  const isSearched = (run.employeeCount ?? 0) <= MOST_SEARCHED;
  const read = useCallback(
    (): Promise<Payment[] | null> => (isSearched ? readPaymentsOf(runId, employeeId) : Promise.resolve(null)),
    [isSearched, runId, employeeId],
  );
  const { value: payments, fault, retry } = useAnswer(read);
  const toRun = <a href={hrefOf({ screen: 'run', runId, section: 'payments' })}>All payments of the run</a>;
  return (
    <Panel title="Payments">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {payments === undefined && !fault && <Waiting what="the payments" />}
      {payments === null && <p className="muted">In a run of this size they are listed with those of the others.</p>}
      {payments?.length === 0 && <p className="muted">Nothing is paid out.</p>}
      {payments && payments.length > 0 && (
        <ul className="slip-payments">
          {payments.map(({ paymentId, method, maskedAccountNumber, amount, state, returnReason, resolution }) => (
            <li key={paymentId}>
              <strong>{formatMoney(amount)}</strong>
              <span>
                {paymentMethodInWords(method)}
                {maskedAccountNumber && <code> {maskedAccountNumber}</code>}
              </span>
              <span className={state === 'RETURNED' ? 'bad' : 'muted'}>{paymentStateInWords(state, method)}</span>
              {returnReason && (
                <p>
                  {returnReason} {resolution}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>{toRun}</p>
    </Panel>
  );
}
