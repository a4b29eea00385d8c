import { Button } from 'react-aria-components/Button';
import { RevokeApiKeyDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import type { ApiKey } from './ApiKey.ts';

export interface RevokeKeyDialogProps {
  apiKey: ApiKey;
  onClose: () => void;
  onDone: () => void;
}

export function RevokeKeyDialog({ apiKey, onClose, onDone }: RevokeKeyDialogProps) {
  const { apiKeyId, name } = apiKey;
  const command = useCommand<string>(
    apiKeyId,
    async (idempotencyKey) => {
      const { revokeApiKey } = await execute(RevokeApiKeyDocument, { input: { idempotencyKey, apiKeyId } });
      return { value: revokeApiKey?.apiKeyId, userErrors: revokeApiKey?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title="Revoke this key" isOpen onClose={onClose}>
      <p>
        Requests with <bdi>{name}</bdi> are refused from then on. This cannot be undone: create another key instead.
      </p>
      <CommandOutcome command={command} />
      <div className="button-row button-row-end">
        <Button className="button" autoFocus onPress={onClose}>
          Back
        </Button>
        <BusyButton className="button button-danger" isBusy={command.isBusy} onPress={command.send}>
          Revoke the key
        </BusyButton>
      </div>
    </ModalDialog>
  );
}
