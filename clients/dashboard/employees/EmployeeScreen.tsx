import { useCallback } from 'react';
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
import { DeductionPanel } from './DeductionPanel.tsx';
import { DepositPanel } from './DepositPanel.tsx';
import type { Employee } from './Employee.ts';
import './employees.css';
import { payInWords } from './payInWords.ts';
import { TaxPanel } from './TaxPanel.tsx';
import { YearPanel } from './YearPanel.tsx';

/** What the payroll office may see of one employee's file: of account numbers and orders only the end. */
export function EmployeeScreen({ employeeId }: { employeeId: string }) {
  const read = useCallback(async () => {
    const [{ employee }, deposits] = await Promise.all([
      execute(EmployeeDocument, { employeeId }),
      execute(DirectDepositsDocument, { employeeId }),
    ]);
    return employee ? { employee, deposits: deposits.employee?.directDeposits ?? [] } : null;
  }, [employeeId]);
  const { value, fault, retry } = useAnswer(read);
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
              <p>No Form W-4 is recorded: this employee fails in every run until it is handed in.</p>
            </Notice>
          )}
          <div className="run-layout">
            <div className="run-main">
              <TaxPanel employee={value.employee} />
              <DeductionPanel employee={value.employee} />
              <YearPanel employeeId={employeeId} />
            </div>
            <div className="run-side">
              <JobPanel employee={value.employee} />
              <DepositPanel deposits={value.deposits} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

function JobPanel({ employee }: { employee: Employee }) {
  const { payGroupId, hireDate, terminationDate, workState, homeState, birthYear, compensation } = employee;
  const groupName = usePayGroupName(payGroupId);
  return (
    <Panel title="Job and pay">
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
