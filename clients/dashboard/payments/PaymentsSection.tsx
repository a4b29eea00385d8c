import { useState } from 'react';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { isCalculating } from '../run/isInProgress.ts';
import type { Run } from '../run/Run.ts';
import { BankPanel } from './BankPanel.tsx';
import { CashPanel } from './CashPanel.tsx';
import { PaymentFilePanel } from './PaymentFilePanel.tsx';
import { PaymentPanel } from './PaymentPanel.tsx';
import { ReturnedPanel } from './ReturnedPanel.tsx';

export interface PaymentsSectionProps {
  run: Run;
  status: PayrollRunStatus;
}

/** How a run's net pay reaches its employees: the money it takes, the files, returned payments, and every payment. */
export function PaymentsSection({ run, status }: PaymentsSectionProps) {
  const [done, setDone] = useState(0);
  if (isCalculating(status) || status === 'DRAFT')
    return <p className="empty">The payments are known once the run is calculated.</p>;
  const revision = `${run.version} ${done}`;
  const changed = () => setDone((number) => number + 1);
  return (
    <div className="run-layout">
      <div className="run-main">
        <ReturnedPanel
          runId={run.runId}
          returnedCount={run.returnedCount ?? 0}
          revision={revision}
          onChanged={changed}
        />
        <PaymentPanel runId={run.runId} status={status} revision={revision} onChanged={changed} />
      </div>
      <div className="run-side">
        <CashPanel runId={run.runId} revision={String(run.calculation ?? 0)} />
        <BankPanel onChanged={changed} />
        <PaymentFilePanel runId={run.runId} revision={revision} onChanged={changed} />
      </div>
    </div>
  );
}
