import { createHash } from 'node:crypto';
import type { PayslipVerification } from '../clients/generated/schema.ts';
import type { RunItemPlace } from '../table/runItem.ts';
import { firstDifferenceOf } from './recorded/firstDifferenceOf.ts';
import { getRecordedPayslip } from './recorded/getRecordedPayslip.ts';

/** Query.verifyPayslip: proves a payslip by calculating it again from the frozen inputs and the recorded rule set. */
export const handler = async (place: RunItemPlace): Promise<PayslipVerification | null> => {
  const recorded = await getRecordedPayslip(place);
  if (!recorded) return null;
  const firstDifference = firstDifferenceOf(recorded) ?? null;
  const hash = createHash('sha256').update(recorded.item.payslip).digest('hex');
  return { matches: firstDifference === null, hash, firstDifference };
};
