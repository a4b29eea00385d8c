import type { GarnishmentInput } from '../../../clients/generated/schema.ts';
import type { GarnishmentOrder } from '../../../payroll/GarnishmentOrder.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** An order to withhold. What its ceiling depends on may still be missing: the run then holds the employee. */
export const garnishmentOf = (reader: InputReader, input: GarnishmentInput, path: string): GarnishmentOrder =>
  withoutAbsent<GarnishmentOrder>({
    orderId: reader.id(input.orderId, `${path}.orderId`),
    type: input.type,
    receivedDate: reader.date(input.receivedDate, `${path}.receivedDate`) ?? '',
    amountCents: reader.money(input.amount, `${path}.amount`),
    balanceCents: reader.money(input.balance, `${path}.balance`),
    isSupportingOtherFamily: input.isSupportingOtherFamily,
    hasArrearsOver12Weeks: input.hasArrearsOver12Weeks,
    stateLimit: stateLimitOf(reader, input, path),
    exemptCents: reader.money(input.exemptAmount, `${path}.exemptAmount`),
    isBeforeSupport: input.isBeforeSupport,
  });

function stateLimitOf(
  reader: InputReader,
  { stateLimit, hasFederalLimitOnly }: GarnishmentInput,
  path: string,
): GarnishmentOrder['stateLimit'] | undefined {
  if (stateLimit && hasFederalLimitOnly)
    reader.refuse(
      `${path}.stateLimit is given, and hasFederalLimitOnly says that there is none.`,
      'Give one of them only.',
      `${path}.stateLimit`,
    );
  if (hasFederalLimitOnly) return 'FEDERAL_ONLY';
  if (!stateLimit) return undefined;
  return {
    ratePpm: reader.percent(stateLimit.percent, `${path}.stateLimit.percent`) ?? 0,
    protectedCents: reader.requiredMoney(stateLimit.protectedAmount, `${path}.stateLimit.protectedAmount`),
  };
}
