import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import type { ReasonedCommand } from './ReasonedCommand.ts';
import type { Run } from './Run.ts';

export interface ReasonDialogProps {
  what: ReasonedCommand;
  runId: string;
  onClose: () => void;
  onDone: (run: Run) => void;
}

/** Asks for the reason of a command, and sends it. */
export function ReasonDialog({ what, runId, onClose, onDone }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const command = useCommand<Run>(
    reason.trim(),
    (idempotencyKey) => what.execute({ idempotencyKey, runId, reason: reason.trim() }),
    onDone,
  );
  return (
    <ModalDialog title={what.title} isOpen onClose={onClose}>
      <p>{what.consequence}</p>
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') command.send();
        }}
      >
        <TextEntry
          label={what.field}
          description="Everybody in the payroll office can read it."
          isMultiline
          isRequired
          autoFocus
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton
            type="submit"
            className={`button ${what.isDangerous ? 'button-danger' : 'button-primary'}`}
            isDisabled={reason.trim() === ''}
            isBusy={command.isBusy}
          >
            {what.action}
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
