import { PaymentsDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { paymentTable } from '../../paymentTable.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

export const run = (invocation: Invocation<PageGiven & { run: string }>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) =>
      (await invocation.read(PaymentsDocument, { runId: invocation.given.run, ...page })).payments,
    table: paymentTable,
    none: 'There are no payments yet.',
  });
