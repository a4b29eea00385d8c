import { Button } from 'react-aria-components/Button';
import { DeleteHookDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import type { Hook } from './Hook.ts';
import { hookPointInWords } from './hookInWords.ts';

export interface DeleteHookDialogProps {
  hook: Hook;
  onClose: () => void;
  onDone: () => void;
}

export function DeleteHookDialog({ hook, onClose, onDone }: DeleteHookDialogProps) {
  const { hookId, point, isBlocking } = hook;
  const command = useCommand<string>(
    hookId,
    async (idempotencyKey) => {
      const { deleteHook } = await execute(DeleteHookDocument, { input: { idempotencyKey, hookId } });
      return { value: deleteHook?.hookId, userErrors: deleteHook?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title={`Delete ${hookId}`} isOpen onClose={onClose}>
      <p>
        {hookPointInWords(point)}, runs no longer {isBlocking ? 'wait for an answer of' : 'tell'} <bdi>{hookId}</bdi>. A
        run that waits already still has to be answered.
      </p>
      <CommandOutcome command={command} />
      <div className="button-row button-row-end">
        <Button className="button" autoFocus onPress={onClose}>
          Back
        </Button>
        <BusyButton className="button button-danger" isBusy={command.isBusy} onPress={command.send}>
          Delete the hook
        </BusyButton>
      </div>
    </ModalDialog>
  );
}
