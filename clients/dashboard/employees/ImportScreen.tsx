import { useState } from 'react';
import type { ColumnMapping } from '../../sdk/import/columnsOf.ts';
import { importEmployees } from '../../sdk/importRows.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { faultOf } from '../api/faultOf.ts';
import { payrollClient } from '../api/payrollClient.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { useKeptFocus } from '../components/useKeptFocus.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { EmployeeRow } from '../../sdk/import/readEmployeesCsv.ts';
import { type EmployeeFile, employeeFileOf, type SendableRow } from './EmployeeFile.ts';
import { EmployeeImport, type SendEmployees } from './EmployeeImport.ts';
import './employees.css';
import { FileChooser } from './FileChooser.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';

type Step =
  | { is: 'choosing' }
  | { is: 'reading'; fault?: ApiFault; again: () => void }
  | { is: 'looking'; file: EmployeeFile }
  | { is: 'importing'; work: EmployeeImport; unread: readonly EmployeeRow[]; headings: readonly string[] };

const send: SendEmployees = (employees, options) => importEmployees(payrollClient(), employees, options);

/** Adds and changes employees from a file: choose, look, import, and mend what was not imported. */
export function ImportScreen() {
  const [step, setStep] = useState<Step>({ is: 'choosing' });
  useKeptFocus(step);
  const back = () => setStep({ is: 'choosing' });
  const read = (name: string, bytes: Uint8Array, mapping?: ColumnMapping) => {
    const again = () => read(name, bytes, mapping);
    setStep({ is: 'reading', again });
    employeeFileOf(name, bytes, mapping).then(
      (file) => setStep({ is: 'looking', file }),
      (error: unknown) => setStep({ is: 'reading', fault: faultOf(error), again }),
    );
  };
  const importRows = (rows: readonly SendableRow[], unread: readonly EmployeeRow[], headings: readonly string[]) =>
    setStep({ is: 'importing', work: new EmployeeImport(rows, send), unread, headings });
  return (
    <>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <a href={hrefOf({ screen: 'employees' })}>Employees</a>
      </nav>
      <ScreenTitle title="Import employees" />
      {step.is === 'choosing' && (
        <FileChooser
          onFile={(chosen) => void chosen.arrayBuffer().then((buffer) => read(chosen.name, new Uint8Array(buffer)))}
        />
      )}
      {step.is === 'reading' &&
        (step.fault ? (
          <FaultNotice fault={step.fault} onRetry={step.again} />
        ) : (
          <Waiting what="the file and the employees" />
        ))}
      {step.is === 'looking' && (
        <ImportPreview
          file={step.file}
          key={step.file.problems.length}
          onMap={(mapping) => read(step.file.name, step.file.bytes, mapping)}
          onImport={(rows) =>
            importRows(
              rows,
              step.file.rows.filter(({ outcome }) => outcome === 'PROBLEM'),
              step.file.headings,
            )
          }
          onBack={back}
        />
      )}
      {step.is === 'importing' && (
        <ImportProgress
          work={step.work}
          unread={step.unread}
          headings={step.headings}
          onSendAgain={(rows) => importRows(rows, step.unread, step.headings)}
          onBack={back}
        />
      )}
    </>
  );
}
