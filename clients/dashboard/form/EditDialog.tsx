import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { type CommandAnswer, useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { changesOf } from './changesOf.ts';
import { ChangeTable } from './ChangeTable.tsx';
import type { Draft, Field } from './Field.ts';
import { FormFields } from './FormFields.tsx';

export interface EditDialogProps<Value> {
  title: string;
  fields: readonly Field[];
  /** Asked for with the changes and no change by itself, such as the day from which they hold. */
  about?: readonly Field[];
  /** What is recorded now. */
  recorded: Draft;
  /** The changes take effect by this. */
  note?: string;
  execute: (draft: Draft, idempotencyKey: string) => Promise<CommandAnswer<Value>>;
  onClose: () => void;
  onDone: (value: Value) => void;
}

/** A form that shows what it would change, from what to what, before it is saved. */
export function EditDialog<Value>(props: EditDialogProps<Value>) {
  const { title, fields, about = [], recorded, note, execute, onClose, onDone } = props;
  const [draft, setDraft] = useState(recorded);
  const [isReviewed, setIsReviewed] = useState(false);
  const changes = changesOf(fields, recorded, draft);
  const command = useCommand(JSON.stringify(draft), (idempotencyKey) => execute(draft, idempotencyKey), onDone);
  return (
    <ModalDialog title={isReviewed ? `${title}: check the changes` : title} isOpen isWide onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReviewed) command.send();
          else if (changes.length > 0) setIsReviewed(true);
        }}
      >
        {isReviewed ? (
          <ChangeTable changes={[...changes, ...changesOf(about, {}, draft)]} />
        ) : (
          <FormFields fields={[...fields, ...about]} draft={draft} onChange={setDraft} />
        )}
        <div className="dialog-end form">
          <CommandOutcome command={command} />
          <p className="muted" role="status">
            {changes.length === 0 ? 'Nothing is changed yet.' : (note ?? '')}
          </p>
          <div className="button-row button-row-end">
            <Button className="button" onPress={() => (isReviewed ? setIsReviewed(false) : onClose())}>
              Back
            </Button>
            <BusyButton
              type="submit"
              className="button button-primary"
              isDisabled={changes.length === 0}
              isBusy={command.isBusy}
            >
              {isReviewed ? 'Save' : 'Review changes'}
            </BusyButton>
          </div>
        </div>
      </Form>
    </ModalDialog>
  );
}
