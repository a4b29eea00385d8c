import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PayrollRunStatus, PayrollRunType } from '../../generated/schema.ts';
import { formatCount } from '../format/formatCount.ts';
import { minorUnitsOf, moneyOf } from '../format/minorUnits.ts';
import { mayApproveAndReject, mayStartAndCancel, type Session } from '../session/Session.ts';
import { ExcludeButton } from './ExcludeButton.tsx';
import { RetryButton } from './RetryButton.tsx';
import type { Run } from './Run.ts';
import { isPosted, isWaiting } from './runActions.ts';
import type { RunItem } from './RunItem.ts';
import { VoidDialog } from './VoidDialog.tsx';

/** What chosen employees are chosen for. */
export type SelectionUse = 'repair' | 'void';

/** What this person can do with single employees of such a run; undefined: nothing, so that none can be chosen. */
export function selectionUse(
  status: PayrollRunStatus,
  type: PayrollRunType,
  session: Session,
): SelectionUse | undefined {
  if (isWaiting(status) && mayStartAndCancel(session)) return 'repair';
  return isPosted(status) && type !== 'REVERSAL' && mayApproveAndReject(session) ? 'void' : undefined;
}

export interface SelectionBarProps {
  run: Run;
  use: SelectionUse;
  selected: ReadonlyMap<string, RunItem>;
  /** Whether no more can be chosen. */
  isFull: boolean;
  onClear: () => void;
  onDone: (run: Run) => void;
}

/** What can be done with the employees who are chosen. */
export function SelectionBar({ run, use, selected, isFull, onClear, onDone }: SelectionBarProps) {
  const [isVoiding, setIsVoiding] = useState(false);
  const employeeIds = [...selected.keys()];
  const currency = run.controlTotals?.netPay.currency ?? 'USD';
  const netPay = [...selected.values()].reduce((sum, item) => sum + (item.netPay ? minorUnitsOf(item.netPay) : 0n), 0n);
  return (
    <div className="button-row selection-bar" role="group" aria-label="Chosen employees">
      <span role="status">
        {formatCount(employeeIds.length)} chosen{isFull && ', which is as many as one command may name'}
      </span>
      {use === 'repair' && (
        <>
          <RetryButton runId={run.runId} employeeIds={employeeIds} text="Calculate them again" onDone={onDone} />
          <ExcludeButton runId={run.runId} employeeIds={employeeIds} text="Leave them out…" onDone={onDone} />
        </>
      )}
      {use === 'void' && (
        <Button className="button" onPress={() => setIsVoiding(true)}>
          Void their pay…
        </Button>
      )}
      <Button className="button" onPress={onClear}>
        Choose nobody
      </Button>
      {isVoiding && (
        <VoidDialog
          run={run}
          netPay={moneyOf(netPay, currency)}
          employeeIds={employeeIds}
          onClose={() => setIsVoiding(false)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
