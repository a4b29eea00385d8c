import { Button } from 'react-aria-components/Button';
import { formatCount } from '../format/formatCount.ts';
import type { EmployeeWindow } from './useEmployeeWindow.ts';

/** Leads from part to part of a large run; nothing for a run that one list shows. */
export function EmployeeWindowBar({ view }: { view: EmployeeWindow }) {
  const { isPart, firstRow, rowCount, goBack, goOn } = view;
  if (!isPart) return null;
  return (
    <div className="button-row window-bar" role="group" aria-label="Parts of the run">
      <Button className="button" isDisabled={!goBack} onPress={() => goBack?.()}>
        Previous
      </Button>
      <Button className="button" isDisabled={!goOn} onPress={() => goOn?.()}>
        Next
      </Button>
      <span className="muted" role="status">
        Employees {formatCount(firstRow + 1)} to {formatCount(firstRow + rowCount)}
      </span>
    </div>
  );
}
