import { lazy, Suspense, useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DirectDepositsDocument, EmployeeDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePayGroupName } from '../company/CompanyContext.ts';
import { FactList } from '../components/FactList.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import '../run/RunScreen.css';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { ChangesPanel } from './ChangesPanel.tsx';
import { DeductionPanel } from './DeductionPanel.tsx';
import { DepositPanel } from './DepositPanel.tsx';
import type { Employee } from './Employee.ts';
import type { SectionName } from './EmployeeEditor.tsx';
import './employees.css';
import { payInWords } from './payInWords.ts';
import { TaxPanel } from './TaxPanel.tsx';
import { YearPanel } from './YearPanel.tsx';

const EmployeeEditor = lazy(async () => ({ default: (await import('./EmployeeEditor.tsx')).EmployeeEditor }));

const SECTIONS: readonly SectionName[] = [
  'person',
  'pay',
  'federal',
  'stateAndLocal',
  'deductions',
  'orders',
  'deposits',
];

/** What the payroll office may see of one employee's file: of account numbers and orders only the end. */
export function EmployeeScreen({ employeeId, edit }: { employeeId: string; edit?: string }) {
  const mayEdit = mayStartAndCancel(useSession());
  const section = mayEdit ? SECTIONS.find((name) => name === edit) : undefined;
  const [saved, setSaved] = useState(0);
  const read = useCallback(async () => {
    const [{ employee }, deposits] = await Promise.all([
      execute(EmployeeDocument, { employeeId }),
      execute(DirectDepositsDocument, { employeeId }),
    ]);
    return employee ? { employee, deposits: deposits.employee?.directDeposits ?? [] } : null;
  }, [employeeId]);
  const { value, fault, retry } = useAnswer(read, String(saved));
  const open = (name: SectionName | undefined) =>
    window.location.replace(hrefOf({ screen: 'employee', employeeId, ...(name ? { edit: name } : {}) }));
  return (
    <>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <a href={hrefOf({ screen: 'employees' })}>Employees</a>
      </nav>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the employee’s file" />}
      {value === null && (
        <>
          <ScreenTitle title="No such employee" />
          <p>Nobody in your company has the id {employeeId}.</p>
        </>
      )}
      {value && (
        <>
          <ScreenTitle title={`${value.employee.givenName} ${value.employee.familyName}`} />
          <div className="run-facts">
            <span>
              Number <bdi>{value.employee.externalId}</bdi>
            </span>
            <span>Version {value.employee.version} of the file</span>
            <code className="muted">{employeeId}</code>
          </div>
          {!value.employee.federalW4Form && (
            <Notice tone="attention">
              <p>
                No Form W-4 is recorded: this employee fails in every run until it is.{' '}
                {mayEdit && <a href={hrefOf({ screen: 'employee', employeeId, edit: 'federal' })}>Enter it</a>}
              </p>
            </Notice>
          )}
          <div className="run-layout">
            <div className="run-main">
              <TaxPanel employee={value.employee} {...(mayEdit ? { onChange: open } : {})} />
              <DeductionPanel employee={value.employee} {...(mayEdit ? { onChange: open } : {})} />
              <YearPanel employeeId={employeeId} />
            </div>
            <div className="run-side">
              <JobPanel employee={value.employee} {...(mayEdit ? { onChange: open } : {})} />
              <ChangesPanel
                employeeId={employeeId}
                version={value.employee.version}
                mayEdit={mayEdit}
                onChanged={() => setSaved((number) => number + 1)}
              />
              <DepositPanel deposits={value.deposits} {...(mayEdit ? { onChange: open } : {})} />
            </div>
          </div>
          {section && (
            <Suspense>
              <EmployeeEditor
                key={section}
                employeeId={employeeId}
                section={section}
                onClose={() => open(undefined)}
                onSaved={() => {
                  setSaved((number) => number + 1);
                  open(undefined);
                }}
              />
            </Suspense>
          )}
        </>
      )}
    </>
  );
}

function JobPanel({ employee, onChange }: { employee: Employee; onChange?: (section: SectionName) => void }) {
  const { payGroupId, hireDate, terminationDate, workState, homeState, birthYear, compensation } = employee;
  const groupName = usePayGroupName(payGroupId);
  return (
    <Panel
      title="Job and pay"
      aside={
        onChange && (
          <div className="button-row">
            <Button
              className="button button-small"
              aria-label="Change person and job"
              onPress={() => onChange('person')}
            >
              Job…
            </Button>
            <Button className="button button-small" aria-label="Change pay" onPress={() => onChange('pay')}>
              Pay…
            </Button>
          </div>
        )
      }
    >
      <FactList
        facts={[
          ['Pay', payInWords(compensation)],
          ['Overtime', compensation && (compensation.isOvertimeExempt ? 'Exempt' : 'Paid')],
          ['Pay group', <bdi key="group">{groupName}</bdi>],
          ['Hired', formatDate(hireDate)],
          ['Left', terminationDate && formatDate(terminationDate)],
          ['Works in', workState],
          ['Lives in', homeState],
          ['Born in', birthYear],
        ]}
      />
    </Panel>
  );
}
