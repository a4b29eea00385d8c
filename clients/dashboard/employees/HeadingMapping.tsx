import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ColumnMapping } from '../../sdk/import/columnsOf.ts';
import { ALL_EMPLOYEE_COLUMNS } from '../../sdk/import/employeeColumns.ts';
import type { RowProblem } from '../../sdk/import/RowProblem.ts';
import { Panel } from '../components/Panel.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';

const LEFT_OUT = { value: '', text: 'Leave this column out' };

export interface HeadingMappingProps {
  /** Headings that are not known, each with the column that it probably is. */
  unknown: readonly RowProblem[];
  headings: readonly string[];
  onMap: (mapping: ColumnMapping) => void;
}

/** Asks for each heading that is not known which column it stands for. */
export function HeadingMapping({ unknown, headings, onMap }: HeadingMappingProps) {
  const [chosen, setChosen] = useState<ColumnMapping>(
    () => new Map(unknown.map(({ column, suggestion }) => [column, suggestion ?? ''])),
  );
  const free = ALL_EMPLOYEE_COLUMNS.filter((column) => !headings.includes(column) || chosen.has(column));
  const options = [LEFT_OUT, ...free.map((column) => ({ value: column, text: column }))];
  return (
    <Panel title="Columns under other headings">
      <p>Say what each of these columns holds. Nothing of a column that is left out is imported.</p>
      <div className="heading-mapping">
        {[...chosen].map(([heading, column]) => (
          <SelectEntry
            key={heading}
            label={heading}
            value={column}
            options={options}
            onChange={(value) => setChosen(new Map(chosen).set(heading, value))}
          />
        ))}
      </div>
      <div className="button-row">
        <Button className="button button-primary" onPress={() => onMap(chosen)}>
          Read the file with these columns
        </Button>
      </div>
    </Panel>
  );
}
