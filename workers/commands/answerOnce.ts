import { type ErrorCode, isRefusal, type PayrollError, type Refusal, refuse } from '../../payroll/errors.ts';
import { type Command, earlierAnswer, rememberAnswer } from '../../table/command.ts';
import { transact, type TransactItem } from '../../table/transact.ts';
import type { MutationCaller, MutationName } from './MutationEvent.ts';

/** What a command comes to: a refusal, something that is there already, or writes together with their answer. */
export type Decision<Answer> =
  | Refusal<ErrorCode>
  | { existing: Answer }
  /** Rows were refused and none is written: nothing is recorded, and the key may be used again. */
  | { nothing: Answer }
  | { items: TransactItem[]; answer: Answer };

export type Outcome<Answer> =
  { error: PayrollError<ErrorCode>; answer?: undefined } | { error?: undefined; answer: Answer; replayed: boolean };

/** How often a command is decided afresh when somebody else changes what it read before it could write. */
const ATTEMPTS = 5;

/**
 * Runs a command at most once for its idempotency key. Its writes and the record of its answer are one transaction: a
 * second call, at the same time or later, gets the first one's answer; the same key with other input is refused.
 * @param decide reads, and says what to write; called again when the transaction lost a race
 */
export async function answerOnce<Answer>(
  event: { caller: MutationCaller; mutation: MutationName; input: { idempotencyKey: string } },
  nowMs: number,
  decide: () => Promise<Decision<Answer>>,
): Promise<Outcome<Answer>> {
  const { idempotencyKey, ...input } = event.input;
  const command: Command = {
    companyId: event.caller.companyId,
    mutation: event.mutation,
    idempotencyKey,
    actor: event.caller.actor,
    input,
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const earlier = await earlierAnswer(command);
    if (earlier && 'differingField' in earlier) return keyReused(idempotencyKey, earlier.differingField);
    if (earlier) return { answer: earlier.answer as Answer, replayed: true };
    const decision = await decide();
    if (isRefusal(decision)) return decision;
    if ('nothing' in decision) return { answer: decision.nothing, replayed: false };
    // What was there already is remembered too: the same key with other input would find something else.
    const replayed = 'existing' in decision;
    const [answer, items] = replayed ? [decision.existing, []] : [decision.answer, decision.items];
    const { refused } = await transact([rememberAnswer(command, answer, nowMs, replayed), ...items]);
    if (!refused) return { answer, replayed };
  }
  return refuse(
    'VERSION_CONFLICT',
    `${event.mutation} met a change by somebody else ${ATTEMPTS} times in a row and wrote nothing.`,
    'Send it again with the same idempotency key.',
  );
}

const keyReused = (idempotencyKey: string, field: string) =>
  refuse(
    'IDEMPOTENCY_KEY_REUSED',
    `idempotencyKey "${idempotencyKey}" was used before with another ${field}.`,
    'Use a new key for a new intention, or send exactly the first input again.',
    field,
  );
