import { MarkPaymentReturnedDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { paymentTable } from '../../paymentTable.ts';

export async function run(invocation: Invocation<{ payment: string; code: string }>): Promise<number> {
  const { payment: paymentId, code: returnCode } = invocation.given;
  const payload = await invocation.change(MarkPaymentReturnedDocument, { paymentId, returnCode });
  invocation.print(payload, () => paymentTable(payload.payment ? [payload.payment] : []));
  return EXIT.ok;
}
