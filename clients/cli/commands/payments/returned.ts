import { ReturnedPaymentsDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { paymentTable } from '../../paymentTable.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

export const run = (invocation: Invocation<PageGiven & { run: string }>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) =>
      (await invocation.read(ReturnedPaymentsDocument, { runId: invocation.given.run, ...page })).returnedPayments,
    table: paymentTable,
    none: 'No payment was returned.',
  });
