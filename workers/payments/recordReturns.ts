import type { BankReturnOutcome } from '../../clients/generated/schema.ts';
import { formatMoney } from '../../payroll/money.ts';
import type { AchReturn } from '../../payroll/payments/ach/readAchReturns.ts';
import { returnCode } from '../../payroll/payments/ach/returnCode.ts';
import { paymentIdOf } from '../../table/payments.ts';
import type { AccountVault } from '../secrets/AccountVault.ts';
import { noteChange } from './noteChange.ts';
import { notePrenoteReturned } from './notePrenotes.ts';
import { noteReturn } from './noteReturn.ts';
import { placeOfEntry } from './placeOfEntry.ts';
import { type FoundEntry, SentFiles } from './SentFiles.ts';

/** What became of one returned entry. */
export interface ReturnOutcome {
  outcome: BankReturnOutcome;
  /** What happened and what to do, as sentences. */
  message: string;
  runId: string | null;
  paymentId: string | null;
  noticeId: string | null;
}

const NOWHERE = { runId: null, paymentId: null, noticeId: null } as const;

/** A call ends with what it has after this time; sent again, the same file is continued. */
const LONGEST_MS = 18_000;

export interface Recorder {
  companyId: string;
  actor: string;
  at: string;
  openVault: () => Promise<AccountVault>;
}

/**
 * Records what a bank returned, entry by entry in the order of the file. Each is recorded once, however often its file is
 * handed in. Answers one outcome for each of the first entries: all, as a rule.
 */
export async function recordReturns(returns: readonly AchReturn[], recorder: Recorder): Promise<ReturnOutcome[]> {
  const files = new SentFiles(recorder.companyId);
  const startedAt = Date.now();
  const outcomes: ReturnOutcome[] = [];
  for (const each of returns) {
    if (Date.now() - startedAt > LONGEST_MS) break;
    outcomes.push(await record(each, files, recorder));
  }
  return outcomes;
}

async function record(returned: AchReturn, files: SentFiles, recorder: Recorder): Promise<ReturnOutcome> {
  const { kind, code, originalTraceNumber } = returned;
  const candidates = await files.entriesWith(originalTraceNumber);
  const [newest] = candidates;
  if (!newest)
    return {
      ...NOWHERE,
      outcome: 'NOT_FOUND',
      message: `No entry of this company went out with trace number ${originalTraceNumber}. Ask the bank whose it is.`,
    };
  const found = candidates.find((candidate) => isSame(returned, candidate)) ?? newest;
  const { runId } = found.file;
  if (!isSame(returned, found))
    return { ...NOWHERE, outcome: 'DIFFERS', message: differenceOf(returned, found), runId };
  if (found.entry.isOffset)
    return {
      ...NOWHERE,
      outcome: 'NEEDS_ATTENTION',
      message: `The bank returned the debit of the funding account with ${code}: the file is not funded. Call the bank at once.`,
      runId,
    };
  switch (kind) {
    case 'RETURN':
      return recordReturn(returned, found, recorder);
    case 'CHANGE':
      return recordChange(returned, found, recorder);
    case 'DISHONORED':
    case 'CONTESTED':
      return {
        ...NOWHERE,
        outcome: 'NEEDS_ATTENTION',
        message: `${code} is about an earlier return, which the banks dispute. The payment stays as it is until your bank tells you how it ends.`,
        runId,
      };
  }
}

async function recordReturn(returned: AchReturn, found: FoundEntry, recorder: Recorder): Promise<ReturnOutcome> {
  const { entry, file } = found;
  const { runId } = file;
  const { code } = returned;
  if (entry.isPrenote) {
    const isNew = await notePrenoteReturned(file, entry.individualId, code);
    const message = isNew
      ? 'The account stays unused until another one is recorded.'
      : 'It was recorded before, or another account was recorded since.';
    return { ...NOWHERE, outcome: isNew ? 'RECORDED' : 'ALREADY_RECORDED', message: `A prenote. ${message}`, runId };
  }
  const place = await placeOfEntry(file, entry.individualId);
  const isNew = await noteReturn(file, place, code, recorder);
  const meaning = returnCode(code);
  const message = isNew && meaning.ok ? meaning.value.resolution : 'It was recorded before.';
  return {
    ...NOWHERE,
    outcome: isNew ? 'RECORDED' : 'ALREADY_RECORDED',
    message,
    runId,
    paymentId: paymentIdOf(place),
  };
}

async function recordChange(returned: AchReturn, found: FoundEntry, recorder: Recorder): Promise<ReturnOutcome> {
  const noted = await noteChange(returned, found, await recorder.openVault(), recorder);
  const { runId } = found.file;
  if (!noted)
    return {
      ...NOWHERE,
      outcome: 'NEEDS_ATTENTION',
      message: 'The employee is not on file any more. Tell the bank.',
      runId,
    };
  const { notice, isNew } = noted;
  const message = !isNew
    ? 'It was recorded before.'
    : notice.becomes
      ? `Somebody else applies it by ${notice.applyByDate}, or before the next pay.`
      : `It names no account that could be applied. Ask the bank, and correct the employee by ${notice.applyByDate}.`;
  return { ...NOWHERE, outcome: isNew ? 'RECORDED' : 'ALREADY_RECORDED', message, runId, noticeId: notice.noticeId };
}

/** A notice of change carries no amount. */
const isSame = ({ kind, amountCents, individualId }: AchReturn, { entry }: FoundEntry): boolean =>
  (kind === 'CHANGE' || amountCents === entry.amountCents) &&
  (individualId === '' || individualId.replace('-', '') === entry.individualId);

function differenceOf({ originalTraceNumber, amountCents, individualId }: AchReturn, { entry }: FoundEntry): string {
  const sent = `${formatMoney(entry.amountCents)} to individual id ${entry.individualId}`;
  const returned = `${formatMoney(amountCents)} to "${individualId}"`;
  return `Trace number ${originalTraceNumber} went out with ${sent}; the bank returned ${returned}. Nothing was recorded: ask the bank.`;
}
