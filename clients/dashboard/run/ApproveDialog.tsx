import { useContext } from 'react';
import { ApprovePayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { useSession } from '../session/SessionContext.ts';
import { Actor } from './Actor.tsx';
import { ApprovalList } from './ApprovalList.tsx';
import { ChangeSinceLastRun } from './ChangeSinceLastRun.tsx';
import { PreparerList } from './PreparerList.tsx';
import { RequirementList } from './RequirementList.tsx';
import type { Run } from './Run.ts';
import { TypedConfirmation } from './TypedConfirmation.tsx';
import type { Requirement } from './useRequirements.ts';

export interface ApproveDialogProps {
  /** As it was on the screen when the dialog opened: that is approved, whatever comes in behind it. */
  run: Run;
  totals: NonNullable<Run['controlTotals']>;
  calculationHash: string;
  /** Whether the run is not what the dialog shows any more. */
  isOutdated: boolean;
  requirements: readonly Requirement[];
  onClose: () => void;
  onDone: (run: Run) => void;
}

/** Approves exactly the calculation that it shows; the approver types the net total once more. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { run, totals, calculationHash, isOutdated, requirements, onClose, onDone } = props;
  const { userId } = useSession();
  const selfApprovalAllowed = useContext(CompanyContext).value?.selfApprovalAllowed;
  const isPreparer = run.startedBy === userId || run.preparedBy?.some(({ actor }) => actor === userId);
  const command = useCommand<Run>(
    calculationHash,
    async (idempotencyKey) => {
      const input = { idempotencyKey, runId: run.runId, calculationHash };
      const { approvePayrollRun } = await execute(ApprovePayrollRunDocument, { input });
      return { value: approvePayrollRun?.run, userErrors: approvePayrollRun?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title="Approve this run" isOpen isWide onClose={onClose}>
      {isOutdated && (
        <Notice tone="bad" isAlert>
          <p>This run was changed while the dialog was open. Go back and look at it as it is now.</p>
        </Notice>
      )}
      <p className="dialog-amount">
        <span className="muted">Net pay of {formatCount(run.calculatedCount ?? 0)} employees</span>
        <strong>{formatMoney(totals.netPay)}</strong>
      </p>
      <p>
        Started by <Actor id={run.startedBy} /> on <time dateTime={run.startedAt}>{formatInstant(run.startedAt)}</time>.
      </p>
      <PreparerList preparers={run.preparedBy ?? []} />
      {isPreparer && selfApprovalAllowed === false && (
        <Notice tone="attention">
          <p>You prepared it: by the company’s policy somebody else must approve it.</p>
        </Notice>
      )}
      <ChangeSinceLastRun runId={run.runId} calculationHash={calculationHash} totals={totals} />
      <ApprovalList run={run} />
      <RequirementList requirements={requirements} isBrief />
      <TypedConfirmation
        label="Type the net total to approve it"
        description={`Calculation ${calculationHash.slice(0, 16)}`}
        expected={totals.netPay.amount}
        action="Approve"
        command={command}
        onClose={onClose}
      />
    </ModalDialog>
  );
}
