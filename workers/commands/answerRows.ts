import { createHash } from 'node:crypto';
import { type ErrorCode, refuse, type Result } from '../../payroll/errors.ts';
import { type Command, earlierAnswer, putAnswer } from '../../table/command.ts';
import type { Outcome } from './answerOnce.ts';
import type { MutationCaller, MutationName } from './MutationEvent.ts';
import type { RowResult } from './rows.ts';

/**
 * Runs a command on many rows. They are too many for one transaction, so each is written for itself, together with the proof
 * that this command wrote it; the record with the answer follows once. A death in between leaves some rows written: the retry
 * recognizes them, answers for them as the first call would have, and completes the rest.
 * @param work takes the rows, each by a name that is the command's alone
 */
export async function answerRows(
  event: { caller: MutationCaller; mutation: MutationName; input: { idempotencyKey: string } },
  nowMs: number,
  work: (commandName: string) => Promise<Result<RowResult[], ErrorCode>>,
): Promise<Outcome<RowResult[]>> {
  const { idempotencyKey, ...input } = event.input;
  const { companyId, actor } = event.caller;
  const command: Command = { companyId, mutation: event.mutation, idempotencyKey, actor, input };
  const earlier = await replayOf(command);
  if (earlier) return earlier;
  const done = await work(nameOf(command));
  if (!done.ok) return done;
  // Where rows were refused and none was written, nothing is recorded, and the key may be used again.
  const has = (...outcomes: RowResult['outcome'][]) => done.value.some(({ outcome }) => outcomes.includes(outcome));
  if (has('REFUSED') && !has('CREATED', 'UPDATED', 'REMOVED')) return { answer: done.value, replayed: false };
  if (await putAnswer(command, done.value, nowMs)) return { answer: done.value, replayed: false };
  // The same call at the same time was answered first.
  return (await replayOf(command)) ?? { answer: done.value, replayed: false };
}

async function replayOf(command: Command): Promise<Outcome<RowResult[]> | undefined> {
  const earlier = await earlierAnswer(command);
  if (earlier && 'differingField' in earlier)
    return refuse(
      'IDEMPOTENCY_KEY_REUSED',
      `idempotencyKey "${command.idempotencyKey}" was used before with another ${earlier.differingField}.`,
      'Use a new key for a new intention, or send exactly the first input again.',
      earlier.differingField,
    );
  return earlier && { answer: earlier.answer as RowResult[], replayed: true };
}

/** 96 bits that stand for the command in what it writes. */
const nameOf = ({ mutation, idempotencyKey }: Command) =>
  createHash('sha256').update(`${mutation}\n${idempotencyKey}`).digest('base64url').slice(0, 16);
