import { Button } from 'react-aria-components/Button';
import type { Column } from '../components/VirtualTable.tsx';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import type { Payment } from './Payment.ts';
import { paymentMethodInWords, paymentStateInWords } from './paymentInWords.ts';

/** What a row says of a payment. @param onMark where a payment can be marked as returned */
export function paymentColumns(onMark: ((payment: Payment) => void) | undefined): readonly Column<Payment>[] {
  return [
    { name: 'Employee', cellOf: ({ employeeName }) => <bdi>{employeeName}</bdi> },
    { name: 'Method', cellOf: ({ method }) => paymentMethodInWords(method) },
    { name: 'Account', cellOf: ({ maskedAccountNumber }) => maskedAccountNumber },
    { name: 'Amount', isNumber: true, cellOf: ({ amount }) => formatMoney(amount) },
    { name: 'Status', cellOf: statusOf },
    {
      name: 'Action',
      isNameHidden: true,
      cellOf: (payment) =>
        onMark &&
        payment.status === 'SUBMITTED' &&
        payment.state !== 'PAID_BY_HAND' &&
        payment.method === 'DIRECT_DEPOSIT' && (
          <Button
            className="button"
            aria-label={`${payment.employeeName}, payment ${payment.split}: mark as returned`}
            onPress={() => onMark(payment)}
          >
            Mark as returned…
          </Button>
        ),
    },
  ];
}

function statusOf({ state, method, attempt, returnCode, settlesOn }: Payment) {
  const words = paymentStateInWords(state, method);
  if (state === 'RETURNED')
    return (
      <span className="bad">
        {words} {returnCode}
      </span>
    );
  const settles = state === 'DELIVERED' && settlesOn ? `, settles ${formatDate(settlesOn)}` : '';
  return `${words}${settles}${attempt > 1 ? `, try ${attempt}` : ''}`;
}
