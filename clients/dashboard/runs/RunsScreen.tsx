import { useContext, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { downloadFile } from '../components/downloadFile.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { hrefOf } from '../navigation/Route.ts';
import { ConnectionBadge } from '../run/ConnectionBadge.tsx';
import type { Run } from '../run/Run.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { readRunPage } from './readRunPage.ts';
import { filterOf } from './RunFilter.ts';
import { RunFilterBar } from './RunFilterBar.tsx';
import { runsCsv } from './runsCsv.ts';
import './RunsScreen.css';
import { RunTable } from './RunTable.tsx';
import { useRunChanges } from './useRunChanges.ts';

const PAGE = 20;

/** A filter leaves most of a page out: few large pages are read sooner than many small ones. */
const FILTERED_PAGE = 100;

/** The company's runs, the latest pay period first; it changes as they do. */
export function RunsScreen({ query }: { query: string }) {
  const session = useSession();
  const company = useContext(CompanyContext).value;
  const filter = useMemo(() => filterOf(query), [query]);
  const list = useMemo(
    () => new PagedList<Run>(PAGE, (after) => readRunPage(filter, query === '' ? PAGE : FILTERED_PAGE, after)),
    [filter, query],
  );
  const { revision, connection } = useRunChanges(session.companyId);
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, String(revision));
  const groupNameOf = (id: string) => company?.payGroups.find(({ payGroupId }) => payGroupId === id)?.name ?? id;
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="Payroll runs" />
        <ConnectionBadge connection={connection} />
        <div className="button-row">
          <Button
            className="button"
            isDisabled={nodes.length === 0}
            onPress={() => downloadFile('payroll-runs.csv', 'text/csv', runsCsv(nodes, groupNameOf))}
          >
            Download as CSV
          </Button>
          {mayStartAndCancel(session) && (
            <a className="button button-primary" href={hrefOf({ screen: 'start' })}>
              Start a run
            </a>
          )}
        </div>
      </div>
      <RunFilterBar filter={filter} />
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length > 0 ? (
        <RunTable runs={nodes} />
      ) : isReading ? (
        <Waiting what="the payroll runs" />
      ) : (
        !fault &&
        (query === '' ? (
          <p className="empty">There are no payroll runs yet.</p>
        ) : (
          <p className="empty">
            No payroll run matches. <a href={hrefOf({ screen: 'runs' })}>Show all of them</a>
          </p>
        ))
      )}
      {hasNextPage && nodes.length > 0 && (
        <BusyButton className="button" isBusy={isReading} onPress={() => list.need(nodes.length + PAGE)}>
          Show earlier runs
        </BusyButton>
      )}
      <p className="visually-hidden" role="status">
        {!isReading && `${nodes.length} ${nodes.length === 1 ? 'run' : 'runs'} listed`}
      </p>
    </>
  );
}
