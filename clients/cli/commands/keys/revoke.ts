import { RevokeApiKeyDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<{ apiKey: string }>): Promise<number> {
  const apiKeyId = invocation.given.apiKey;
  const payload = await invocation.change(RevokeApiKeyDocument, { apiKeyId });
  invocation.print(payload, () => `${apiKeyId} is revoked`);
  return EXIT.ok;
}
