import { Button } from 'react-aria-components/Button';
import { type CommandAnswer, useCommand } from '../api/useCommand.ts';
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
      <Button
        className={`button ${isPrimary ? 'button-primary' : ''}`}
        aria-label={label}
        isPending={command.isBusy}
        onPress={command.send}
      >
        {text}
      </Button>
      <CommandOutcome command={command} />
    </>
  );
}
