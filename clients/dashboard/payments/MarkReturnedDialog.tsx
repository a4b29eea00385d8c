import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { MarkPaymentReturnedDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import type { Payment } from './Payment.ts';

export interface MarkReturnedDialogProps {
  payment: Payment;
  onClose: () => void;
  onDone: () => void;
}

/** Records that the bank sent a payment back, with the code that it gave. */
export function MarkReturnedDialog({ payment, onClose, onDone }: MarkReturnedDialogProps) {
  const [typed, setTyped] = useState('');
  const returnCode = typed.trim().toUpperCase();
  const command = useCommand<Payment>(
    returnCode,
    async (idempotencyKey) => {
      const input = { idempotencyKey, paymentId: payment.paymentId, returnCode };
      const { markPaymentReturned } = await execute(MarkPaymentReturnedDocument, { input });
      return { value: markPaymentReturned?.payment, userErrors: markPaymentReturned?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title="Mark payment as returned" isOpen onClose={onClose}>
      <p>
        <bdi>{payment.employeeName}</bdi>, {formatMoney(payment.amount)} to {payment.maskedAccountNumber}
      </p>
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (returnCode !== '') command.send();
        }}
      >
        <TextEntry
          label="The bank’s return code"
          description="Such as R03: no account, or the holder cannot be found."
          autoComplete="off"
          autoFocus
          isRequired
          maxLength={3}
          value={typed}
          onChange={setTyped}
        />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton
            type="submit"
            className="button button-danger"
            isDisabled={returnCode === ''}
            isBusy={command.isBusy}
          >
            Mark as returned
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
