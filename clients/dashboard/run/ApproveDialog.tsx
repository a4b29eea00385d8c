import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { ApprovePayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { isSameAmount } from './isSameAmount.ts';
import type { Run } from './Run.ts';

export interface ApproveDialogProps {
  run: Run;
  netPay: NonNullable<Run['controlTotals']>['netPay'];
  calculationHash: string;
  onClose: () => void;
  onDecided: (run: Run) => void;
}

/** Approves exactly the calculation that it shows; whoever approves writes the net total down once more. */
export function ApproveDialog({ run, netPay, calculationHash, onClose, onDecided }: ApproveDialogProps) {
  // What was on the screen when the dialog opened is what is approved, whatever comes in behind it.
  const [seen] = useState({ netPay, calculationHash });
  const [typed, setTyped] = useState('');
  const command = useCommand<Run>(
    seen.calculationHash,
    async (idempotencyKey) => {
      const input = { idempotencyKey, runId: run.runId, calculationHash: seen.calculationHash };
      const { approvePayrollRun } = await execute(ApprovePayrollRunDocument, { input });
      return { value: approvePayrollRun?.run, userErrors: approvePayrollRun?.userErrors ?? [] };
    },
    onDecided,
  );
  const failedCount = run.failedCount ?? 0;
  return (
    <ModalDialog title="Approve this run" isOpen onClose={onClose}>
      <p className="dialog-amount">
        <span className="muted">Net pay of {formatCount(run.calculatedCount ?? 0)} employees</span>
        <strong>{formatMoney(seen.netPay)}</strong>
      </p>
      {failedCount > 0 && (
        <Notice tone="attention">
          {formatCount(failedCount)} {failedCount === 1 ? 'employee' : 'employees'} failed and will get nothing from
          this run.
        </Notice>
      )}
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSameAmount(typed, seen.netPay.amount)) command.send();
        }}
      >
        <TextEntry
          label="Type the net total to approve it"
          description={`Calculation ${seen.calculationHash.slice(0, 16)}`}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={setTyped}
        />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <Button
            type="submit"
            className="button button-primary"
            isDisabled={!isSameAmount(typed, seen.netPay.amount)}
            isPending={command.isBusy}
          >
            Approve
          </Button>
        </div>
      </Form>
    </ModalDialog>
  );
}
