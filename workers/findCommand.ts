import type { Command } from '../clients/generated/schema.ts';
import { answerTextOf, getCommand } from '../table/command.ts';

interface FindCommandEvent {
  companyId: string;
  mutation: string;
  idempotencyKey: string;
}

/** Query.command: what an idempotency key did. The record lies under a hash of the key, more than a resolver can compute. */
export const handler = async (event: FindCommandEvent): Promise<Command | null> => {
  const { mutation, idempotencyKey } = event;
  const record = await getCommand(event);
  if (!record) return null;
  const { actor, at, foundExisting } = record;
  const outcome = foundExisting ? 'FOUND_EXISTING' : 'DONE';
  return { mutation, idempotencyKey, outcome, actor, at, ids: idsIn(JSON.parse(answerTextOf(record))) };
};

const NOT_AN_ID_OF_THIS = ['companyId', 'externalId'];

/** The values of members such as `runId` in an answer, in their order, each once. */
function idsIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return [...new Set(answer.flatMap(idsIn))];
  if (answer === null || typeof answer !== 'object') return [];
  const found = Object.entries(answer).flatMap(([member, value]) => {
    if (typeof value === 'string') return member.endsWith('Id') && !NOT_AN_ID_OF_THIS.includes(member) ? [value] : [];
    return idsIn(value);
  });
  return [...new Set(found)];
}
