import type { MyPayslip, MyPayslipConnection } from '../clients/generated/schema.ts';
import { isCommitted } from '../payroll/runStatus.ts';
import type { RunRecord } from '../table/payrollRun.ts';
import { findSegment, getRunItem } from '../table/runItem.ts';
import { runsOfCompany } from '../table/runsOfCompany.ts';
import { moneyOf } from './answers/moneyOf.ts';
import { payslipIdOf } from './payslips/payslipIdOf.ts';

interface ListMyPayslipsEvent {
  companyId: string;
  /** Of the caller, as the identity says. */
  employeeId: string;
  first: number;
  /** The last run that the page before looked at. */
  after: string | null;
}

/** How many approved runs one page looks through: two reads each. */
const MOST_RUNS = 200;
const RUNS_AT_ONCE = 20;

/** Query.myPayslips: looks through the runs of the company for those that have a payslip of the employee. */
export const handler = async (event: ListMyPayslipsEvent): Promise<MyPayslipConnection> => {
  const { companyId, employeeId, first, after } = event;
  const runs: RunRecord[] = [];
  for await (const run of runsOfCompany(companyId, after ?? undefined)) {
    if (run.type !== 'REVERSAL' && isCommitted(run.status)) runs.push(run);
    if (runs.length > MOST_RUNS) break;
  }
  const nodes: MyPayslip[] = [];
  let looked = 0;
  while (nodes.length < first && looked < Math.min(runs.length, MOST_RUNS)) {
    const together = runs.slice(looked, looked + RUNS_AT_ONCE);
    for (const payslip of await Promise.all(together.map((run) => payslipIn(run, employeeId)))) {
      if (nodes.length === first) break;
      if (payslip) nodes.push(payslip);
      looked += 1;
    }
  }
  return { nodes, pageInfo: { hasNextPage: looked < runs.length, endCursor: runs[looked - 1]?.runId ?? after } };
};

async function payslipIn(run: RunRecord, employeeId: string): Promise<MyPayslip | undefined> {
  const { companyId, runId } = run;
  const segment = await findSegment(companyId, runId, employeeId);
  if (!segment) return undefined;
  const place = { runId, segment: segment.segment, employeeId };
  const item = await getRunItem({ companyId, ...place });
  if (item?.status !== 'CALCULATED') return undefined;
  const { startDate, endDate, payDate } = run.period;
  return {
    payslipId: payslipIdOf(place),
    runId,
    runType: run.type,
    period: { startDate, endDate, payDate },
    grossPay: moneyOf(item.grossPayCents),
    netPay: moneyOf(item.netPayCents),
    reversed: item.reversedByRunId !== undefined,
  };
}
