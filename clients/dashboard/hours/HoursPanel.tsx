import { useDeferredValue, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CsvCell } from '../../../payroll/csv.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { downloadFile } from '../components/downloadFile.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { csvOf } from '../format/csvOf.ts';
import { formatCount } from '../format/formatCount.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { isWaiting } from '../run/runActions.ts';
import { HoursGrid } from './HoursGrid.tsx';
import type { HoursSheet, SheetCell, SheetRow } from './HoursSheet.ts';
import { type SheetPeriod, useHoursSheet } from './useHoursSheet.ts';
import { useSaveSheet } from './useSaveSheet.ts';

export interface HoursPanelProps extends SheetPeriod {
  mayEdit: boolean;
  /** The first regular run of the period, once it is there. */
  regularRun: Run | undefined;
}

type Shown = 'all' | 'needed' | 'toFix' | 'changed';

const SHOWN: readonly { value: Shown; text: string }[] = [
  { value: 'all', text: 'Everybody' },
  { value: 'needed', text: 'With hours to enter' },
  { value: 'toFix', text: 'With something to fix' },
  { value: 'changed', text: 'Not saved yet' },
];

/** The grid of one period with its filter, its totals and its one Save. */
export function HoursPanel({ payGroupId, period, offCycleSequence, mayEdit, regularRun }: HoursPanelProps) {
  const [showsAllEarnings, setShowsAllEarnings] = useState(false);
  const { sheet, isWhole, fault, readAgain } = useHoursSheet(
    { payGroupId, period, offCycleSequence },
    showsAllEarnings,
  );
  const saving = useSaveSheet(sheet, payGroupId, period.startDate);
  const [shown, setShown] = useState<Shown>('all');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim().toLowerCase());
  const rows = rowsOf(sheet, shown, search);
  const { changedCount } = sheet;
  useUnsavedGuard(changedCount > 0);
  const savable = changedCount > 0 ? sheet.savable().length : 0;
  const isClosed = regularRun !== undefined && !isOpen(regularRun) && offCycleSequence === undefined;
  return (
    <>
      {regularRun && offCycleSequence === undefined && <RunNotice run={regularRun} />}
      <div className="hours-bar">
        <TextEntry label="Find" autoComplete="off" value={typed} onChange={setTyped} />
        <SelectEntry
          label="Show"
          value={shown}
          options={SHOWN}
          onChange={(value) => setShown(SHOWN.find((each) => each.value === value)?.value ?? 'all')}
        />
        <span className="muted" role="status">
          {formatCount(rows.length)} {rows.length === 1 ? 'employee' : 'employees'}
          {isWhole ? '' : ' so far'}
          {changedCount > 0 && `, ${formatCount(changedCount)} not saved`}
        </span>
        <div className="button-row">
          {!showsAllEarnings && (
            <Button className="button" onPress={() => setShowsAllEarnings(true)}>
              All kinds of earnings
            </Button>
          )}
          <Button
            className="button"
            isDisabled={!isWhole}
            onPress={() => downloadFile(`hours-${period.startDate}.csv`, 'text/csv', csvOf(csvRowsOf(sheet, rows)))}
          >
            Download as CSV
          </Button>
          {mayEdit && (
            <>
              <Button className="button" isDisabled={!sheet.canUndo} onPress={() => sheet.undo()}>
                Undo
              </Button>
              <BusyButton
                className="button button-primary"
                isBusy={saving.isBusy}
                isDisabled={savable === 0 || isClosed}
                onPress={saving.save}
              >
                {saving.isBusy
                  ? 'Saving…'
                  : savable === 0
                    ? 'Save'
                    : `Save ${formatCount(savable)} ${savable === 1 ? 'row' : 'rows'}`}
              </BusyButton>
            </>
          )}
        </div>
      </div>
      {fault && <FaultNotice fault={fault} onRetry={readAgain} />}
      {saving.fault && <FaultNotice fault={saving.fault} onRetry={saving.save} />}
      {saving.outcome && !saving.isBusy && !saving.fault && <SaveOutcome {...saving.outcome} />}
      {sheet.rows.length === 0 && !isWhole && !fault && <Waiting what="hours and earnings" />}
      {sheet.rows.length === 0 && isWhole && (
        <p className="empty">
          Nobody is in this pay group in this period.{' '}
          <a href={hrefOf({ screen: 'employeeImport' })}>Import employees from a file</a>
        </p>
      )}
      {sheet.rows.length > 0 && (
        <HoursGrid
          key={`${shown} ${search}`}
          name="Hours and earnings"
          sheet={sheet}
          rows={rows}
          mayEdit={mayEdit && !isClosed}
          onSave={saving.save}
        />
      )}
      {mayEdit && (
        <p className="muted">
          Type to enter, Enter or Tab for the next cell, Shift and the arrows to mark. Paste from a spreadsheet with
          Ctrl+V, fill down with Ctrl+D, undo with Ctrl+Z, save with Ctrl+S.
        </p>
      )}
    </>
  );
}

/** Whether what is entered for the period can still be changed. */
const isOpen = ({ status }: Run): boolean =>
  isWaiting(status) ||
  ['DRAFT', 'QUEUED', 'PREPARING', 'CALCULATING', 'REJECTED', 'CANCELLED', 'FAILED', 'VOIDED'].includes(status);

function RunNotice({ run }: { run: Run }) {
  const link = <a href={hrefOf({ screen: 'run', runId: run.runId })}>its run</a>;
  if (isWaiting(run.status))
    return (
      <Notice tone="attention">
        <p>
          This period is already calculated: {statusInWords(run.status).toLowerCase()}. After a change here, calculate{' '}
          {link} again.
        </p>
      </Notice>
    );
  if (isOpen(run)) return null;
  return (
    <Notice tone="neutral">
      <p>
        This period is closed: {link} is {statusInWords(run.status).toLowerCase()}. Enter what is missing for an
        off-cycle run instead.
      </p>
    </Notice>
  );
}

function SaveOutcome({ saved, refused }: { saved: number; refused: number }) {
  return (
    <Notice tone={refused > 0 ? 'attention' : 'neutral'} isAlert>
      <p>
        {formatCount(saved)} {saved === 1 ? 'row is' : 'rows are'} saved.
        {refused > 0 && ` ${formatCount(refused)} could not be saved: the last column says why.`}
      </p>
    </Notice>
  );
}

function rowsOf(sheet: HoursSheet, shown: Shown, search: string): readonly SheetRow[] {
  if (shown === 'all' && search === '') return sheet.rows;
  return sheet.rows.filter(
    (row) =>
      `${row.name} ${row.externalId}`.toLowerCase().includes(search) &&
      (shown === 'all' ||
        (shown === 'needed' && row.needsHours) ||
        (shown === 'changed' && sheet.isChanged(row)) ||
        (shown === 'toFix' && sheet.problemsOf(row).length > 0)),
  );
}

const csvRowsOf = (sheet: HoursSheet, rows: readonly SheetRow[]): CsvCell[][] => [
  ['Number', 'Employee', ...sheet.columns.map(({ name }) => name)].map((text) => ({ text })),
  ...rows.map((row) => [
    { text: row.externalId },
    { text: row.name },
    ...sheet.columns.map((column) => figureOf(sheet.cell(row, column))),
  ]),
];

const figureOf = ({ others, text }: SheetCell): CsvCell => ({ figure: [others, text].filter(Boolean).join(' + ') });

/** The browser asks before a tab with unsaved rows is closed. */
function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
