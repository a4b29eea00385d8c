import { useCallback } from 'react';
import {
  ExplainPayslipDocument,
  PayrollRunDocument,
  PayslipFileDocument,
  PayslipOfEmployeeDocument,
  YearToDateDocument,
} from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePayGroupName } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { mayOpen } from '../navigation/mayOpen.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import '../run/RunScreen.css';
import { useSession } from '../session/SessionContext.ts';
import { DocumentLinks } from './DocumentLinks.tsx';
import { lineGroups } from './lineGroups.ts';
import { PaymentsOfPayslip } from './PaymentsOfPayslip.tsx';
import type { Payslip } from './Payslip.ts';
import './payslip.css';
import { PayslipLines } from './PayslipLines.tsx';

export interface PayslipScreenProps {
  runId: string;
  employeeId: string;
}

/** One employee's payslip of one run, with every line explained. */
export function PayslipScreen({ runId, employeeId }: PayslipScreenProps) {
  const read = useCallback(async () => {
    const [{ payslipOfEmployee }, { payrollRun }] = await Promise.all([
      execute(PayslipOfEmployeeDocument, { runId, employeeId }),
      execute(PayrollRunDocument, { runId }),
    ]);
    return { payslip: payslipOfEmployee, run: payrollRun };
  }, [runId, employeeId]);
  const { value, fault, retry } = useAnswer(read);
  return (
    <>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <a href={hrefOf({ screen: 'runs' })}>Payroll runs</a> ›{' '}
        {value?.run ? <RunLink run={value.run} /> : <a href={hrefOf({ screen: 'run', runId })}>The run</a>}
      </nav>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {!value && !fault && <Waiting what="the payslip" />}
      {value && !(value.payslip && value.run) && (
        <>
          <ScreenTitle title="No such payslip" />
          <p>
            Nobody with the id {employeeId} has a payslip in this run.{' '}
            <a href={hrefOf({ screen: 'run', runId })}>The run</a> says who failed or was left out, and why.
          </p>
        </>
      )}
      {value?.payslip && value.run && <PayslipOfRun payslip={value.payslip} run={value.run} />}
    </>
  );
}

function RunLink({ run }: { run: Run }) {
  const groupName = usePayGroupName(run.payGroupId);
  return (
    <a href={hrefOf({ screen: 'run', runId: run.runId })}>
      <bdi>{groupName}</bdi>, {formatPeriod(run.period)}
    </a>
  );
}

function PayslipOfRun({ payslip, run }: { payslip: Payslip; run: Run }) {
  const { payslipId, employeeId, employeeName, payDate, ruleSetVersion } = payslip;
  const mayReadYear = mayOpen('employee', useSession());
  const year = Number(payDate.slice(0, 4));
  const explanation = useAnswer(
    useCallback(async () => (await execute(ExplainPayslipDocument, { payslipId })).explainPayslip, [payslipId]),
  );
  const yearToDate = useAnswer(
    useCallback(
      async () => (mayReadYear ? (await execute(YearToDateDocument, { employeeId, year })).yearToDate : null),
      [mayReadYear, employeeId, year],
    ),
  );
  const readDocument = useCallback(
    async (format: 'PDF' | 'HTML') => (await execute(PayslipFileDocument, { payslipId, format })).payslipDocument,
    [payslipId],
  );
  const posted = yearToDate.value ?? undefined;
  return (
    <>
      <ScreenTitle title={`Payslip of ${employeeName}`} />
      <div className="run-facts">
        <StatusBadge status={run.status} />
        <span>{formatPeriod(run.period)}</span>
        <span>Pay date {formatDate(payDate)}</span>
        {mayReadYear && <a href={hrefOf({ screen: 'employee', employeeId })}>The employee’s file</a>}
        <code className="muted">{payslipId}</code>
      </div>
      {run.reversesRunId && (
        <Notice tone="attention">
          <p>This payslip takes another one back: its figures are the same with the sign turned.</p>
        </Notice>
      )}
      {explanation.fault && <FaultNotice fault={explanation.fault} onRetry={explanation.retry} />}
      {yearToDate.fault && <FaultNotice fault={yearToDate.fault} onRetry={yearToDate.retry} />}
      <div className="run-layout">
        <div className="run-main">
          <PayslipLines
            groups={lineGroups(payslip, explanation.value?.lines, posted)}
            netPay={payslip.netPay}
            netPayYearToDate={posted?.netPay}
            hasYear={mayReadYear}
          />
          <p className="muted slip-foot" role="status">
            {explanation.value
              ? `Recalculated with rule set ${ruleSetVersion} from the inputs of the run: identical to the cent. Select a line to see how it was calculated.`
              : !explanation.fault && 'Reading how each line came about…'}
            {mayReadYear &&
              posted &&
              ` Year to date counts every posted run of ${year}, ${posted.postedRunCount} so far.`}
          </p>
        </div>
        <div className="run-side">
          <PaymentsOfPayslip run={run} employeeId={employeeId} />
          <DocumentLinks read={readDocument} />
        </div>
      </div>
    </>
  );
}
