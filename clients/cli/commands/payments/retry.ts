import { RetryPaymentDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { paymentTable } from '../../paymentTable.ts';

export async function run(invocation: Invocation<{ payment: string }>): Promise<number> {
  const { payment: paymentId } = invocation.given;
  await invocation.confirm(`This pays ${paymentId} again`, 'pay', { paymentId });
  const payload = await invocation.change(RetryPaymentDocument, { paymentId });
  invocation.print(payload, () => paymentTable(payload.payment ? [payload.payment] : []));
  return EXIT.ok;
}
