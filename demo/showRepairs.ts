import { randomUUID } from 'node:crypto';
import {
  ApprovePayrollRunDocument,
  FailedPayrollRunItemsDocument,
  PayrollRunDocument,
  RetryPaymentDocument,
  RetryPayrollRunItemsDocument,
  ReturnedPaymentsDocument,
  StartPayrollRunDocument,
  UpsertEmployeesDocument,
  UpsertPayrollInputsDocument,
  VoidPayrollRunDocument,
} from '../clients/generated/operations/graphql.ts';
import type { PayrollClient } from '../clients/sdk/PayrollClient.ts';
import { isTerminal } from '../clients/sdk/runPhases.ts';
import { watchRun } from '../clients/sdk/watchRun.ts';
import {
  SAMPLE_PAY_GROUP_ID,
  SAMPLE_PERIOD_START_DATE,
  type SampleEmployee,
  sampleEmployees,
} from './sampleEmployees.ts';

/* What goes wrong in a payroll and is put right, shown on the sample company. */

/** The one whose Form W-4 is missing. */
const WITHOUT_W4 = 37;
/** The one whose bank account is closed. */
const ACCOUNT_CLOSED = 123;
/** Who gets the bonus that is voided. */
const BONUS = 2;

/** While the run waits for its approval: the missing Form W-4 is recorded, and that employee alone is calculated again. */
export async function repairOneEmployee(admin: PayrollClient, runId: string): Promise<void> {
  const { employee } = sampleOf(WITHOUT_W4);
  const employeeId = await upsert(admin, { ...employee, taxProfile: { filingStatus: 'SINGLE' } });
  const { failedPayrollRunItems } = await admin.execute(FailedPayrollRunItemsDocument, { runId, first: 100 });
  if (!failedPayrollRunItems?.nodes.some((item) => item.employeeId === employeeId)) return;
  const { retryPayrollRunItems } = await admin.execute(RetryPayrollRunItemsDocument, {
    input: { idempotencyKey: randomUUID(), runId, employeeIds: [employeeId] },
  });
  refuseErrors(retryPayrollRunItems?.userErrors);
  await watchRun(admin, runId);
}

/** After the run was paid: the account that the bank sent back is corrected, and that payment alone goes out again. */
export async function repairOnePayment(admin: PayrollClient, approver: PayrollClient, runId: string): Promise<void> {
  const { employee } = sampleOf(ACCOUNT_CLOSED);
  const directDeposits = (employee.directDeposits ?? []).map((deposit) => ({
    ...deposit,
    accountNumber: deposit.accountNumber.replace('R03', '40'),
  }));
  const employeeId = await upsert(admin, { ...employee, directDeposits });
  const { returnedPayments } = await admin.execute(ReturnedPaymentsDocument, { runId });
  const returned = returnedPayments?.nodes.find((payment) => payment.employeeId === employeeId);
  if (!returned) return;
  const { retryPayment } = await approver.execute(RetryPaymentDocument, {
    input: { idempotencyKey: randomUUID(), paymentId: returned.paymentId },
  });
  refuseErrors(retryPayment?.userErrors);
}

/** A bonus that was paid by mistake is voided. Answers the voided run; nobody's regular pay is reversed. */
export async function voidOneBonus(admin: PayrollClient, approver: PayrollClient): Promise<string> {
  const { employee, payInputs } = sampleOf(BONUS);
  const { externalId } = employee;
  const bonus = { type: 'BONUS', amount: '500.00', isDiscretionary: true, offCycleSequence: 1 } as const;
  const { upsertPayrollInputs } = await admin.execute(UpsertPayrollInputsDocument, {
    input: {
      idempotencyKey: randomUUID(),
      payGroupId: SAMPLE_PAY_GROUP_ID,
      periodStartDate: SAMPLE_PERIOD_START_DATE,
      inputs: [{ ...payInputs, externalId, earnings: [...(payInputs?.earnings ?? []), bonus] }],
    },
  });
  refuseErrors(upsertPayrollInputs?.userErrors);
  refuseErrors(upsertPayrollInputs?.results[0]?.userErrors);
  const { startPayrollRun } = await admin.execute(StartPayrollRunDocument, {
    input: {
      idempotencyKey: randomUUID(),
      payGroupId: SAMPLE_PAY_GROUP_ID,
      periodStartDate: SAMPLE_PERIOD_START_DATE,
      type: 'BONUS',
    },
  });
  refuseErrors(startPayrollRun?.userErrors);
  const runId = startPayrollRun?.run?.runId ?? '';
  await watchRun(admin, runId);
  const { payrollRun } = await admin.execute(PayrollRunDocument, { runId });
  const { approvePayrollRun } = await approver.execute(ApprovePayrollRunDocument, {
    input: { idempotencyKey: randomUUID(), runId, calculationHash: payrollRun?.calculationHash ?? '' },
  });
  refuseErrors(approvePayrollRun?.userErrors);
  await watchRun(admin, runId, { until: isTerminal });
  const { voidPayrollRun } = await approver.execute(VoidPayrollRunDocument, {
    input: { idempotencyKey: randomUUID(), runId, reason: 'The bonus was entered for the wrong person.' },
  });
  refuseErrors(voidPayrollRun?.userErrors);
  await watchRun(admin, runId, { until: (status) => status === 'VOIDED' });
  return runId;
}

function sampleOf(number: number): SampleEmployee {
  const sample = sampleEmployees(number).toArray().at(-1);
  if (!sample) throw new Error(`the sample company has no employee ${number}`);
  return sample;
}

async function upsert(admin: PayrollClient, employee: SampleEmployee['employee']): Promise<string> {
  const { upsertEmployees } = await admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey: randomUUID(), employees: [employee] },
  });
  refuseErrors(upsertEmployees?.userErrors);
  const [row] = upsertEmployees?.results ?? [];
  refuseErrors(row?.userErrors);
  return row?.employeeId ?? '';
}

/** The sample data is ours: a refusal of it is a defect. */
function refuseErrors(userErrors: { message: string }[] | undefined): void {
  const [first] = userErrors ?? [];
  if (first) throw new Error(`the sample was refused: ${first.message}`);
}
