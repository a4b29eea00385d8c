import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { RecordTaxDepositDocument, type TaxDepositPartsFragment } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import type { TaxLiability } from './TaxesScreen.tsx';

export interface DepositDialogProps {
  liability: TaxLiability;
  onClose: () => void;
  onDone: () => void;
}

/** Marks a liability as deposited, whole or in part. */
export function DepositDialog({ liability, onClose, onDone }: DepositDialogProps) {
  const [amount, setAmount] = useState(liability.balance.amount);
  const [depositedOn, setDate] = useState('');
  const [confirmation, setConfirmation] = useState('');
  const command = useCommand<TaxDepositPartsFragment>(
    `${liability.liabilityId} ${amount} ${depositedOn} ${confirmation}`,
    async (idempotencyKey) => {
      const { liabilityId } = liability;
      const input = { idempotencyKey, liabilityId, amount: amount.trim(), depositedOn, confirmation };
      const { recordTaxDeposit } = await execute(RecordTaxDepositDocument, { input });
      return { value: recordTaxDeposit?.deposit, userErrors: recordTaxDeposit?.userErrors ?? [] };
    },
    onDone,
  );
  const isWhole = amount.trim() !== '' && depositedOn !== '' && confirmation.trim() !== '';
  return (
    <ModalDialog title="Record a deposit" isOpen onClose={onClose}>
      <p>{liability.name}. No money moves by this: deposit it with the tax office first.</p>
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) command.send();
        }}
      >
        <TextEntry label="Amount" autoComplete="off" isRequired value={amount} onChange={setAmount} />
        <TextEntry label="Deposited on" type="date" isRequired value={depositedOn} onChange={setDate} />
        <TextEntry
          label="Confirmation"
          description="What the tax office answered, such as the EFT acknowledgment number."
          autoComplete="off"
          isRequired
          maxLength={100}
          value={confirmation}
          onChange={setConfirmation}
        />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton type="submit" className="button button-primary" isDisabled={!isWhole} isBusy={command.isBusy}>
            Record the deposit
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
