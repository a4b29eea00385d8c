import type { Command } from '../api/useCommand.ts';
import { FaultNotice } from './FaultNotice.tsx';
import { UserErrorList } from './UserErrorList.tsx';

/** Why a command did not go through; nothing while it may. */
export function CommandOutcome({ command }: { command: Command }) {
  return (
    <>
      <UserErrorList userErrors={command.userErrors} />
      {command.fault && <FaultNotice fault={command.fault} onRetry={command.send} />}
    </>
  );
}
