import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { CreateApiKeyDocument } from '../../generated/operations/graphql.ts';
import type { ApiKeyScope } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { NewSecret } from './NewSecret.tsx';

const CHOICES = { READ: ['READ'], READ_WRITE: ['READ', 'WRITE'] } as const satisfies Record<string, ApiKeyScope[]>;

export interface CreateKeyDialogProps {
  /** Called when the key is there; the dialog stays until its secret was seen. */
  onCreated: () => void;
  onClose: () => void;
}

/** Makes a key, and shows its secret this one time. */
export function CreateKeyDialog({ onCreated, onClose }: CreateKeyDialogProps) {
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState<keyof typeof CHOICES>('READ');
  const [created, setCreated] = useState<{ secret: string | null }>();
  const name = typed.trim();
  const command = useCommand<{ secret: string | null }>(
    `${name} ${choice}`,
    async (idempotencyKey) => {
      const input = { idempotencyKey, name, scopes: [...CHOICES[choice]] };
      const { createApiKey } = await execute(CreateApiKeyDocument, { input });
      const value = createApiKey?.apiKeyId ? { secret: createApiKey.secret ?? null } : undefined;
      return { value, userErrors: createApiKey?.userErrors ?? [] };
    },
    (key) => {
      setCreated(key);
      onCreated();
    },
  );
  if (created)
    return (
      <ModalDialog title={`The key of ${name}`} isOpen onClose={onClose}>
        {created.secret === null ? (
          <Notice tone="attention">
            <p>
              The key was made by an earlier try whose answer was lost, and its secret with it. Revoke this key and
              create another.
            </p>
          </Notice>
        ) : (
          <NewSecret secret={created.secret} />
        )}
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Done
          </Button>
        </div>
      </ModalDialog>
    );
  return (
    <ModalDialog title="Create an API key" isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') command.send();
        }}
      >
        <TextEntry
          label="Name"
          description="Of the application that will use it."
          autoComplete="off"
          isRequired
          autoFocus
          value={typed}
          onChange={setTyped}
        />
        <SelectEntry
          label="It may"
          value={choice}
          options={[
            { value: 'READ', text: 'Read' },
            { value: 'READ_WRITE', text: 'Read and write: everything but approving, voiding and keys' },
          ]}
          onChange={(value) => setChoice(value === 'READ_WRITE' ? 'READ_WRITE' : 'READ')}
        />
        <CommandOutcome command={command} />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton type="submit" className="button button-primary" isDisabled={name === ''} isBusy={command.isBusy}>
            Create the key
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
