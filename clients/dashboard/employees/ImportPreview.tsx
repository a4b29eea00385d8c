import { Button } from 'react-aria-components/Button';
import { Panel } from '../components/Panel.tsx';
import { type Column, VirtualTable } from '../components/VirtualTable.tsx';
import { formatCount } from '../format/formatCount.ts';
import type { EmployeeRow } from '../../sdk/import/readEmployeesCsv.ts';
import { type EmployeeFile, isSendable, type SendableRow } from './EmployeeFile.ts';
import { failuresOfFile } from './RowFailure.ts';
import { RowFailureTable } from './RowFailureTable.tsx';

const COLUMNS: readonly Column<EmployeeRow>[] = [
  { name: 'Row', isNumber: true, cellOf: ({ line }) => line },
  { name: 'Number', cellOf: ({ externalId }) => <bdi>{externalId}</bdi> },
  { name: 'Name', cellOf: ({ givenName, familyName }) => <bdi>{`${givenName} ${familyName}`}</bdi> },
  { name: 'Pay group', cellOf: ({ employee }) => <bdi>{employee?.payGroupId}</bdi> },
  { name: 'Works in', cellOf: ({ employee }) => employee?.workState },
  {
    name: 'Check',
    cellOf: ({ problems }) => (problems.length > 0 ? <span className="bad">Not readable</span> : 'Can be sent'),
  },
];

const NOTHING_TO_READ = () => {};

export interface ImportPreviewProps {
  file: EmployeeFile;
  onImport: (rows: readonly SendableRow[]) => void;
  onBack: () => void;
}

/** What a file holds, before anything is sent. */
export function ImportPreview({ file, onImport, onBack }: ImportPreviewProps) {
  const { name, rows } = file;
  const good = rows.filter(isSendable);
  const failures = failuresOfFile(file);
  return (
    <>
      <Panel title="What the file holds" aside={<bdi className="muted">{name}</bdi>}>
        <p>
          {rows.length === 0
            ? 'Nothing could be read.'
            : `${formatCount(good.length)} of ${formatCount(rows.length)} rows can be sent.`}
          {good.length < rows.length && ' The others are kept for you to correct.'} Nothing was sent yet.
        </p>
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
            rows={rows}
            rowCount={rows.length}
            onNeed={NOTHING_TO_READ}
          />
        )}
      </Panel>
      {failures.length > 0 && (
        <Panel title="Not readable">
          <RowFailureTable name="Rows that cannot be read" failures={failures} />
        </Panel>
      )}
    </>
  );
}
