import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import { paymentIdOf, type PaymentPlace } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import { findSegment, getRunItems } from '../../table/runItem.ts';
import { transact } from '../../table/transact.ts';
import { announcePayment } from '../bus/announcePayment.ts';
import { notePrenoteReturned } from './notePrenotes.ts';
import { ownerOfIndividualId } from './individualId.ts';
import type { ReturnedEntry } from './PaymentGateway.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { returnedState } from './returnedState.ts';
import { sentEntries } from './sentEntries.ts';

/** How often a return is noted afresh when somebody else changes the run or the payment before it could be written. */
const ATTEMPTS = 10;

/**
 * Notes the entries of a file that the bank sent back, each once: a payment that was paid again meanwhile, or that is noted
 * already, stays as it is.
 */
export async function takeReturns(
  file: PaymentFileRecord,
  text: string,
  returned: readonly ReturnedEntry[],
  at: string,
): Promise<void> {
  const codes = new Map(returned.map(({ traceNumber, returnCode }) => [traceNumber, returnCode]));
  if (codes.size === 0) return;
  for (const { traceNumber, individualId, isPrenote } of sentEntries(text)) {
    const code = codes.get(traceNumber);
    if (code === undefined) continue;
    if (isPrenote) await notePrenoteReturned(file.companyId, individualId, code);
    else await takeReturn(file, file.retries ?? (await placeOf(file, individualId)), code, at);
  }
}

async function placeOf({ companyId, runId }: PaymentFileRecord, individualId: string): Promise<PaymentPlace> {
  const { employeeIdPrefix, split } = ownerOfIndividualId(individualId);
  const segment = await findSegment(companyId, runId, employeeIdPrefix);
  const items = segment ? await getRunItems(companyId, runId, segment.segment) : [];
  const item = items.find(({ employeeId }) => employeeId.startsWith(employeeIdPrefix));
  if (!segment || !item) throw new Error(`${individualId} of a file of ${runId} is not in the run`);
  return { runId, segment: segment.segment, employeeId: item.employeeId, split };
}

async function takeReturn(file: PaymentFileRecord, place: PaymentPlace, code: string, at: string): Promise<void> {
  const { companyId, runId } = file;
  const next = returnedState(code, file.retries?.attempt ?? 1, at);
  if (!next.ok) throw new Error(`the gateway answered ${code}: ${next.error.message}`);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const [run, paid] = await Promise.all([getRun(companyId, runId), getPaidItem(companyId, place)]);
    if (!run || !paid) throw new Error(`a payment of ${runId} that came back is not in the run`);
    const { state } = paid;
    if (state && (state.attempt > next.value.attempt || state.status === 'RETURNED'))
      return announcePayment(companyId, place, state);
    const reason = `Payment ${paymentIdOf(place)} came back with ${code}.`;
    const cause = { actor: 'submitPayments', at, reason };
    const { refused } = await transact(paymentChangeItems(run, place, paid, next.value, cause));
    if (!refused) return announcePayment(companyId, place, next.value);
  }
  throw new Error(`a return of ${runId} met another change ${ATTEMPTS} times in a row`);
}
