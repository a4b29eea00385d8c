import { UpsertFundingAccountDocument } from '../../generated/operations/graphql.ts';
import type { UpsertFundingAccountInput } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { EditDialog } from '../form/EditDialog.tsx';
import { accountDraft, accountFields, accountInput, type FundingAccount } from './accountFields.ts';

export interface AccountDialogProps {
  /** Undefined for one that is not there yet. */
  account: FundingAccount | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Makes or changes an account that wages are paid from. */
export function AccountDialog({ account, onClose, onDone }: AccountDialogProps) {
  return (
    <EditDialog
      title={account ? `Change ${account.name}` : 'New funding account'}
      fields={accountFields(account === undefined)}
      recorded={accountDraft(account)}
      note="Files that are written already keep the account that they were written with."
      execute={async (draft, idempotencyKey) => {
        const input = { ...accountInput(draft, account), idempotencyKey } as UpsertFundingAccountInput;
        const { upsertFundingAccount } = await execute(UpsertFundingAccountDocument, { input });
        return { value: upsertFundingAccount?.fundingAccount, userErrors: upsertFundingAccount?.userErrors ?? [] };
      }}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
