import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { RecordManualPaymentDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import type { Payment } from './Payment.ts';

export interface ManualPaymentDialogProps {
  payment: Payment;
  onClose: () => void;
  onDone: () => void;
}

/** Records that a returned deposit was paid by hand, or that a check was handed out. */
export function ManualPaymentDialog({ payment, onClose, onDone }: ManualPaymentDialogProps) {
  const [typedReason, setReason] = useState('');
  const [typedNumber, setNumber] = useState('');
  const reason = typedReason.trim();
  const checkNumber = typedNumber.trim();
  const command = useCommand<Payment>(
    `${payment.paymentId} ${checkNumber} ${reason}`,
    async (idempotencyKey) => {
      const number = checkNumber === '' ? {} : { checkNumber };
      const input = { idempotencyKey, paymentId: payment.paymentId, reason, ...number };
      const { recordManualPayment } = await execute(RecordManualPaymentDocument, { input });
      return { value: recordManualPayment?.payment, userErrors: recordManualPayment?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title="Record payment by hand" isOpen onClose={onClose}>
      <p>
        <bdi>{payment.employeeName}</bdi>, {formatMoney(payment.amount)}
      </p>
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason !== '') command.send();
        }}
      >
        <TextEntry
          label="How and why"
          autoComplete="off"
          autoFocus
          isRequired
          maxLength={500}
          value={typedReason}
          onChange={setReason}
        />
        <TextEntry
          label="Number of the check"
          description="If it was a check."
          autoComplete="off"
          maxLength={20}
          value={typedNumber}
          onChange={setNumber}
        />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton type="submit" className="button button-danger" isDisabled={reason === ''} isBusy={command.isBusy}>
            It was paid by hand
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
