import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { CompleteRunHookDocument } from '../../generated/operations/graphql.ts';
import type { HookOutcome } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import type { HookCall } from './Hook.ts';

export interface AnswerHookDialogProps {
  call: HookCall;
  onClose: () => void;
  onDone: () => void;
}

/** Answers in the place of the system that the run waits for. */
export function AnswerHookDialog({ call, onClose, onDone }: AnswerHookDialogProps) {
  const { runId, hookId } = call;
  const [outcome, setOutcome] = useState<HookOutcome>('CONTINUE');
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  const command = useCommand<HookCall>(
    `${outcome} ${reason}`,
    async (idempotencyKey) => {
      const input = { idempotencyKey, runId, hookId, outcome, ...(reason === '' ? {} : { reason }) };
      const { completeRunHook } = await execute(CompleteRunHookDocument, { input });
      return { value: completeRunHook?.hookCall, userErrors: completeRunHook?.userErrors ?? [] };
    },
    onDone,
  );
  const isStop = outcome === 'STOP';
  return (
    <ModalDialog title={`Answer for ${hookId}`} isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          command.send();
        }}
      >
        <SelectEntry
          label="Answer"
          value={outcome}
          options={[
            { value: 'CONTINUE', text: 'The run continues' },
            { value: 'STOP', text: 'The run stops here' },
          ]}
          onChange={(value) => setOutcome(value === 'STOP' ? 'STOP' : 'CONTINUE')}
        />
        <TextEntry
          label={isStop ? 'Why does it stop?' : 'Why? (need not be said)'}
          description="It stays in the run’s history."
          isMultiline
          isRequired={isStop}
          maxLength={500}
          value={typed}
          onChange={setTyped}
        />
        <CommandOutcome command={command} />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton
            type="submit"
            className={`button ${isStop ? 'button-danger' : 'button-primary'}`}
            isDisabled={isStop && reason === ''}
            isBusy={command.isBusy}
          >
            {isStop ? 'Stop the run' : 'Continue the run'}
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
