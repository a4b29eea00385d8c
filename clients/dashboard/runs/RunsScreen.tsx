import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { OnRunStatusChangedDocument, PayrollRunsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { subscribe } from '../api/subscribe.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import './RunsScreen.css';
import { RunTable } from './RunTable.tsx';

const PAGE = 20;

/** The company's runs, the latest pay period first; it changes as they do. */
export function RunsScreen() {
  const session = useSession();
  const list = useMemo(
    () =>
      new PagedList<Run>(PAGE, async (after) => {
        const { payrollRuns } = await execute(PayrollRunsDocument, { first: PAGE, after });
        return payrollRuns ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [],
  );
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = () => setChanges((number) => number + 1);
    return subscribe(
      OnRunStatusChangedDocument,
      { companyId: session.companyId },
      // Without messages the list is as of its last reading, which the reader can repeat by loading the page.
      { onListening: changed, onMessage: changed, onEnded: () => {} },
    );
  }, [session.companyId]);
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, String(changes));
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="Payroll runs" />
        {mayStartAndCancel(session) && (
          <a className="button button-primary" href={hrefOf({ screen: 'start' })}>
            Start a run
          </a>
        )}
      </div>
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length > 0 ? (
        <RunTable runs={nodes} />
      ) : isReading ? (
        <Waiting what="the payroll runs" />
      ) : (
        !fault && <p className="empty">There are no payroll runs yet.</p>
      )}
      {hasNextPage && nodes.length > 0 && (
        <Button className="button" isPending={isReading} onPress={() => list.need(nodes.length + PAGE)}>
          Show earlier runs
        </Button>
      )}
    </>
  );
}
