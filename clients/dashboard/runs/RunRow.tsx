import { usePayGroupName } from '../company/CompanyContext.ts';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { StartDraftButton } from './StartDraftButton.tsx';

export function RunRow({ run }: { run: Run }) {
  const { runId, period, type, sequence, status, employeeCount, failedCount, controlTotals } = run;
  const groupName = usePayGroupName(run.payGroupId);
  const mayStart = mayStartAndCancel(useSession());
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ screen: 'run', runId })}>{formatPeriod(period)}</a>
        {sequence > 1 && <span className="muted"> run {sequence}</span>}
      </th>
      <td>
        <bdi>{groupName}</bdi>
      </td>
      <td>{runTypeInWords(type)}</td>
      <td>
        <div className="run-status">
          <StatusBadge status={status} paymentState={run.paymentState} />
          {status === 'DRAFT' && mayStart && (
            <StartDraftButton
              run={run}
              label={`Start ${groupName}, ${formatPeriod(period)}`}
              onStarted={() => {
                window.location.hash = hrefOf({ screen: 'run', runId });
              }}
            />
          )}
        </div>
      </td>
      <td data-name="Pay date">{formatDate(period.payDate)}</td>
      <td className="number" data-name="Employees">
        {typeof employeeCount === 'number' ? formatCount(employeeCount) : '–'}
      </td>
      <td className="number" data-name="Failed">
        {typeof failedCount === 'number' ? formatCount(failedCount) : '–'}
      </td>
      <td className="number">{controlTotals ? formatMoney(controlTotals.netPay) : '–'}</td>
    </tr>
  );
}
