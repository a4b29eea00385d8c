import type { PayrollRunStatus } from '../../generated/schema.ts';
import { Panel } from '../components/Panel.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import { isCalculating } from './isInProgress.ts';
import type { Run } from './Run.ts';
import { CONTROL_TOTALS } from './controlTotals.ts';
import './ControlTotalsPanel.css';

export interface ControlTotalsPanelProps {
  totals: Run['controlTotals'];
  status: PayrollRunStatus;
}

/** Sums over all payslips of the run. */
export function ControlTotalsPanel({ totals, status }: ControlTotalsPanelProps) {
  return (
    <Panel title="Control totals">
      {totals ? (
        <dl className="totals">
          {CONTROL_TOTALS.map(([field, name]) => (
            <div key={field} className={field === 'netPay' ? 'total total-net' : 'total'}>
              <dt>{name}</dt>
              <dd>{formatMoney(totals[field])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="muted">{isCalculating(status) ? 'They come once everybody is calculated.' : 'There are none.'}</p>
      )}
    </Panel>
  );
}
