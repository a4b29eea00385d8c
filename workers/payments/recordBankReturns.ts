import { createHash } from 'node:crypto';
import type { BankReturn } from '../../clients/generated/schema.ts';
import { readAchReturns } from '../../payroll/payments/ach/readAchReturns.ts';
import { returnCode } from '../../payroll/payments/ach/returnCode.ts';
import { moneyOf } from '../answers/moneyOf.ts';
import { answerOnce } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { type UserError, userErrorOf } from '../commands/userErrors.ts';
import { openVault } from '../secrets/openVault.ts';
import { recordReturns } from './recordReturns.ts';

export interface RecordedReturns {
  returns: BankReturn[];
  remainingCount: number;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.recordBankReturns: what a bank returned, from the text of its file. Every entry is recorded once whatever the key,
 * so that nothing but the key's use is remembered: sent again, the same file continues where the time ran out.
 */
export async function recordBankReturns(
  event: MutationEvent<'recordBankReturns'>,
  nowMs: number,
): Promise<RecordedReturns> {
  const { companyId, actor } = event.caller;
  const { file, ...input } = event.input;
  const nothing = { returns: [], remainingCount: 0, replayed: false };
  const read = readAchReturns(file);
  if (!read.ok) return { ...nothing, userErrors: [userErrorOf(read.error)] };
  const hash = createHash('sha256').update(file).digest('hex');
  const command = { ...event, input: { ...input, file: hash } };
  const outcome = await answerOnce(command, nowMs, () => Promise.resolve({ items: [], answer: {} }));
  if (outcome.error) return { ...nothing, userErrors: [userErrorOf(outcome.error)] };
  const outcomes = await recordReturns(read.value, {
    companyId,
    actor,
    at: new Date(nowMs).toISOString(),
    openVault: () => openVault(companyId, nowMs),
  });
  const returns = outcomes.map((recorded, i): BankReturn => {
    const { kind, code, amountCents, originalTraceNumber, individualId, individualName, recordNumber } = read.value[
      i
    ] as (typeof read.value)[number];
    const meaning = returnCode(code);
    return {
      recordNumber,
      kind,
      code,
      meaning: meaning.ok ? meaning.value.meaning : code,
      traceNumber: originalTraceNumber,
      individualId,
      individualName,
      amount: moneyOf(amountCents),
      ...recorded,
    };
  });
  const remainingCount = read.value.length - returns.length;
  return { returns, remainingCount, replayed: outcome.replayed, userErrors: [] };
}
