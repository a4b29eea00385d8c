import { useContext, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useCommand } from '../api/useCommand.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { valuesOf } from '../form/draftOf.ts';
import { type Draft, type Field, textIn } from '../form/Field.ts';
import { FormFields } from '../form/FormFields.tsx';
import { hrefOf } from '../navigation/Route.ts';
import { saveEmployee } from './saveEmployee.ts';
import { EMPLOYEE_SECTIONS, personSection } from './employeeSections.ts';

const NUMBER_FIELDS: readonly Field[] = [
  {
    ...{ name: 'externalId', label: 'Employee number', kind: 'text', isRequired: true, maxLength: 64 },
    description: 'The company’s own. It stays.',
  },
];

const DISTINCT_FIELDS: readonly Field[] = [
  {
    ...{ name: 'distinctFrom', label: 'Another person than employee number', kind: 'text' },
    description: 'Only if the number looks like that of somebody else.',
  },
];

/** Adds one employee: who it is, the job and the pay. Taxes, deductions and accounts follow on the employee's own page. */
export function HireScreen() {
  const { value, fault, retry } = useContext(CompanyContext);
  const groups = (value?.payGroups ?? []).map(({ payGroupId, name }) => ({ value: payGroupId, text: name }));
  const [draft, setDraft] = useState<Draft>({});
  const person = personSection(groups);
  const { pay } = EMPLOYEE_SECTIONS;
  const command = useCommand(
    JSON.stringify(draft),
    (idempotencyKey) => {
      const distinctFrom = textIn(draft, 'distinctFrom').trim();
      const employee = {
        externalId: textIn(draft, 'externalId').trim(),
        ...valuesOf(person.fields, draft),
        compensation: valuesOf(pay.fields, draft),
        ...(distinctFrom === '' ? {} : { distinctFrom: [distinctFrom] }),
        expectedVersion: 0,
      };
      return saveEmployee(employee, idempotencyKey);
    },
    (employeeId) => {
      window.location.hash = hrefOf({ screen: 'employee', employeeId });
    },
  );
  const isSimilar = command.userErrors.some(({ code }) => code === 'SIMILAR_EMPLOYEE_EXISTS');
  const fields = (title: string, shown: readonly Field[]) => (
    <Panel title={title}>
      <FormFields fields={shown} draft={draft} onChange={setDraft} />
    </Panel>
  );
  return (
    <>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <a href={hrefOf({ screen: 'employees' })}>Employees</a>
      </nav>
      <ScreenTitle title="Add an employee" />
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {!value && !fault && <Waiting what="the pay groups" />}
      {value && (
        <Form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            command.send();
          }}
        >
          {fields('Person and job', [
            ...NUMBER_FIELDS,
            ...(isSimilar || textIn(draft, 'distinctFrom') !== '' ? DISTINCT_FIELDS : []),
            ...person.fields,
          ])}
          {fields('Pay', pay.fields)}
          <CommandOutcome command={command} />
          <p className="muted">Tax forms, deductions and accounts are entered next, on the employee’s page.</p>
          <div className="button-row">
            <BusyButton type="submit" className="button button-primary" isBusy={command.isBusy}>
              Add the employee
            </BusyButton>
            <a className="button" href={hrefOf({ screen: 'employees' })}>
              Back
            </a>
          </div>
        </Form>
      )}
    </>
  );
}
