import { RedriveDeadLettersDocument } from '../../../generated/operations/graphql.ts';
import type { DeadLetterQueueName } from '../../../generated/schema.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<{ queue: DeadLetterQueueName }>): Promise<number> {
  const { queue } = invocation.given;
  const payload = await invocation.change(RedriveDeadLettersDocument, { queue });
  invocation.print(payload, () => `about ${payload.redrivenCount} of ${queue} are sent again`);
  return EXIT.ok;
}
