import { RecordManualPaymentDocument } from '../../../generated/operations/graphql.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { paymentTable } from '../../paymentTable.ts';

export async function run(
  invocation: Invocation<{ payment: string; reason: string; check: string | undefined }>,
): Promise<number> {
  const { payment: paymentId, reason, check } = invocation.given;
  await invocation.confirm(`This records that ${paymentId} was paid by hand`, 'paid', { paymentId });
  const input = { paymentId, reason, ...defined({ checkNumber: check }) };
  const payload = await invocation.change(RecordManualPaymentDocument, input);
  invocation.print(payload, () => paymentTable(payload.payment ? [payload.payment] : []));
  return EXIT.ok;
}
