import { useEffect, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { downloadFile } from '../components/downloadFile.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { useKeptFocus } from '../components/useKeptFocus.ts';
import { formatCount } from '../format/formatCount.ts';
import { hrefOf } from '../navigation/Route.ts';
import '../run/ProgressPanel.css';
import type { EmployeeRow } from '../../sdk/import/readEmployeesCsv.ts';
import type { SendableRow } from './EmployeeFile.ts';
import type { EmployeeImport } from './EmployeeImport.ts';
import { failuresOfResults, failuresOfRows } from './RowFailure.ts';
import { RowFailureTable } from './RowFailureTable.tsx';
import { rowsCsv } from './rowsCsv.ts';

export interface ImportProgressProps {
  work: EmployeeImport;
  /** Rows of the file that could not be read, so that they are not in the import. */
  unread: readonly EmployeeRow[];
  headings: readonly string[];
  onSendAgain: (rows: readonly SendableRow[]) => void;
  onBack: () => void;
}

/** How far an import is, and row by row what was not imported; no row is lost between here and the file to download. */
export function ImportProgress({ work, unread, headings, onSendAgain, onBack }: ImportProgressProps) {
  const { status, doneRows, results, fault } = useSyncExternalStore(work.subscribe, work.getState);
  useEffect(() => {
    void work.goOn();
    return work.stop;
  }, [work]);
  useKeptFocus(status);
  useEffect(() => {
    if (status !== 'SENDING') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault(); // the browser asks before the page is left
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [status]);
  const { rows } = work;
  const isDone = status === 'DONE';
  const refused = rows.filter((_, index) => results[index]?.outcome === 'REFUSED');
  const unsent = isDone ? [] : rows.filter((_, index) => !results[index]);
  const leftOver = [...unread, ...refused, ...unsent].sort((one, other) => one.line - other.line);
  const failures = [...failuresOfRows(headings, unread), ...failuresOfResults(rows, results)].sort(
    (one, other) => one.line - other.line,
  );
  return (
    <>
      <Panel title={isDone ? 'The import is done' : status === 'SENDING' ? 'Importing' : 'The import stands still'}>
        <ProgressBar className="progress" value={doneRows} maxValue={Math.max(1, rows.length)}>
          {({ percentage = 0 }) => (
            <>
              <div className="progress-words">
                <Label>
                  {formatCount(doneRows)} of {formatCount(rows.length)} rows answered
                </Label>
                <span className="progress-percent">{Math.floor(percentage)}%</span>
              </div>
              <div className="progress-track">
                <div className="progress-fill" style={{ width: `${percentage}%` }} />
              </div>
            </>
          )}
        </ProgressBar>
        <dl className="figures">
          <Figure name="Added" value={countOf(results, 'CREATED')} />
          <Figure name="Changed" value={countOf(results, 'UPDATED')} />
          <Figure name="As they were" value={countOf(results, 'UNCHANGED')} />
          <Figure
            name="Not imported"
            value={unread.length + refused.length}
            isBad={unread.length + refused.length > 0}
          />
        </dl>
        {status === 'SENDING' && !work.isStoppable && (
          <p className="muted">The service imports the file, also when this page is closed.</p>
        )}
        {fault && <FaultNotice fault={fault} onRetry={() => void work.goOn()} />}
        <p role="status" className="visually-hidden">
          {isDone && `The import is done: ${unread.length + refused.length} rows were not imported.`}
        </p>
        <div className="button-row">
          {status === 'SENDING' && work.isStoppable && (
            <Button className="button" onPress={work.stop}>
              Stop
            </Button>
          )}
          {status === 'STOPPED' && !fault && (
            <Button className="button button-primary" onPress={() => void work.goOn()}>
              Go on
            </Button>
          )}
          {status !== 'SENDING' && leftOver.length > 0 && (
            <Button
              className="button button-primary"
              onPress={() => downloadFile('employees-not-imported.csv', 'text/csv', rowsCsv(headings, leftOver))}
            >
              Download the {formatCount(leftOver.length)} {leftOver.length === 1 ? 'row' : 'rows'} left over
            </Button>
          )}
          {isDone && refused.length > 0 && (
            <Button className="button" onPress={() => onSendAgain(refused)}>
              Send {refused.length === 1 ? 'the refused row' : `the ${formatCount(refused.length)} refused rows`} again
            </Button>
          )}
          {status !== 'SENDING' && (
            <Button className="button" onPress={onBack}>
              Import another file
            </Button>
          )}
          {isDone && (
            <a className="button" href={hrefOf({ screen: 'employees' })}>
              To the employees
            </a>
          )}
        </div>
      </Panel>
      {failures.length > 0 && (
        <Panel title="Not imported">
          <RowFailureTable name="Rows that were not imported" failures={failures} />
        </Panel>
      )}
    </>
  );
}

/** What this import did: its key is its own, so that an answer to an earlier call is one of its calls, too. */
const countOf = (results: readonly ({ outcome: string } | undefined)[], outcome: string): number =>
  results.filter((result) => result?.outcome === outcome).length;

function Figure({ name, value, isBad = false }: { name: string; value: number; isBad?: boolean }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd className={isBad ? 'bad' : ''}>{formatCount(value)}</dd>
    </div>
  );
}
