import { useCallback } from 'react';
import { NextPayrollsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import type { PayGroup } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hoursQueryOf } from '../hours/HoursChoice.ts';
import { hrefOf } from '../navigation/Route.ts';
import { formatDeadline } from '../schedules/formatDeadline.ts';

/** For each group, as many as fit before the next month. */
const COUNT = 2;

export interface NextPayrollPanelProps {
  payGroups: readonly PayGroup[];
  revision: string;
}

/** The next pay dates of every group, by when everything must be in and approved. */
export function NextPayrollPanel({ payGroups, revision }: NextPayrollPanelProps) {
  const read = useCallback(async () => {
    const answers = await Promise.all(
      payGroups.map(async (group) => {
        const { upcomingPayrolls } = await execute(NextPayrollsDocument, {
          payGroupId: group.payGroupId,
          count: COUNT,
        });
        return (upcomingPayrolls?.payrolls ?? []).map((payroll) => ({ group, payroll }));
      }),
    );
    return answers.flat().sort((one, other) => one.payroll.cutOffAt.localeCompare(other.payroll.cutOffAt));
  }, [payGroups]);
  const { value, fault, retry } = useAnswer(read, revision);
  return (
    <Panel title="Next payrolls" aside={<a href={hrefOf({ screen: 'schedules' })}>Schedules</a>}>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the next payrolls" />}
      {value?.length === 0 && <p className="muted">No pay group has a payroll planned.</p>}
      <ul className="todo">
        {value?.map(({ group, payroll }) => {
          const { period, cutOffAt, approvalDueAt, runId, runStatus } = payroll;
          const query = hoursQueryOf({ payGroupId: group.payGroupId, periodStartDate: period.startDate });
          return (
            <li key={`${group.payGroupId} ${period.startDate}`}>
              <div>
                <p>
                  <strong>{formatDate(period.payDate)}</strong> <bdi>{group.name}</bdi>, {formatPeriod(period)}
                </p>
                <p className="muted">
                  Enter everything by <time dateTime={cutOffAt}>{formatDeadline(cutOffAt)}</time>, approve by{' '}
                  <time dateTime={approvalDueAt}>{formatDeadline(approvalDueAt)}</time>
                </p>
              </div>
              {runId && runStatus ? (
                <a href={hrefOf({ screen: 'run', runId })}>
                  <StatusBadge status={runStatus} />
                </a>
              ) : (
                <a href={hrefOf({ screen: 'hours', query })}>Hours</a>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
