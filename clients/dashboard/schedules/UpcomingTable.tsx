import { useCallback } from 'react';
import { NextPayrollsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import '../components/CardTable.css';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { UserErrorList } from '../components/UserErrorList.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import { formatDeadline } from './formatDeadline.ts';
import type { UpcomingPayroll } from './PaySchedule.ts';

const COUNT = 6;

export interface UpcomingTableProps {
  payGroupId: string;
  name: string;
  revision: string;
}

/** The next payrolls of a group, with the moments by which something must be done. */
export function UpcomingTable({ payGroupId, name, revision }: UpcomingTableProps) {
  const read = useCallback(
    async () => (await execute(NextPayrollsDocument, { payGroupId, count: COUNT })).upcomingPayrolls ?? null,
    [payGroupId],
  );
  const { value, fault, retry } = useAnswer(read, revision);
  if (fault) return <FaultNotice fault={fault} onRetry={retry} />;
  if (value === undefined) return <Waiting what="the next payrolls" />;
  if (value === null || value.payrolls.length === 0)
    return (
      <>
        <UserErrorList userErrors={value?.userErrors ?? []} />
        <p className="muted">No payroll is planned within the calendar that the service knows.</p>
      </>
    );
  return (
    <div className="card-table-frame" tabIndex={0} role="region" aria-label={`Next payrolls of ${name}, scrollable`}>
      <table className="card-table upcoming">
        <thead>
          <tr>
            <th scope="col">Pay date</th>
            <th scope="col">Pay period</th>
            <th scope="col">All entered by</th>
            <th scope="col">Approved by</th>
            <th scope="col">Run</th>
          </tr>
        </thead>
        <tbody>
          {value.payrolls.map((payroll) => (
            <UpcomingRow key={payroll.period.startDate} payroll={payroll} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UpcomingRow({ payroll }: { payroll: UpcomingPayroll }) {
  const { period, indexInYear, payDatesInYear, payDateMovedFrom, cutOffAt, approvalDueAt, runId, runStatus } = payroll;
  return (
    <tr>
      <th scope="row">
        {formatDate(period.payDate)}
        <small>
          {indexInYear} of {payDatesInYear} in the year
        </small>
        {payDateMovedFrom && <small>moved from {formatDate(payDateMovedFrom)}</small>}
      </th>
      <td data-name="Pay period">{formatPeriod(period)}</td>
      <td data-name="All entered by">
        <time dateTime={cutOffAt}>{formatDeadline(cutOffAt)}</time>
      </td>
      <td data-name="Approved by">
        <time dateTime={approvalDueAt}>{formatDeadline(approvalDueAt)}</time>
      </td>
      <td data-name="Run">
        {runId && runStatus ? (
          <a href={hrefOf({ screen: 'run', runId })}>
            <StatusBadge status={runStatus} />
          </a>
        ) : (
          <span className="muted">Planned</span>
        )}
      </td>
    </tr>
  );
}
