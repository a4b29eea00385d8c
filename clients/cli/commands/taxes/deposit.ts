import { RecordTaxDepositDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

interface Given {
  liability: string;
  amount: string;
  on: string;
  confirmation: string;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { liability: liabilityId, amount, on: depositedOn, confirmation } = invocation.given;
  const payload = await invocation.change(RecordTaxDepositDocument, { liabilityId, amount, depositedOn, confirmation });
  const { deposit } = payload;
  invocation.print(payload, () => `${deposit?.amount.amount} for ${liabilityId} is recorded as ${deposit?.depositId}`);
  return EXIT.ok;
}
