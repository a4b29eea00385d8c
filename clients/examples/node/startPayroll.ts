/**
 * A partner application: starts the payroll of a pay group, shows how it goes until a person is needed, and tells who
 * could not be calculated. `PAYROLL_GRAPHQL_URL=… PAYROLL_KEY=… node startPayroll.ts <pay group> <first day of the period>`
 */
import { formatMoney, isPayrollError, isResting, PayrollClient } from '@payroll/sdk';
import { FailedPayrollRunItemsDocument, PayrollRunDocument } from '@payroll/sdk/operations';

const { PAYROLL_GRAPHQL_URL = 'http://127.0.0.1:4000/graphql', PAYROLL_KEY } = process.env;
const [payGroupId = 'biweekly', periodStartDate = '2026-11-09'] = process.argv.slice(2);

const payroll = new PayrollClient({ endpoint: PAYROLL_GRAPHQL_URL, token: `key ${PAYROLL_KEY}` });
try {
  let runId = '';
  for await (const run of payroll.startAndWatchRun({ payGroupId, periodStartDate }, { until: isResting })) {
    runId = run.runId;
    console.log(`${run.status}: ${run.doneCount} of ${run.employeeCount} employees`);
  }
  const { payrollRun } = await payroll.execute(PayrollRunDocument, { runId });
  if (payrollRun?.controlTotals) console.log(`net pay ${formatMoney(payrollRun.controlTotals.netPay)}`);
  for await (const { employeeName, error } of payroll.nodes(FailedPayrollRunItemsDocument, { runId }))
    console.log(`${employeeName}: ${error?.message} ${error?.resolution}`);
} catch (error) {
  if (!isPayrollError(error)) throw error;
  console.error(`${error.code}: ${error.message}${error.retryable ? ' It may work later.' : ''}`);
  process.exitCode = 1;
} finally {
  payroll.close();
}
