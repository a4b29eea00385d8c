import { VirtualClock } from 'cdk-local-engine';
import {
  CashRequirementDocument,
  JournalDocument,
  type LedgerEntryPartsFragment,
  PayrollRunItemsDocument,
  type RunItemPartsFragment,
  type VoidPayrollRunMutation,
  VoidPayrollRunDocument,
  YearToDateDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { StartPayrollRunInput, VoidPayrollRunInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { approveAs, clocked, type ClockedOffice } from './clockedOffice.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { accountOf, openPayingOffice } from './payingOffice.ts';
import { startRun } from './payrollOffice.ts';

/** The Monday after the sample period, which is paid on Friday. */
const OPENED_AT = '2026-11-23T15:00:00Z';

/** An office that pays every third employee by check, and all others by direct deposit. */
export async function openPostingOffice(employees: number): Promise<ClockedOffice> {
  const clock = new VirtualClock(Date.parse(OPENED_AT));
  const faults = new OrderedFaults();
  const directDeposits = (number: number) => (number % 3 === 0 ? [] : [accountOf(number)]);
  const office = await openPayingOffice({ employees, clock, faults, directDeposits, random: () => 0.1 });
  return clocked(office, clock, faults);
}

/** Starts a run, has it approved, and lets time pass until it is paid. */
export async function payRun(office: ClockedOffice, input: Partial<StartPayrollRunInput> = {}): Promise<string> {
  const runId = await startRun(office.admin, { idempotencyKey: crypto.randomUUID(), ...input });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  const { userErrors } = await approveAs(office.approver, runId);
  if (userErrors[0]) throw new Error(userErrors[0].message);
  await office.runIs(runId, 'PAID', 'PARTIALLY_PAID');
  return runId;
}

export type VoidAnswer = NonNullable<VoidPayrollRunMutation['voidPayrollRun']>;

export async function voidRun(client: PayrollClient, input: Partial<VoidPayrollRunInput>): Promise<VoidAnswer> {
  const { voidPayrollRun } = await client.execute(VoidPayrollRunDocument, {
    input: { idempotencyKey: crypto.randomUUID(), runId: '', reason: 'Paid twice.', ...input },
  });
  if (!voidPayrollRun) throw new Error('the void has no answer');
  return voidPayrollRun;
}

/** The items of a run, in the order of employee ids. */
export async function readItems(client: PayrollClient, runId: string): Promise<RunItemPartsFragment[]> {
  const { payrollRunItems } = await client.execute(PayrollRunItemsDocument, { runId, first: 100 });
  return payrollRunItems?.nodes ?? [];
}

/** The whole journal of a run, page by page. */
export async function readJournal(
  client: PayrollClient,
  runId: string,
  first = 100,
): Promise<LedgerEntryPartsFragment[]> {
  const entries: LedgerEntryPartsFragment[] = [];
  let after: string | null = null;
  do {
    const page: { journal: { nodes: LedgerEntryPartsFragment[]; pageInfo: { endCursor: string | null } } | null } =
      await client.execute(JournalDocument, { runId, first, after });
    entries.push(...(page.journal?.nodes ?? []));
    after = page.journal?.pageInfo.endCursor ?? null;
  } while (after !== null);
  return entries;
}

/** What each account comes to over some entries, in signed cents; accounts that come to nothing are left out. */
export function balancesOf(entries: readonly LedgerEntryPartsFragment[]): Record<string, number> {
  const balances: Record<string, number> = {};
  for (const { account, debit, credit } of entries.flatMap(({ postings }) => postings))
    balances[account] = (balances[account] ?? 0) + centsOf(debit) - centsOf(credit);
  return Object.fromEntries(Object.entries(balances).filter(([, balance]) => balance !== 0));
}

export const centsOf = (money: { amount: string } | null | undefined): number =>
  money ? Math.round(Number(money.amount) * 100) : 0;

export const readYear = async (client: PayrollClient, employeeId: string, year = 2026) =>
  (await client.execute(YearToDateDocument, { employeeId, year })).yearToDate;

export const readCashRequirement = async (client: PayrollClient, runId: string) =>
  (await client.execute(CashRequirementDocument, { runId })).cashRequirement;
