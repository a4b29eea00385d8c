import { useCallback, useContext } from 'react';
import { EmployeeFileDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { EditDialog } from '../form/EditDialog.tsx';
import { type Field, textIn } from '../form/Field.ts';
import type { WholeEmployee } from './Employee.ts';
import { saveEmployee } from './saveEmployee.ts';
import { EMPLOYEE_SECTIONS, type EmployeeSection, personSection } from './employeeSections.ts';

export type SectionName = 'person' | keyof typeof EMPLOYEE_SECTIONS;

export interface EmployeeEditorProps {
  employeeId: string;
  section: SectionName;
  onClose: () => void;
  onSaved: () => void;
}

/** Changes one part of an employee's file. The whole file is read when it opens: it holds more than the page shows. */
export function EmployeeEditor({ employeeId, section, onClose, onSaved }: EmployeeEditorProps) {
  const payGroups = useContext(CompanyContext).value?.payGroups ?? [];
  const read = useCallback(
    async () => (await execute(EmployeeFileDocument, { employeeId })).employee ?? null,
    [employeeId],
  );
  const { value, fault, retry } = useAnswer(read);
  const groups = payGroups.map(({ payGroupId, name }) => ({ value: payGroupId, text: name }));
  const edited = section === 'person' ? personSection(groups) : EMPLOYEE_SECTIONS[section];
  if (value) return <SectionDialog employee={value} section={edited} onClose={onClose} onSaved={onSaved} />;
  return (
    <ModalDialog title={edited.title} isOpen onClose={onClose}>
      {fault ? <FaultNotice fault={fault} onRetry={retry} /> : <Waiting what="the employee’s file" />}
    </ModalDialog>
  );
}

/** From when a change holds. */
const EFFECTIVE: Field = {
  ...{ name: 'effectiveFrom', label: 'Takes effect on', kind: 'date' },
  description: 'Empty: it was always so, which corrects what is recorded.',
};

interface SectionDialogProps {
  employee: WholeEmployee;
  section: EmployeeSection;
  onClose: () => void;
  onSaved: () => void;
}

function SectionDialog({ employee, section, onClose, onSaved }: SectionDialogProps) {
  const { externalId, version, givenName, familyName } = employee;
  return (
    <EditDialog
      title={`${section.title} of ${givenName} ${familyName}`}
      fields={section.fields}
      about={section.isDated ? [EFFECTIVE] : []}
      recorded={section.recorded(employee)}
      note="Runs that are calculated from now on use it; one that waits for approval must be calculated again."
      execute={(draft, idempotencyKey) => {
        const effectiveFrom = section.isDated ? textIn(draft, EFFECTIVE.name) : '';
        const dated = effectiveFrom === '' ? {} : { effectiveFrom };
        return saveEmployee(
          { externalId, ...section.input(draft), ...dated, expectedVersion: version },
          idempotencyKey,
        );
      }}
      onClose={onClose}
      onDone={onSaved}
    />
  );
}
