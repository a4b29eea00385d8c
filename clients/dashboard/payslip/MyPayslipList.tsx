import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { MyPayslipsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import '../components/CardTable.css';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import '../components/StatusBadge.css';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import { hrefOf } from '../navigation/Route.ts';

const PAGE = 12;

const readPage = async (after: string | null) =>
  (await execute(MyPayslipsDocument, { first: PAGE, after })).myPayslips ?? {
    nodes: [],
    pageInfo: { hasNextPage: false },
  };

/** All payslips of the signed-in employee, the latest pay period first. */
export function MyPayslipList() {
  const [list] = useState(() => new PagedList(PAGE, readPage));
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, '');
  return (
    <Panel title="All payslips">
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length > 0 ? (
        <div className="card-table-frame" tabIndex={0} role="region" aria-label="Your payslips, scrollable">
          <table className="card-table">
            <thead>
              <tr>
                <th scope="col">Pay date</th>
                <th scope="col">Pay period</th>
                <th scope="col">Kind</th>
                <th scope="col">Gross pay</th>
                <th scope="col">Net pay</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map(({ runId, runType, period, grossPay, netPay, reversed }) => (
                <tr key={runId}>
                  <th scope="row">
                    <a href={hrefOf({ screen: 'myPayslips', runId })}>{formatDate(period.payDate)}</a>
                  </th>
                  <td data-name="Pay period">{formatPeriod(period)}</td>
                  <td data-name="Kind">
                    {runTypeInWords(runType)}
                    {reversed && <span className="badge badge-neutral">Reversed</span>}
                  </td>
                  <td data-name="Gross pay">{formatMoney(grossPay)}</td>
                  <td data-name="Net pay">{formatMoney(netPay)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : isReading ? (
        <Waiting what="your payslips" />
      ) : (
        !fault && <p className="muted">You have none yet: a payslip is here once its run is approved.</p>
      )}
      {hasNextPage && nodes.length > 0 && (
        <div className="button-row">
          <Button className="button" isDisabled={isReading} onPress={() => list.need(nodes.length + PAGE)}>
            Show earlier ones
          </Button>
        </div>
      )}
    </Panel>
  );
}
