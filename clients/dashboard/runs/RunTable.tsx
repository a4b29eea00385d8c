import type { Run } from '../run/Run.ts';
import { RunRow } from './RunRow.tsx';
import './RunTable.css';

export function RunTable({ runs }: { runs: readonly Run[] }) {
  return (
    <div className="run-table-frame" tabIndex={0} role="region" aria-label="Payroll runs, scrollable">
      <table className="run-table">
        <thead>
          <tr>
            <th scope="col">Pay period</th>
            <th scope="col">Pay group</th>
            <th scope="col">Type</th>
            <th scope="col">Status</th>
            <th scope="col">Pay date</th>
            <th scope="col" className="number">
              Employees
            </th>
            <th scope="col" className="number">
              Failed
            </th>
            <th scope="col" className="number">
              Net pay
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.runId} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
