import type { RegisterRow } from '../clients/generated/schema.ts';
import { decodePayslip } from '../payroll/payslipCodec.ts';
import { getRun } from '../table/payrollRun.ts';
import { getRunItems, type RunItemRecord } from '../table/runItem.ts';
import type { RunReference } from '../workflows/payrollRun.ts';
import { moneyOf } from './answers/moneyOf.ts';

interface ReadPayrollRegisterEvent extends RunReference {
  /** The page: at most so many rows of a segment, after an employee. */
  segment: number;
  afterId: string;
  first: number;
}

interface RegisterPage {
  rows: RegisterRow[];
  /** Whether the segment has more rows, and how many segments there are. */
  hasMore: boolean;
  segmentCount: number;
}

/** Query.payrollRegister: sums up payslips, a page of one segment at a time. */
export const handler = async (event: ReadPayrollRegisterEvent): Promise<RegisterPage> => {
  const { companyId, runId, segment, afterId, first } = event;
  const [run, items] = await Promise.all([getRun(companyId, runId), getRunItems(companyId, runId, segment)]);
  const rest = items.filter(({ employeeId }) => employeeId > afterId);
  return {
    rows: rest.slice(0, first).map(rowOf),
    hasMore: rest.length > first,
    segmentCount: run?.segmentCount ?? 0,
  };
};

function rowOf(item: RunItemRecord): RegisterRow {
  const { employeeId, employeeName, status } = item;
  if (item.status !== 'CALCULATED') return { employeeId, employeeName, status, ...NOTHING };
  const { grossCents, netPayCents, totals } = decodePayslip(item.payslip);
  return {
    employeeId,
    employeeName,
    status,
    grossPay: moneyOf(grossCents),
    preTaxDeductions: moneyOf(totals.preTaxDeductionsCents),
    taxes: moneyOf(totals.taxesCents),
    garnishments: moneyOf(totals.garnishmentsCents),
    postTaxDeductions: moneyOf(totals.postTaxDeductionsCents),
    reimbursements: moneyOf(totals.reimbursementsCents),
    netPay: moneyOf(netPayCents),
    employerTaxes: moneyOf(totals.employerTaxesCents),
  };
}

const NOTHING = {
  grossPay: null,
  preTaxDeductions: null,
  taxes: null,
  garnishments: null,
  postTaxDeductions: null,
  reimbursements: null,
  netPay: null,
  employerTaxes: null,
};
