import { addDays } from '../../payroll/dates.ts';
import { postingsOf } from '../../payroll/ledger/postingsOf.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { encodePayslip } from '../../payroll/payslipCodec.ts';
import { encodePayments, type PlannedPayment } from '../../table/payments.ts';
import { newRunItems, type PayrollRunType, type RunRecord } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import { getRunItems, putSegment } from '../../table/runItem.ts';
import { transact } from '../../table/transact.ts';
import { reverseSegment } from '../../workers/calculation/reverseSegment.ts';
import { type Outcome, sumUpSegment } from '../../workers/calculation/sumUpSegment.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';
import { payFacts, payslipOf, periodStarting } from '../payroll/payFacts.ts';

const COMPANY_ID = 'acme';
const PAY_GROUP_ID = 'biweekly';

/** Two neighbours whose years are one item, and one of the next ten. */
export const EMPLOYEE_IDS = ['emp_00000000aaaaaaaa', 'emp_00000001bbbbbbbb', 'emp_00000010cccccccc'] as const;

/** Bonuses of a period, 1,000.00 for the first employee, 2,000.00 for the second and so on; all of them by check. */
export function bonusOf(employeeId: string, startDate: string): Payslip {
  const place = EMPLOYEE_IDS.indexOf(employeeId as (typeof EMPLOYEE_IDS)[number]) + 1;
  return payslipOf(
    payFacts({
      runType: 'BONUS',
      period: periodStarting(startDate),
      employee: { employeeId },
      payInputs: { earnings: [{ type: 'BONUS', amountCents: place * 1000_00 }] },
    }),
  );
}

/** The nth period of 2026 that the biweekly schedule pays. */
export const startDateOf = (number: number) => addDays('2026-01-05', 14 * (number - 1));

const segmentOf = (run: RunRecord, more: Partial<Segment> = {}): Segment => ({
  companyId: run.companyId,
  runId: run.runId,
  payGroupId: run.payGroupId,
  segment: 0,
  type: run.type,
  calculation: 1,
  sequence: run.sequence,
  period: run.period,
  employer: { unemployment: {}, headcount: 3 },
  ruleSetVersion: '2026.1',
  employees: EMPLOYEE_IDS.map((employeeId): RosterEntry => [employeeId, 1, 0]),
  ...more,
});

function outcomeOf(payslip: Payslip): Outcome {
  const { employeeId, payDate, ruleSetVersion, grossCents, netPayCents } = payslip;
  const payments: PlannedPayment[] = [{ split: 1, method: 'CHECK', last4: '', amountCents: netPayCents }];
  return {
    item: {
      status: 'CALCULATED',
      employeeId,
      employeeName: 'Ana Chen',
      payDate,
      ruleSetVersion,
      grossPayCents: grossCents,
      netPayCents,
      payslip: encodePayslip(payslip),
      payments: encodePayments(payments),
    },
    calculated: { payslip, postings: postingsOf(payslip), payments },
  };
}

/** Writes a run of bonuses that is on its way to the bank: one segment, ready to be posted. */
export async function putPayingRun(periodNumber: number, more: Partial<RunRecord> = {}): Promise<RunRecord> {
  const startDate = startDateOf(periodNumber);
  const run = await putRun(startDate, 'BONUS', more);
  const payslips = EMPLOYEE_IDS.map((employeeId) => bonusOf(employeeId, startDate));
  const { items, record } = sumUpSegment(segmentOf(run), payslips.map(outcomeOf));
  await putSegment(COMPANY_ID, run.runId, record, items);
  return run;
}

/** Writes the reversal of such a run, on its way as well. */
export async function putPayingReversal(original: RunRecord): Promise<RunRecord> {
  const run = await putRun(original.period.startDate, 'REVERSAL', { reversesRunId: original.runId });
  const segment = segmentOf(run, { reverses: { runId: original.runId, segment: 0 } });
  const { items, record } = reverseSegment(segment, await getRunItems(COMPANY_ID, original.runId, 0), new Map());
  await putSegment(COMPANY_ID, run.runId, record, items);
  return run;
}

async function putRun(startDate: string, type: PayrollRunType, more: Partial<RunRecord>): Promise<RunRecord> {
  const sequence = more.sequence ?? 1;
  const { run, items } = newRunItems({
    companyId: COMPANY_ID,
    runId: runIdOf({ companyId: COMPANY_ID, payGroupId: PAY_GROUP_ID, periodStartDate: startDate, type, sequence }),
    payGroupId: PAY_GROUP_ID,
    type,
    sequence,
    period: periodStarting(startDate),
    status: 'PAYING',
    approvalPolicy: 'AUTOMATIC',
    selfApprovalAllowed: true,
    startedBy: 'ana',
    startedAt: '2026-01-20T09:00:00.000Z',
    segmentCount: 1,
    calculatedCount: EMPLOYEE_IDS.length,
    ...more,
  });
  await transact(items);
  return run;
}
