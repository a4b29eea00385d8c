import { useState } from 'react';
import { VoidPayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatMoney } from '../format/formatMoney.ts';
import type { Money } from '../format/minorUnits.ts';
import type { Run } from './Run.ts';
import { TypedConfirmation } from './TypedConfirmation.tsx';

export interface VoidDialogProps {
  run: Run;
  /** Of the run, or of the employees whose pay is reversed. */
  netPay: Money;
  /** The only employees whose pay is reversed; empty: everybody's. */
  employeeIds: readonly string[];
  onClose: () => void;
  onDone: (run: Run) => void;
}

/** Takes a paid run back, whole or for some employees, for a reason that stays in its history. */
export function VoidDialog({ run, netPay, employeeIds, onClose, onDone }: VoidDialogProps) {
  const [reason, setReason] = useState('');
  const isWhole = employeeIds.length === 0;
  const command = useCommand<Run>(
    reason.trim(),
    async (idempotencyKey) => {
      const whom = isWhole ? {} : { employeeIds: [...employeeIds] };
      const input = { idempotencyKey, runId: run.runId, reason: reason.trim(), ...whom };
      const { voidPayrollRun } = await execute(VoidPayrollRunDocument, { input });
      return { value: voidPayrollRun?.run, userErrors: voidPayrollRun?.userErrors ?? [] };
    },
    onDone,
  );
  const count = isWhole ? (run.calculatedCount ?? 0) : employeeIds.length;
  return (
    <ModalDialog title={isWhole ? 'Void this run' : 'Void the pay of these employees'} isOpen onClose={onClose}>
      <p className="dialog-amount">
        <span className="muted">
          Net pay of {formatCount(count)} {count === 1 ? 'employee' : 'employees'}
        </span>
        <strong>{formatMoney(netPay)}</strong>
      </p>
      <p>
        A reversal run negates exactly these amounts: year to date and ledger are corrected, and the bank is asked for
        the money where it still can be. The payslips stay on record.
      </p>
      <Notice tone="attention">
        <p>Banks reverse wages only for a duplicate, or for a wrong receiver, amount or date.</p>
      </Notice>
      <TypedConfirmation
        label="Type the net total to void it"
        expected={netPay.amount}
        action={isWhole ? 'Void the run' : 'Void the pay'}
        isDangerous
        command={command}
        isReady={reason.trim() !== ''}
        onClose={onClose}
      >
        <TextEntry
          label="Reason for the void"
          description="Everybody in the payroll office can read it."
          isMultiline
          isRequired
          autoFocus
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </TypedConfirmation>
    </ModalDialog>
  );
}
