import { type CommandAnswer, useCommand } from '../api/useCommand.ts';
import { BusyButton } from './BusyButton.tsx';
import { CommandOutcome } from './CommandOutcome.tsx';

export interface CommandButtonProps<Value> {
  text: string;
  /** Among several buttons of the same text a reader of the screen must hear which one. */
  label?: string;
  isPrimary?: boolean;
  /** What the command is about: another intention is another command. */
  intention: string;
  execute: (idempotencyKey: string) => Promise<CommandAnswer<Value>>;
  onDone: (value: Value) => void;
}

/** A command that needs no more than a press; why it did not go through stands below it. */
export function CommandButton<Value>(props: CommandButtonProps<Value>) {
  const { text, label = text, isPrimary = false, intention, execute, onDone } = props;
  const command = useCommand(intention, execute, onDone);
  return (
    <>
      <BusyButton
        className={`button ${isPrimary ? 'button-primary' : ''}`}
        aria-label={label}
        isBusy={command.isBusy}
        onPress={command.send}
      >
        {text}
      </BusyButton>
      <CommandOutcome command={command} />
    </>
  );
}
