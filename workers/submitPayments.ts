import { z } from 'zod';
import { getPaymentFile } from '../table/paymentFile.ts';
import { outboxGateway } from './payments/outboxGateway.ts';
import { notePrenotes } from './payments/notePrenotes.ts';
import { noteSubmitted } from './payments/noteSubmitted.ts';
import { readPaymentFile } from './payments/readPaymentFile.ts';
import { releaseWhenSubmitted } from './payments/releaseWhenSubmitted.ts';
import { consumeCompanyQueue } from './queues/consumeCompanyQueue.ts';

/**
 * Hands one payment file to the gateway. What follows from it is noted before the file counts as submitted: a worker that dies
 * between asks the gateway again, which knows the file by its id.
 */
export const handler = consumeCompanyQueue({
  name: 'submitPayments',
  message: z.object({
    companyId: z.string().min(1),
    runId: z.string().min(1).max(80),
    paymentFileId: z.string().min(1),
  }),
  idMember: 'paymentFileId',
  take: async ({ companyId, runId, paymentFileId }) => {
    const file = await getPaymentFile(companyId, runId, paymentFileId);
    if (!file) throw new Error(`${paymentFileId} of ${runId} is not in the table`);
    const at = new Date().toISOString();
    if (file.status === 'WRITTEN') {
      const text = await readPaymentFile(file);
      await outboxGateway.deliver(file, text);
      await notePrenotes(file, text);
    }
    await noteSubmitted(file, at);
    await releaseWhenSubmitted(companyId, runId);
  },
});
