import {
  type PaymentPartsFragment,
  PaymentFilesDocument,
  PaymentsDocument,
  UpsertFundingAccountDocument,
  UpsertPayGroupDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { DirectDepositInput, UpsertFundingAccountInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { upsertAllEmployees } from '../../clients/sdk/upsertAll.ts';
import { SAMPLE_PAY_GROUP_ID, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { openPayrollOffice, type PayrollOffice, type PayrollOfficeOptions } from './payrollOffice.ts';

/** Routing numbers of the Federal Reserve Banks of New York and San Francisco. */
export const ROUTING_NUMBERS = { company: '021001208', employee: '121000374' } as const;

export const FUNDING_ACCOUNT: Omit<UpsertFundingAccountInput, 'idempotencyKey'> = {
  fundingAccountId: 'main',
  name: 'Wages',
  bankName: 'First Sample Bank',
  routingNumber: ROUTING_NUMBERS.company,
  accountNumber: '70001234567',
  companyIdentification: '1123456789',
  companyEntryName: 'Sample Company',
};

/** An employee's account: its number is not the number of any other. */
export const accountOf = (number: number): DirectDepositInput => ({
  accountType: number % 3 === 0 ? 'SAVINGS' : 'CHECKING',
  routingNumber: ROUTING_NUMBERS.employee,
  accountNumber: `88${String(number).padStart(8, '0')}`,
});

export interface PayingOfficeOptions extends PayrollOfficeOptions {
  /** How the net pay of an employee is divided; numbers count from 1. By default all of it goes to one account. */
  directDeposits?: (number: number) => DirectDepositInput[];
  sendsPrenotes?: boolean;
}

/** Opens the office of a company that pays by direct deposit. */
export async function openPayingOffice(options: PayingOfficeOptions): Promise<PayrollOffice> {
  const { directDeposits = (number) => [accountOf(number)], sendsPrenotes = false, ...others } = options;
  const office = await openPayrollOffice(others);
  const { admin } = office;
  const account = { ...FUNDING_ACCOUNT, idempotencyKey: 'funding account', sendsPrenotes };
  const { upsertFundingAccount } = await admin.execute(UpsertFundingAccountDocument, { input: account });
  refuseErrors(upsertFundingAccount?.userErrors);
  await recordDeposits(admin, options.employees, directDeposits);
  const group = {
    idempotencyKey: 'group with account',
    payGroupId: SAMPLE_PAY_GROUP_ID,
    name: 'Biweekly',
    frequency: 'BIWEEKLY',
    anchorDate: '2026-01-05',
    payDateOffsetDays: 5,
    approvalPolicy: 'REQUIRED',
    fundingAccountId: FUNDING_ACCOUNT.fundingAccountId,
  } as const;
  const { upsertPayGroup } = await admin.execute(UpsertPayGroupDocument, { input: group });
  refuseErrors(upsertPayGroup?.userErrors);
  return office;
}

/** Records how the net pay of the first employees of the sample company is divided. */
export async function recordDeposits(
  admin: PayrollClient,
  count: number,
  directDeposits: (number: number) => DirectDepositInput[],
  idempotencyKey = 'deposits',
): Promise<void> {
  const employees = [...sampleEmployees(count)].map(({ employee }, index) => ({
    ...employee,
    directDeposits: directDeposits(index + 1),
  }));
  const results = await upsertAllEmployees(admin, employees, { idempotencyKey });
  for (const { userErrors } of results) refuseErrors(userErrors);
}

function refuseErrors(userErrors: readonly { message: string }[] | undefined): void {
  const [first] = userErrors ?? [];
  if (first) throw new Error(first.message);
}

/** All payments of a run, page by page. */
export async function readPayments(client: PayrollClient, runId: string, first = 100): Promise<PaymentPartsFragment[]> {
  const all: PaymentPartsFragment[] = [];
  let after: string | null = null;
  do {
    const page: { payments: { nodes: PaymentPartsFragment[]; pageInfo: { endCursor: string | null } } | null } =
      await client.execute(PaymentsDocument, { runId, first, after });
    all.push(...(page.payments?.nodes ?? []));
    after = page.payments?.pageInfo.endCursor ?? null;
  } while (after !== null);
  return all;
}

/** The files of a run in the order in which they were written. */
export async function readFiles(client: PayrollClient, runId: string) {
  const { paymentFiles } = await client.execute(PaymentFilesDocument, { runId });
  return (paymentFiles ?? []).toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
}
