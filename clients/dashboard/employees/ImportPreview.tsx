import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import type { EmployeeChange, PlannedEmployee } from '../../sdk/import/planEmployeeImport.ts';
import type { ColumnMapping } from '../../sdk/import/columnsOf.ts';
import { Notice } from '../components/Notice.tsx';
import { Panel } from '../components/Panel.tsx';
import { type Column, VirtualTable } from '../components/VirtualTable.tsx';
import { formatCount } from '../format/formatCount.ts';
import { type EmployeeFile, isSendable, type SendableRow } from './EmployeeFile.ts';
import { HeadingMapping } from './HeadingMapping.tsx';
import { failuresOfFile } from './RowFailure.ts';
import { RowFailureTable } from './RowFailureTable.tsx';

/** One line of the preview: a value that changes, or what else becomes of a row. */
interface PreviewLine extends Pick<PlannedEmployee, 'line' | 'externalId' | 'givenName' | 'familyName' | 'outcome'> {
  change?: EmployeeChange;
}

const OUTCOMES: Readonly<Record<PlannedEmployee['outcome'], string>> = {
  CREATE: 'New',
  CHANGE: 'Changes',
  NONE: 'Stays as it is',
  PROBLEM: 'Cannot be sent',
};

const COLUMNS: readonly Column<PreviewLine>[] = [
  { name: 'Row', isNumber: true, cellOf: ({ line }) => line },
  { name: 'Number', cellOf: ({ externalId }) => <bdi>{externalId}</bdi> },
  { name: 'Name', cellOf: ({ givenName, familyName }) => <bdi>{`${givenName} ${familyName}`}</bdi> },
  {
    name: 'Check',
    cellOf: ({ outcome }) =>
      outcome === 'PROBLEM' ? <span className="bad">{OUTCOMES[outcome]}</span> : OUTCOMES[outcome],
  },
  { name: 'Value', cellOf: ({ change }) => change && <code>{change.column}</code> },
  { name: 'On file', cellOf: ({ change }) => change && <bdi>{change.from ?? '–'}</bdi> },
  {
    name: 'Afterwards',
    cellOf: ({ change }) =>
      change && (change.to === undefined ? <span className="bad">Goes</span> : <bdi>{change.to}</bdi>),
  },
];

const linesOf = (rows: readonly PlannedEmployee[]): PreviewLine[] =>
  rows.flatMap((row): PreviewLine[] =>
    row.outcome === 'CHANGE' ? row.changes.map((change) => ({ ...row, change })) : [row],
  );

const NOTHING_TO_READ = () => {};

export interface ImportPreviewProps {
  file: EmployeeFile;
  onImport: (rows: readonly SendableRow[]) => void;
  onMap: (mapping: ColumnMapping) => void;
  onBack: () => void;
}

/** What a file holds and what it changes, employee by employee, before anything is sent. */
export function ImportPreview({ file, onImport, onMap, onBack }: ImportPreviewProps) {
  const { name, rows, questions } = file;
  const lines = useMemo(() => linesOf(rows), [rows]);
  const good = rows.filter(isSendable);
  const wrong = rows.filter(({ outcome }) => outcome === 'PROBLEM');
  const failures = failuresOfFile(file);
  const unknown = file.problems.filter(({ line, column }) => line === 1 && file.headings.includes(column));
  return (
    <>
      <Panel title="What the file changes" aside={<bdi className="muted">{name}</bdi>}>
        <p>
          {rows.length === 0
            ? 'Nothing could be read.'
            : `${formatCount(rows.length - wrong.length)} of ${formatCount(rows.length)} rows can be sent.`}
          {wrong.length > 0 && ' The others are kept for you to correct.'}
          {rows.length > 0 && good.length === 0 && wrong.length === 0 && ' Nothing in them changes anything.'} Nothing
          was sent yet.
        </p>
        {questions.length > 0 && (
          <Notice tone="attention">
            <p>Please check before you import:</p>
            <ul>
              {questions.map(({ line, message }) => (
                <li key={line}>
                  Row {line}: {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="button-row">
          {good.length > 0 && (
            <Button className="button button-primary" autoFocus onPress={() => onImport(good)}>
              Import {formatCount(good.length)} {good.length === 1 ? 'employee' : 'employees'}
            </Button>
          )}
          <Button className="button" onPress={onBack}>
            Choose another file
          </Button>
        </div>
        {rows.length > 0 && (
          <VirtualTable
            name="Rows of the file"
            className="file-rows"
            columns={COLUMNS}
            rows={lines}
            rowCount={lines.length}
            onNeed={NOTHING_TO_READ}
          />
        )}
      </Panel>
      {unknown.length > 0 && <HeadingMapping unknown={unknown} headings={file.headings} onMap={onMap} />}
      {failures.length > 0 && (
        <Panel title="Cannot be sent">
          <RowFailureTable name="Rows that cannot be read" failures={failures} />
        </Panel>
      )}
    </>
  );
}
