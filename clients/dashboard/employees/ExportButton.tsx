import { useState } from 'react';
import { exported } from '../../sdk/import/exportEmployeesCsv.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { faultOf } from '../api/faultOf.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { downloadFile } from '../components/downloadFile.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { everybody } from './EmployeeFile.ts';

type State =
  { is: 'ready' } | { is: 'busy' } | { is: 'done'; notes: readonly string[] } | { is: 'failed'; fault: ApiFault };

/** Writes everybody on file in the columns of an import, and says what has no column. */
export function ExportButton() {
  const [state, setState] = useState<State>({ is: 'ready' });
  const write = async () => {
    setState({ is: 'busy' });
    try {
      const { csv, notes } = await exported(everybody());
      downloadFile('employees.csv', 'text/csv', csv.replace(/^\uFEFF/, '')); // the mark is put there for every file
      setState({ is: 'done', notes });
    } catch (error) {
      setState({ is: 'failed', fault: faultOf(error) });
    }
  };
  return (
    <>
      <BusyButton className="button" isBusy={state.is === 'busy'} onPress={() => void write()}>
        Export employees
      </BusyButton>
      {state.is === 'failed' && <FaultNotice fault={state.fault} onRetry={() => void write()} />}
      {state.is === 'done' && state.notes.length > 0 && (
        <Notice tone="neutral">
          <ul>
            {state.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
