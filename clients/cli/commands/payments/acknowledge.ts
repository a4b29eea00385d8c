import { AcknowledgePaymentFileDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<{ run: string; file: string; hash: string }>): Promise<number> {
  const { run: runId, file: paymentFileId, hash } = invocation.given;
  const payload = await invocation.change(AcknowledgePaymentFileDocument, { runId, paymentFileId, hash });
  const { paymentFile } = payload;
  invocation.print(
    payload,
    () => `${paymentFileId} is ${paymentFile?.state}, and settles on ${paymentFile?.effectiveEntryDate}`,
  );
  return EXIT.ok;
}
