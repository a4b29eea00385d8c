import { lazy, Suspense, useCallback, useContext } from 'react';
import { PayrollRunsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext, usePayGroupName } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatPeriod } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import { readWaitingCalls } from '../hooks/readWaitingCalls.ts';
import { hrefOf } from '../navigation/Route.ts';
import { ConnectionBadge } from '../run/ConnectionBadge.tsx';
import type { Run } from '../run/Run.ts';
import '../run/RunScreen.css';
import '../runs/RunsScreen.css';
import { useRunChanges } from '../runs/useRunChanges.ts';
import { formatDeadline } from '../schedules/formatDeadline.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { CostChart } from './CostChart.tsx';
import './home.css';
import { NextPayrollPanel } from './NextPayrollPanel.tsx';
import { type Todo, todoOf } from './todoOf.ts';

/** For a new company alone: its forms would travel with the first screen. */
const SetupPanel = lazy(async () => ({ default: (await import('./SetupPanel.tsx')).SetupPanel }));

/** Enough for a year of two groups. */
const RUNS_READ = 60;

const RUNS_SHOWN = 5;

const readRuns = async () => {
  const [{ payrollRuns }, waiting] = await Promise.all([
    execute(PayrollRunsDocument, { first: RUNS_READ }),
    readWaitingCalls(),
  ]);
  return { runs: payrollRuns?.nodes ?? [], waiting };
};

/** What is to be done and by when, what comes next, and what it cost so far. */
export function HomeScreen() {
  const session = useSession();
  const company = useContext(CompanyContext);
  const { revision, connection } = useRunChanges(session.companyId);
  const { value, fault, retry } = useAnswer(useCallback(readRuns, []), String(revision));
  const isNew = value?.runs.length === 0;
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="Home" />
        <ConnectionBadge connection={connection} />
      </div>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="what is to be done" />}
      {isNew && mayStartAndCancel(session) && (
        <Suspense fallback={<Waiting what="the set-up" />}>
          <SetupPanel />
        </Suspense>
      )}
      {isNew && !mayStartAndCancel(session) && <p className="empty">There are no payroll runs yet.</p>}
      {value && !isNew && (
        <div className="run-layout">
          <div className="run-main">
            <TodoPanel todo={todoOf(value.runs, value.waiting, session)} />
            <NextPayrollPanel payGroups={company.value?.payGroups ?? []} revision={String(revision)} />
          </div>
          <div className="run-side">
            <CostChart runs={value.runs} />
            <LastRunsPanel runs={value.runs.slice(0, RUNS_SHOWN)} />
          </div>
        </div>
      )}
    </>
  );
}

function TodoPanel({ todo }: { todo: readonly Todo[] }) {
  const mine = todo.filter(({ isMine }) => isMine);
  const others = todo.filter(({ isMine }) => !isMine);
  return (
    <Panel
      title="To do"
      aside={<span className="muted">{mine.length === 0 ? 'Nothing for you' : `${mine.length} for you`}</span>}
    >
      {todo.length === 0 && <p className="muted">Nothing waits.</p>}
      {mine.length > 0 && <TodoList todo={mine} />}
      {others.length > 0 && (
        <>
          <h3>Waits for others</h3>
          <TodoList todo={others} />
        </>
      )}
    </Panel>
  );
}

function TodoList({ todo }: { todo: readonly Todo[] }) {
  return (
    <ul className="todo">
      {todo.map(({ key, run, what, href, isMine, whose, dueAt }) => (
        <li key={key}>
          <div>
            <p>
              <a href={href}>{what}</a>
            </p>
            <p className="muted">
              <RunName run={run} />
              {!isMine && `; waits for ${whose}`}
            </p>
          </div>
          {dueAt && (
            <p className="muted">
              by <time dateTime={dueAt}>{formatDeadline(dueAt)}</time>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function LastRunsPanel({ runs }: { runs: readonly Run[] }) {
  return (
    <Panel title="Last runs" aside={<a href={hrefOf({ screen: 'runs' })}>All runs</a>}>
      <ul className="todo">
        {runs.map((run) => (
          <li key={run.runId}>
            <div>
              <p>
                <a href={hrefOf({ screen: 'run', runId: run.runId })}>
                  <RunName run={run} />
                </a>
              </p>
              <p className="muted">
                {run.controlTotals ? `${formatMoney(run.controlTotals.netPay)} net` : 'No totals yet'}
              </p>
            </div>
            <StatusBadge status={run.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RunName({ run: { payGroupId, period, type } }: { run: Run }) {
  return (
    <>
      <bdi>{usePayGroupName(payGroupId)}</bdi>, {formatPeriod(period)}
      {type !== 'REGULAR' && `, ${runTypeInWords(type).toLowerCase()}`}
    </>
  );
}
