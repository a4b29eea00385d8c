import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import type { Command } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { isSameAmount } from './isSameAmount.ts';

export interface TypedConfirmationProps {
  label: string;
  description?: string;
  /** What has to be typed: an amount as the API writes it, or a word. */
  expected: string;
  action: string;
  isDangerous?: boolean;
  command: Command;
  /** Whether what else the dialog asks for is there. */
  isReady?: boolean;
  /** Further fields, above the confirmation. */
  children?: ReactNode;
  onClose: () => void;
}

/** The end of a dialog whose consequence cannot be undone: the person types what it does first. */
export function TypedConfirmation(props: TypedConfirmationProps) {
  const { label, description, expected, action, isDangerous = false, command, isReady = true, children } = props;
  const [typed, setTyped] = useState('');
  const isConfirmed = isReady && isSameAmount(typed, expected);
  return (
    <Form
      className="form dialog-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed) command.send();
      }}
    >
      <CommandOutcome command={command} />
      {children}
      <TextEntry
        label={label}
        {...(description === undefined ? {} : { description })}
        autoComplete="off"
        autoFocus={!children}
        value={typed}
        onChange={setTyped}
      />
      <div className="button-row button-row-end">
        <Button className="button" onPress={props.onClose}>
          Back
        </Button>
        <BusyButton
          type="submit"
          className={`button ${isDangerous ? 'button-danger' : 'button-primary'}`}
          isDisabled={!isConfirmed}
          isBusy={command.isBusy}
        >
          {action}
        </BusyButton>
      </div>
    </Form>
  );
}
