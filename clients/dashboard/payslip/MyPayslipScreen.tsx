import { useCallback } from 'react';
import { MyPayslipDocument, MyPayslipFileDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate } from '../format/formatDate.ts';
import '../run/RunScreen.css';
import { DocumentLinks } from './DocumentLinks.tsx';
import { lineGroups } from './lineGroups.ts';
import { MyPayslipList } from './MyPayslipList.tsx';
import './payslip.css';
import { PayslipLines } from './PayslipLines.tsx';

/** The signed-in employee's own payslips: all of them, and the one that the address names. The service finds no other's. */
export function MyPayslipScreen({ runId }: { runId: string | undefined }) {
  return (
    <>
      {runId === undefined ? <ScreenTitle title="Your payslips" /> : <MyPayslip runId={runId} />}
      <MyPayslipList />
    </>
  );
}

function MyPayslip({ runId }: { runId: string }) {
  const read = useCallback(async () => (await execute(MyPayslipDocument, { runId })).myPayslip ?? null, [runId]);
  const { value: payslip, fault, retry } = useAnswer(read);
  const readDocument = useCallback(
    async (format: 'PDF' | 'HTML') => (await execute(MyPayslipFileDocument, { runId, format })).myPayslipDocument,
    [runId],
  );
  if (fault) return <FaultNotice fault={fault} onRetry={retry} />;
  if (payslip === undefined) return <Waiting what="your payslip" />;
  if (payslip === null)
    return (
      <>
        <ScreenTitle title="No payslip yet" />
        <p>
          You have no payslip in the run {runId}. It is here once the run is approved; if it should be, ask your payroll
          office.
        </p>
      </>
    );
  return (
    <>
      <ScreenTitle title={`Your payslip of ${formatDate(payslip.payDate)}`} />
      <div className="run-facts">
        <bdi>{payslip.employeeName}</bdi>
        <code className="muted">{payslip.payslipId}</code>
      </div>
      <div className="run-layout">
        <div className="run-main">
          <PayslipLines
            groups={lineGroups(payslip, undefined, undefined)}
            netPay={payslip.netPay}
            netPayYearToDate={undefined}
            hasYear={false}
          />
        </div>
        <div className="run-side">
          <DocumentLinks read={readDocument} />
        </div>
      </div>
    </>
  );
}
