import { PaymentsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import type { Payment } from '../payments/Payment.ts';

/** As many as a page of the API may hold. */
const PAGE = 100;

/** The API lists a run's payments in the order of employee ids and not by employee: a longer run is not searched. */
export const MOST_SEARCHED = 1_000;

/** The payments of one employee in a run of at most `MOST_SEARCHED` employees. */
export async function readPaymentsOf(runId: string, employeeId: string): Promise<Payment[]> {
  const found: Payment[] = [];
  let after: string | null = null;
  for (;;) {
    const { payments }: { payments?: PaymentPage | null } = await execute(PaymentsDocument, {
      runId,
      first: PAGE,
      after,
    });
    const nodes = payments?.nodes ?? [];
    found.push(...nodes.filter((payment) => payment.employeeId === employeeId));
    after = payments?.pageInfo.endCursor ?? null;
    const isPast = (nodes.at(-1)?.employeeId ?? '') > employeeId;
    if (isPast || after === null || !payments?.pageInfo.hasNextPage) return found;
  }
}

interface PaymentPage {
  nodes: Payment[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}
