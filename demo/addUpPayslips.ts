import { PayrollRunItemsDocument } from '../clients/generated/operations/graphql.ts';
import type { PayrollClient } from '../clients/sdk/PayrollClient.ts';

export interface AddedUp {
  calculated: number;
  failed: number;
  /** Decimal strings, as the API gives them. */
  gross: string;
  net: string;
}

/** Reads every employee of a run through the API and adds up what each one shows: a check that shares nothing with the run's own sums. */
export async function addUpPayslips(client: PayrollClient, runId: string): Promise<AddedUp> {
  let [calculated, failed, grossCents, netCents] = [0, 0, 0n, 0n];
  let after: string | null = null;
  do {
    const { payrollRunItems }: { payrollRunItems: Page | null } = await client.execute(PayrollRunItemsDocument, {
      runId,
      first: 100,
      after,
    });
    if (!payrollRunItems) throw new Error(`run ${runId} has no items`);
    for (const { status, grossPay, netPay } of payrollRunItems.nodes) {
      if (status === 'FAILED') failed += 1;
      else calculated += 1;
      grossCents += centsOf(grossPay?.amount ?? '0.00');
      netCents += centsOf(netPay?.amount ?? '0.00');
    }
    after = payrollRunItems.pageInfo.hasNextPage ? payrollRunItems.pageInfo.endCursor : null;
  } while (after !== null);
  return { calculated, failed, gross: amountOf(grossCents), net: amountOf(netCents) };
}

interface Page {
  nodes: { status: string; grossPay: { amount: string } | null; netPay: { amount: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const centsOf = (amount: string) => BigInt(amount.replace('.', ''));

const amountOf = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
