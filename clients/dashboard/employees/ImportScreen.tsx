import { useState } from 'react';
import { UpsertEmployeesDocument } from '../../generated/operations/graphql.ts';
import type { EmployeeInput } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { useKeptFocus } from '../components/useKeptFocus.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { EmployeeRow } from '../../sdk/import/readEmployeesCsv.ts';
import { type EmployeeFile, isSendable, readEmployeeFile, type SendableRow } from './EmployeeFile.ts';
import { EmployeeImport } from './EmployeeImport.ts';
import './employees.css';
import { FileChooser } from './FileChooser.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';

type Step =
  | { is: 'choosing' }
  | { is: 'looking'; file: EmployeeFile }
  | { is: 'importing'; work: EmployeeImport; unread: readonly EmployeeRow[]; headings: readonly string[] };

const send = async (employees: EmployeeInput[], idempotencyKey: string) => {
  const { upsertEmployees } = await execute(UpsertEmployeesDocument, { input: { idempotencyKey, employees } });
  if (!upsertEmployees) throw new Error('the service answered nothing');
  return upsertEmployees;
};

/** Adds and changes employees from a file: choose, look, import, and mend what was not imported. */
export function ImportScreen() {
  const [step, setStep] = useState<Step>({ is: 'choosing' });
  useKeptFocus(step);
  const back = () => setStep({ is: 'choosing' });
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
          onFile={(chosen) => void readEmployeeFile(chosen).then((file) => setStep({ is: 'looking', file }))}
        />
      )}
      {step.is === 'looking' && (
        <ImportPreview
          file={step.file}
          onImport={(rows) =>
            importRows(
              rows,
              step.file.rows.filter((row) => !isSendable(row)),
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
