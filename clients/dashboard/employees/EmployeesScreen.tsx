import { useCallback, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { EmployeesDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { CompanyContext, usePayGroupName } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { type Column, VirtualTable } from '../components/VirtualTable.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatDate } from '../format/formatDate.ts';
import { mayOpen } from '../navigation/mayOpen.ts';
import { hrefOf } from '../navigation/Route.ts';
import '../runs/RunsScreen.css';
import { useSession } from '../session/SessionContext.ts';
import type { ListedEmployee } from './Employee.ts';
import { chosenOf, type Order, ORDERS } from './chosenOf.ts';
import './employees.css';
import { ExportButton } from './ExportButton.tsx';
import { payInWords } from './payInWords.ts';

/** As many as a page of the API may hold. */
const PAGE = 100;

const COLUMNS: readonly Column<ListedEmployee>[] = [
  {
    name: 'Employee',
    cellOf: ({ employeeId, givenName, familyName }) => (
      <a href={hrefOf({ screen: 'employee', employeeId })}>
        <bdi>
          {givenName} {familyName}
        </bdi>
      </a>
    ),
  },
  { name: 'Number', cellOf: ({ externalId }) => <bdi>{externalId}</bdi> },
  { name: 'Pay group', cellOf: ({ payGroupId }) => <GroupName payGroupId={payGroupId} /> },
  { name: 'Works in', cellOf: ({ workState }) => workState },
  { name: 'Pay', isNumber: true, cellOf: ({ compensation }) => payInWords(compensation) },
  {
    name: 'Employed',
    cellOf: ({ status, hireDate, terminationDate }) =>
      status === 'TERMINATED' && terminationDate
        ? `Left ${formatDate(terminationDate)}`
        : `Since ${formatDate(hireDate)}`,
  },
];

function GroupName({ payGroupId }: { payGroupId: string }) {
  return <bdi>{usePayGroupName(payGroupId)}</bdi>;
}

/** Everybody on file, in the order in which they were added; read as far as somebody looks. */
export function EmployeesScreen() {
  const mayImport = mayOpen('employeeImport', useSession());
  const everAdded = useContext(CompanyContext).value?.employeeCount ?? 0;
  const list = useMemo(
    () =>
      new PagedList<ListedEmployee>(PAGE, async (after) => {
        const { employees } = await execute(EmployeesDocument, { first: PAGE, after });
        return employees ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [],
  );
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, '');
  const need = useCallback((count: number) => list.need(count), [list]);
  // Until everything is read the list is as long as it will be at most, so that its scroll bar tells the truth.
  const [typed, setTyped] = useState('');
  const [payGroupId, setPayGroupId] = useState('');
  const [status, setStatus] = useState('');
  const [order, setOrder] = useState<Order>('added');
  const search = useDeferredValue(typed.trim().toLowerCase());
  const isChosen = search !== '' || payGroupId !== '' || status !== '' || order !== 'added';
  // The service has no order but its own: what is looked for among all has to be read whole.
  useEffect(() => {
    if (isChosen && hasNextPage && !isReading && !fault) list.need(nodes.length + PAGE);
  }, [isChosen, hasNextPage, isReading, fault, list, nodes.length]);
  const shown = useMemo(
    () => (isChosen ? chosenOf(nodes, { search, payGroupId, status, order }) : nodes),
    [nodes, isChosen, search, payGroupId, status, order],
  );
  const rowCount = isChosen ? shown.length : hasNextPage ? Math.max(everAdded, nodes.length + 1) : nodes.length;
  const payGroups = useContext(CompanyContext).value?.payGroups ?? [];
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="Employees" />
        {mayImport && (
          <div className="button-row">
            <ExportButton />
            <a className="button" href={hrefOf({ screen: 'hire' })}>
              Add an employee
            </a>
            <a className="button button-primary" href={hrefOf({ screen: 'employeeImport' })}>
              Import employees
            </a>
          </div>
        )}
      </div>
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length > 0 && (
        <div className="run-filter" role="search" aria-label="Find employees">
          <TextEntry label="Find by name or number" autoComplete="off" value={typed} onChange={setTyped} />
          <SelectEntry
            label="Pay group"
            value={payGroupId}
            options={[
              { value: '', text: 'All' },
              ...payGroups.map((group) => ({ value: group.payGroupId, text: group.name })),
            ]}
            onChange={setPayGroupId}
          />
          <SelectEntry
            label="Employed"
            value={status}
            options={[
              { value: '', text: 'All' },
              { value: 'ACTIVE', text: 'Employed' },
              { value: 'TERMINATED', text: 'Left' },
            ]}
            onChange={setStatus}
          />
          <SelectEntry
            label="Order"
            value={order}
            options={ORDERS}
            onChange={(value) => setOrder(ORDERS.find((each) => each.value === value)?.value ?? 'added')}
          />
        </div>
      )}
      {nodes.length > 0 && (
        <Panel
          title="On file"
          aside={
            <span className="muted" role="status">
              {isChosen && `${formatCount(shown.length)} of `}
              {hasNextPage ? `${formatCount(nodes.length)} read so far` : formatCount(nodes.length)}
            </span>
          }
        >
          <VirtualTable
            name="Employees"
            className="employee-list"
            columns={COLUMNS}
            rows={shown}
            rowCount={rowCount}
            onNeed={need}
          />
        </Panel>
      )}
      {nodes.length === 0 && isReading && <Waiting what="the employees" />}
      {nodes.length === 0 && !isReading && !fault && (
        <p className="empty">
          There are no employees yet.{' '}
          {mayImport && <a href={hrefOf({ screen: 'employeeImport' })}>Import them from a file</a>}
        </p>
      )}
    </>
  );
}
