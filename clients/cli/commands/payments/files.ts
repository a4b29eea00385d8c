import { PaymentFilesDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<{ run: string }>): Promise<number> {
  const { paymentFiles } = await invocation.read(PaymentFilesDocument, { runId: invocation.given.run });
  return printList(invocation, paymentFiles, {
    headings: ['FILE', 'KIND', 'FROM', 'SETTLES', 'ENTRIES', 'CREDIT', 'DEBIT', 'STATE', 'SHA-256'],
    cells: (file) => [
      file.paymentFileId,
      file.kind,
      file.fundingAccountId,
      file.effectiveEntryDate,
      file.entryCount,
      file.totalCredit.amount,
      file.totalDebit.amount,
      file.state,
      file.hash,
    ],
    none: 'No file was written for it.',
  });
}
