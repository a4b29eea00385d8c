import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import {
  deliverPaymentFile,
  getPaymentFile,
  getPaymentFiles,
  notePaymentFileDownload,
  type PaymentFileRecord,
} from '../../table/paymentFile.ts';
import { getPaidItem, putPaymentState } from '../../table/paymentState.ts';
import { getRun, noteItems } from '../../table/payrollRun.ts';
import type { TransactItem } from '../../table/transact.ts';
import { announcePayment } from '../bus/announcePayment.ts';
import { announceStatus } from '../bus/announceStatus.ts';
import { answerOnce, type Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { runNotFound } from '../commands/refusals.ts';
import { type UserError, userErrorOf } from '../commands/userErrors.ts';
import { presignDownload } from '../exports/presignDownload.ts';
import { controlSheet } from './controlSheet.ts';

export interface ReleasedFile {
  file?: PaymentFileRecord;
  url?: string;
  expiresAt?: string;
  controlSheet?: string;
  replayed: boolean;
  userErrors: UserError[];
}

type Release = MutationEvent<'downloadPaymentFile'> | MutationEvent<'acknowledgePaymentFile'>;

/**
 * Mutation.downloadPaymentFile and acknowledgePaymentFile: the way of a file out of the house. Both stand in the run's history
 * with who did it, and in the file's record, in the same transaction.
 */
export async function releasePaymentFile(event: Release, nowMs: number): Promise<ReleasedFile> {
  const { companyId } = event.caller;
  const { runId, paymentFileId } = event.input;
  const at = new Date(nowMs).toISOString();
  const outcome = await answerOnce(event, nowMs, () => decide(event, at));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const [file, run] = await Promise.all([getPaymentFile(companyId, runId, paymentFileId), getRun(companyId, runId)]);
  if (!file || !run) throw new Error(`${paymentFileId} of ${runId} was released but is not in the table`);
  const released = { file, replayed: outcome.replayed, userErrors: [] };
  if (event.mutation === 'downloadPaymentFile') {
    const { url, expiresAt } = await presignDownload(file.objectKey, nowMs);
    return { ...released, url, expiresAt, controlSheet: controlSheet(file, `${file.hash}.ach`) };
  }
  await announceStatus(run, at);
  const paid = file.retries && (await getPaidItem(companyId, file.retries));
  if (file.retries && paid?.state) await announcePayment(companyId, file.retries, paid.state);
  return released;
}

async function decide(event: Release, at: string): Promise<Decision<{ paymentFileId: string }>> {
  const { companyId, actor } = event.caller;
  const { runId, paymentFileId } = event.input;
  const [run, files] = await Promise.all([getRun(companyId, runId), getPaymentFiles(companyId, runId)]);
  if (!run) return runNotFound(runId);
  const file = files.find((candidate) => candidate.paymentFileId === paymentFileId);
  const refusal = file ? refusalOf(file) : notFound(paymentFileId, runId);
  if (!file || refusal) return refusal ?? notFound(paymentFileId, runId);
  const answer = { paymentFileId };
  if (event.mutation === 'downloadPaymentFile') {
    const cause = { actor, at, reason: `Payment file ${paymentFileId} was fetched.` };
    return { items: [notePaymentFileDownload(file, { actor, at }), ...noteItems(run, cause).items], answer };
  }
  if (file.deliveredAt !== undefined) return { existing: answer };
  if (event.input.hash !== file.hash)
    return refuse(
      'INVALID_INPUT',
      `hash is "${event.input.hash.slice(0, 80)}"; payment file "${paymentFileId}" has ${file.hash}.`,
      'Do not send that file: fetch it again with downloadPaymentFile, and compare.',
      'hash',
    );
  const others = files.filter((each) => each.kind !== 'RETRY' && each !== file);
  const isLast = file.kind !== 'RETRY' && others.every(({ deliveredAt }) => deliveredAt !== undefined);
  const cause = { actor, at, reason: `The bank has payment file ${paymentFileId}.` };
  return {
    items: [
      deliverPaymentFile(file, actor, at),
      ...noteItems(run, cause, isLast ? { paymentsDeliveredAt: at } : {}).items,
      ...(await deliveredRetry(file, at)),
    ],
    answer,
  };
}

/** The payment that a retry's file pays again remembers itself that the bank has it. */
async function deliveredRetry(
  { companyId, paymentFileId, retries }: PaymentFileRecord,
  at: string,
): Promise<TransactItem[]> {
  const paid = retries && (await getPaidItem(companyId, retries));
  // It may have been returned and paid once more since.
  if (!retries || !paid?.state || paid.state.paymentFileId !== paymentFileId || paid.state.status === 'RETURNED')
    return [];
  return [putPaymentState(companyId, retries, paid, { ...paid.state, deliveredAt: at })];
}

function refusalOf({ paymentFileId, status }: PaymentFileRecord): Refusal<ErrorCode> | undefined {
  if (status === 'SUBMITTED') return undefined;
  return refuse(
    'INVALID_STATE',
    `Payment file "${paymentFileId}" is ${status} and not ready yet.`,
    'Wait some seconds, then ask again.',
    'paymentFileId',
  );
}

const notFound = (paymentFileId: string, runId: string) =>
  refuse(
    'PAYMENT_FILE_NOT_FOUND',
    `Payment file "${paymentFileId}" is not one of run "${runId}".`,
    'List the files of the run with the query paymentFiles.',
    'paymentFileId',
  );
