import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { CancelPayrollRunDocument, RejectPayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import type { Run } from './Run.ts';

const WORDS = {
  reject: {
    title: 'Reject this run',
    consequence: 'Nobody is paid from it.',
    action: 'Reject',
    field: 'Why is it rejected?',
  },
  cancel: {
    title: 'Cancel this run',
    consequence: 'It stops where it is, and nobody is paid from it.',
    action: 'Cancel the run',
    field: 'Why is it cancelled?',
  },
} as const;

export interface ReasonDialogProps {
  decision: keyof typeof WORDS;
  runId: string;
  onClose: () => void;
  onDecided: (run: Run) => void;
}

/** Rejects or cancels a run, for a reason that stays in its history. */
export function ReasonDialog({ decision, runId, onClose, onDecided }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const command = useCommand<Run>(
    reason.trim(),
    async (idempotencyKey) => {
      const input = { idempotencyKey, runId, reason: reason.trim() };
      const payload =
        decision === 'reject'
          ? (await execute(RejectPayrollRunDocument, { input })).rejectPayrollRun
          : (await execute(CancelPayrollRunDocument, { input })).cancelPayrollRun;
      return { value: payload?.run, userErrors: payload?.userErrors ?? [] };
    },
    onDecided,
  );
  const { title, consequence, action, field } = WORDS[decision];
  return (
    <ModalDialog title={title} isOpen onClose={onClose}>
      <p>{consequence}</p>
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') command.send();
        }}
      >
        <TextEntry
          label={field}
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
          <Button
            type="submit"
            className="button button-danger"
            isDisabled={reason.trim() === ''}
            isPending={command.isBusy}
          >
            {action}
          </Button>
        </div>
      </Form>
    </ModalDialog>
  );
}
