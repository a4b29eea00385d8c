import { parseMoney } from '../../payroll/money.ts';
import { type PaymentPlace, type RunPayments, runPaymentsOf } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import { tracedFiles } from '../../table/traceNumbers.ts';
import { endOfAccount } from '../secrets/endOfAccount.ts';
import { placeOfEntry } from './placeOfEntry.ts';
import { type FoundEntry, SentFiles } from './SentFiles.ts';

export interface WantedPayments {
  traceNumber?: string | null;
  individualId?: string | null;
  amount?: string | null;
  effectiveEntryDate?: string | null;
}

/** An entry, with its payment as the resolver shows it: nothing of a prenote. */
export interface FoundPayment {
  runId: string;
  paymentFileId: string;
  effectiveEntryDate: string;
  traceNumber: string;
  individualId: string;
  individualName: string;
  amountCents: number;
  last4: string;
  isPrenote: boolean;
  item?: CalculatedItem;
  place?: PaymentPlace;
  payments?: RunPayments;
}

const MOST_FOUND = 50;
/** Files that one call looks through, about 1.5 MB each in a large company. */
const MOST_FILES = 60;

/** The payments that a bank may mean, the newest first. Without any criterion, none. */
export async function findPayments(companyId: string, wanted: WantedPayments): Promise<FoundPayment[]> {
  const { traceNumber, individualId, amount, effectiveEntryDate } = wanted;
  const amountCents = amount ? parseMoney(amount) : undefined;
  if (amountCents && !amountCents.ok) return [];
  const isWanted = ({ entry }: FoundEntry): boolean =>
    !entry.isOffset &&
    (!individualId || entry.individualId === individualId.replace('-', '')) &&
    (!amountCents || entry.amountCents === amountCents.value);
  const files = new SentFiles(companyId);
  const found: FoundEntry[] = [];
  if (traceNumber) {
    if (!/^\d{15}$/.test(traceNumber)) return [];
    for (const each of await files.entriesWith(traceNumber))
      if (!effectiveEntryDate || each.file.effectiveEntryDate === effectiveEntryDate) found.push(each);
  } else if (individualId || amountCents || effectiveEntryDate) {
    const traced = await tracedFiles(companyId);
    const ofDate = traced.filter((file) => !effectiveEntryDate || file.effectiveEntryDate === effectiveEntryDate);
    for (const { runId, paymentFileId } of ofDate.slice(0, MOST_FILES)) {
      found.push(...(await files.entriesOf(runId, paymentFileId)).filter(isWanted));
      if (found.length >= MOST_FOUND) break;
    }
  }
  return Promise.all(
    found
      .filter(isWanted)
      .slice(0, MOST_FOUND)
      .map((each) => foundPayment(companyId, each)),
  );
}

async function foundPayment(companyId: string, { entry, file }: FoundEntry): Promise<FoundPayment> {
  const { runId, paymentFileId, effectiveEntryDate } = file;
  const { traceNumber, individualId, individualName, amountCents, isPrenote, account } = entry;
  const known = {
    ...{ runId, paymentFileId, effectiveEntryDate, traceNumber, individualId, individualName, amountCents, isPrenote },
    last4: endOfAccount(account.accountNumber),
  };
  if (isPrenote) return known;
  const place = await placeOfEntry(file, individualId);
  const [run, paid] = await Promise.all([getRun(companyId, runId), getPaidItem(companyId, place)]);
  if (!paid) return known;
  return { ...known, item: paid.item, place, payments: runPaymentsOf(run) };
}
