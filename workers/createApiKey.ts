import { randomBytes } from 'node:crypto';
import { apiKeyIdOf, putApiKey } from '../table/apiKey.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { invalidInput } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

interface CreatedApiKey {
  apiKeyId?: string;
  secret?: string;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.createApiKey. The secret leaves this function once; the table and the record of the command hold its hash. */
export const handler = mutationHandler(async (event: MutationEvent<'createApiKey'>): Promise<CreatedApiKey> => {
  const { companyId, actor } = event.caller;
  const { name, scopes } = event.input;
  const nowMs = Date.now();
  const secret = `pk_${randomBytes(32).toString('base64url')}`;
  const apiKeyId = apiKeyIdOf(secret);
  const outcome = await answerOnce<{ apiKeyId: string }>(event, nowMs, async () => {
    if (name.trim().length < 1 || name.length > 100)
      return invalidInput('name', name.slice(0, 40), 'a text of 1 to 100 characters', 'Name the partner application.');
    if (scopes.length < 1) return invalidInput('scopes', scopes, 'at least one scope', 'Give READ, or READ and WRITE.');
    const createdAt = new Date(nowMs).toISOString();
    const record = { apiKeyId, companyId, name, scopes: [...new Set(scopes)], createdBy: actor, createdAt };
    return { items: putApiKey(record), answer: { apiKeyId } };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const { replayed, answer } = outcome;
  return { apiKeyId: answer.apiKeyId, ...(replayed ? {} : { secret }), replayed, userErrors: [] };
});
