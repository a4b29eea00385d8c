import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import type { PaymentPlace } from '../../table/payments.ts';
import { findSegment, getRunItems } from '../../table/runItem.ts';
import { ownerOfIndividualId } from './individualId.ts';

/** The payment that an entry of a file pays. Not for prenotes, which pay nothing. */
export async function placeOfEntry(
  { companyId, runId, retries }: PaymentFileRecord,
  individualId: string,
): Promise<PaymentPlace> {
  if (retries) return retries;
  const { employeeIdPrefix, split } = ownerOfIndividualId(individualId);
  const segment = await findSegment(companyId, runId, employeeIdPrefix);
  const items = segment ? await getRunItems(companyId, runId, segment.segment) : [];
  const item = items.find(({ employeeId }) => employeeId.startsWith(employeeIdPrefix));
  if (!segment || !item) throw new Error(`${individualId} of a file of ${runId} is not in the run`);
  return { runId, segment: segment.segment, employeeId: item.employeeId, split };
}
