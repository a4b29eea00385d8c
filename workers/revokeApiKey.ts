import { refuse } from '../payroll/errors.ts';
import { getApiKey, revokeApiKey } from '../table/apiKey.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

interface RevokedApiKey {
  apiKeyId?: string;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.revokeApiKey. The authorizer's cache may let the key pass for as long as its `ttlOverride` says. */
export const handler = mutationHandler(async (event: MutationEvent<'revokeApiKey'>): Promise<RevokedApiKey> => {
  const { apiKeyId } = event.input;
  const nowMs = Date.now();
  const outcome = await answerOnce<{ apiKeyId: string }>(event, nowMs, async () => {
    const record = await getApiKey(apiKeyId);
    if (record?.companyId !== event.caller.companyId)
      return refuse(
        'API_KEY_NOT_FOUND',
        `API key "${apiKeyId}" does not exist in this company.`,
        'Give the apiKeyId that createApiKey answered.',
        'apiKeyId',
      );
    return { items: revokeApiKey(record, new Date(nowMs).toISOString()), answer: { apiKeyId } };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  return { apiKeyId: outcome.answer.apiKeyId, replayed: outcome.replayed, userErrors: [] };
});
