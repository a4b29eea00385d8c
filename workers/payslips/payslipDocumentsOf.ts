import { yearOf } from '../../payroll/dates.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { decodePayslip } from '../../payroll/payslipCodec.ts';
import { isPosted } from '../../payroll/runStatus.ts';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';
import { decodeYearToDate } from '../../payroll/yearToDateCodec.ts';
import { getEmployees } from '../../table/employee.ts';
import { decodePayments } from '../../table/payments.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import { getYearsToDate } from '../../table/yearToDate.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { maskedAccountNumber } from '../answers/maskedAccountNumber.ts';
import type { PayslipDocument, PayslipStanding } from '../documents/PayslipDocument.ts';
import { payslipDocumentOf } from '../documents/payslipDocumentOf.ts';
import { getFrozenYears } from '../manifest/getFrozenYears.ts';
import { payslipIdOf } from './payslipIdOf.ts';

const METHODS = { DIRECT_DEPOSIT: 'Direct deposit', CHECK: 'Check' } as const;

/** The documents of payslips of one segment of a run, in the order of `items`. */
export async function payslipDocumentsOf(
  run: RunRecord,
  segment: Segment,
  items: readonly CalculatedItem[],
  companyName: string,
): Promise<PayslipDocument[]> {
  const employeeIds = items.map(({ employeeId }) => employeeId);
  const [employees, yearWith] = await Promise.all([
    getEmployees(run.companyId, employeeIds),
    segment.reverses ? yearsAsPosted(run, employeeIds) : yearsAsFrozen(segment),
  ]);
  return items.map((item) => {
    const { employeeId, employeeName } = item;
    const payslip = decodePayslip(item.payslip);
    return payslipDocumentOf(payslip, yearWith(payslip), {
      payslipId: payslipIdOf({ runId: run.runId, segment: segment.segment, employeeId }),
      companyName,
      employeeName,
      employeeExternalId: employees.get(employeeId)?.externalId ?? '',
      standing: standingOf(item, segment),
      payments: decodePayments(item.payments).map(({ method, last4, amountCents }) => ({
        method: METHODS[method],
        maskedAccountNumber: maskedAccountNumber(last4),
        amountCents,
      })),
    });
  });
}

/** The year of a payslip with the payslip in it. */
type YearWith = (payslip: Payslip) => YearToDate;

async function yearsAsFrozen(segment: Segment): Promise<YearWith> {
  const years = await getFrozenYears(segment);
  return (payslip) => addToYearToDate(yearOr(years.get(payslip.employeeId), payslip), payslip);
}

/** A reversal froze no year, because its figures need none: it shows the year as it is posted now. */
async function yearsAsPosted(run: RunRecord, employeeIds: readonly string[]): Promise<YearWith> {
  const years = await getYearsToDate(run.companyId, yearOf(run.period.payDate), employeeIds);
  return (payslip) => {
    const posted = yearOr(years.get(payslip.employeeId)?.yearToDate, payslip);
    return isPosted(run.status) ? posted : addToYearToDate(posted, payslip);
  };
}

const yearOr = (text: string | undefined, { payDate }: Payslip): YearToDate =>
  text === undefined ? emptyYearToDate(yearOf(payDate)) : decodeYearToDate(text);

function standingOf(item: CalculatedItem, { reverses }: Segment): PayslipStanding {
  if (reverses) return 'REVERSAL';
  return item.reversedByRunId === undefined ? 'VALID' : 'VOID';
}
