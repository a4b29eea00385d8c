import '../components/CardTable.css';
import { Panel } from '../components/Panel.tsx';
import { usePayGroupName } from '../company/CompanyContext.ts';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { type Money, minorUnitsOf, moneyOf } from '../format/minorUnits.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { isPosted } from '../run/runActions.ts';

const MOST_RUNS = 12;
const BAR = 36;
const GAP = 16;
const HEIGHT = 160;

interface PaidRun {
  run: Run;
  /** Gross, expenses and the employer's own taxes. */
  cost: Money;
  net: Money;
}

/** What the last paid runs cost and what employees received: bars, and the same as a table. */
export function CostChart({ runs }: { runs: readonly Run[] }) {
  const paid = paidRuns(runs);
  if (paid.length === 0) return null;
  const largest = Math.max(...paid.map(({ cost }) => Number(cost.amount)), 1);
  const width = paid.length * (BAR + GAP);
  return (
    <Panel
      title="Cost and net pay"
      aside={<span className="muted">The last {paid.length === 1 ? 'paid run' : `${paid.length} paid runs`}</span>}
    >
      <svg className="cost-chart" viewBox={`0 0 ${width} ${HEIGHT + 24}`} aria-hidden="true">
        {paid.map(({ run, cost, net }, index) => {
          const x = index * (BAR + GAP) + GAP / 2;
          const [tall, inner] = [cost, net].map(({ amount }) => (Math.max(0, Number(amount)) / largest) * HEIGHT) as [
            number,
            number,
          ];
          return (
            <g key={run.runId}>
              <rect className="cost-bar" x={x} y={HEIGHT - tall} width={BAR} height={tall} rx="3" />
              <rect className="net-bar" x={x} y={HEIGHT - inner} width={BAR} height={inner} rx="3" />
              <text x={x + BAR / 2} y={HEIGHT + 17} textAnchor="middle">
                {formatDate(run.period.payDate).replace(/, \d{4}$/, '')}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="chart-legend">
        <span className="cost-key" /> Cost to the company <span className="net-key" /> Net pay
      </p>
      <details>
        <summary>As a table</summary>
        <div className="card-table-frame" tabIndex={0} role="region" aria-label="Cost and net pay, scrollable">
          <table className="card-table">
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col">Pay date</th>
                <th scope="col">Cost</th>
                <th scope="col">Net pay</th>
              </tr>
            </thead>
            <tbody>
              {paid.map(({ run, cost, net }) => (
                <tr key={run.runId}>
                  <th scope="row">
                    <a href={hrefOf({ screen: 'run', runId: run.runId })}>
                      <GroupName payGroupId={run.payGroupId} />
                    </a>
                  </th>
                  <td data-name="Pay date">{formatDate(run.period.payDate)}</td>
                  <td data-name="Cost">{formatMoney(cost)}</td>
                  <td data-name="Net pay">{formatMoney(net)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Panel>
  );
}

function GroupName({ payGroupId }: { payGroupId: string }) {
  return <bdi>{usePayGroupName(payGroupId)}</bdi>;
}

/** The earliest first. */
function paidRuns(runs: readonly Run[]): PaidRun[] {
  return runs
    .filter(({ status, type }) => isPosted(status) && type !== 'REVERSAL')
    .slice(0, MOST_RUNS)
    .toReversed()
    .flatMap((run) => {
      const { controlTotals } = run;
      if (!controlTotals) return [];
      const { grossPay, reimbursements, employerTaxes, netPay } = controlTotals;
      const cost = [grossPay, reimbursements, employerTaxes].reduce((sum, money) => sum + minorUnitsOf(money), 0n);
      return [{ run, cost: moneyOf(cost, grossPay.currency), net: netPay }];
    });
}
