import type { CalendarDate } from '../../dates.ts';
import { succeed, type Result } from '../../errors.ts';
import { achFileProblem } from './achFileProblem.ts';
import type { AchBatch, AchEntry, AchFile } from './AchFile.ts';
import { achText } from './achText.ts';
import { achTraceNumber } from './achTraceNumber.ts';
import { offsetEntries } from './offsetEntries.ts';
import { provenLines } from './provenLines.ts';

const FILLER = '9'.repeat(94);

/** What is added up on the way to a control record. */
type Totals = { lines: number; hash: number; debitCents: number; creditCents: number };

/**
 * The lines of a NACHA file, 94 characters each, one after the other: a million entries need not be in memory as text.
 * Each line is added up again on its way out (`provenLines`), and `PaymentFileUnbalanced` is thrown in place of a control
 * record that is wrong: what was taken so far is no file, and must be thrown away.
 * @returns the lines without line ends, or the first problem: `INVALID_BANK_ACCOUNT`, `INVALID_AMOUNT`, `INVALID_INPUT`,
 *   `PAYMENT_FILE_TOO_LARGE`, `PAY_DATE_NOT_SUPPORTED`
 * Source: Nacha Operating Rules, record layouts.
 */
export function achLines(file: AchFile): Result<Iterable<string>> {
  return achFileProblem(file) ?? succeed(provenLines(file, linesOf(file)));
}

function* linesOf(file: AchFile): Generator<string> {
  yield fileHeader(file);
  const total: Totals = { lines: 0, hash: 0, debitCents: 0, creditCents: 0 };
  for (const [i, batch] of file.batches.entries()) {
    const { lines, hash, debitCents, creditCents } = yield* batchLines(file, batch, i + 1);
    total.lines += lines;
    total.hash += hash;
    total.debitCents += debitCents;
    total.creditCents += creditCents;
  }
  const lines = 2 + 2 * file.batches.length + total.lines;
  const blocks = Math.ceil(lines / 10);
  yield fileControl(file.batches.length, blocks, total);
  for (let line = lines; line < blocks * 10; line++) yield FILLER;
}

function* batchLines(file: AchFile, batch: AchBatch, batchNumber: number): Generator<string, Totals> {
  const offsets = offsetEntries(file, batch);
  const serviceClass = offsets.length > 0 ? '200' : batch.entryDescription === 'PAYROLL' ? '220' : '225';
  yield batchHeader(file, batch, serviceClass, batchNumber);
  const totals: Totals = { lines: 0, hash: 0, debitCents: 0, creditCents: 0 };
  for (const entries of [batch.entries, offsets]) {
    for (const entry of entries) {
      totals.lines += entry.addenda === undefined ? 1 : 2;
      totals.hash += Number(entry.routingNumber.slice(0, 8));
      if (entry.transaction === 'CREDIT') totals.creditCents += entry.amountCents;
      else totals.debitCents += entry.amountCents;
      yield entryDetail(file, entry);
      if (entry.addenda !== undefined) yield addenda(entry.addenda, entry.traceSequence);
    }
  }
  yield batchControl(file, totals, serviceClass, batchNumber);
  return totals;
}

function fileHeader(file: AchFile): string {
  const destination = file.immediateDestination.padStart(10);
  const origin = file.immediateOrigin.padStart(10);
  const created = yymmdd(file.fileDate) + file.fileTime.replace(':', '');
  const names = text(file.destinationName, 23) + text(file.originName, 23);
  return `101${destination}${origin}${created}${file.fileIdModifier}094101${names}${blank(8)}`;
}

function batchHeader(file: AchFile, batch: AchBatch, serviceClass: string, batchNumber: number): string {
  const company = text(file.companyName, 16) + blank(20) + file.companyId;
  const description = batch.entryDescription.padEnd(10);
  const dates = yymmdd(batch.companyDescriptiveDate) + yymmdd(batch.effectiveEntryDate);
  // Three blanks for the settlement date, which the operator fills in; then the originator's status, 1.
  return `5${serviceClass}${company}PPD${description}${dates}${blank(3)}1${odfi(file)}${digits(batchNumber, 7)}`;
}

function entryDetail(file: AchFile, entry: AchEntry): string {
  const account = entry.routingNumber + entry.accountNumber.padEnd(17);
  const person = entry.individualId.padEnd(15) + text(achText(entry.individualName) || entry.individualId, 22);
  const hasAddenda = entry.addenda === undefined ? '0' : '1';
  const trace = achTraceNumber(file.odfiRoutingNumber, entry.traceSequence);
  return `6${transactionCode(entry)}${account}${digits(entry.amountCents, 10)}${person}${blank(2)}${hasAddenda}${trace}`;
}

function transactionCode({ accountType, transaction, isPrenote }: AchEntry): string {
  const account = accountType === 'CHECKING' ? 20 : 30;
  const movement = transaction === 'CREDIT' ? 2 : 7;
  return String(account + movement + (isPrenote ? 1 : 0));
}

function addenda(information: string, traceSequence: number): string {
  return `705${text(information, 80)}0001${digits(traceSequence, 7)}`;
}

function batchControl(file: AchFile, totals: Totals, serviceClass: string, batchNumber: number): string {
  const sums = digits(totals.lines, 6) + hashAndMoney(totals);
  // Blank: the message authentication code, which nobody uses any more, and six reserved.
  return `8${serviceClass}${sums}${file.companyId}${blank(19 + 6)}${odfi(file)}${digits(batchNumber, 7)}`;
}

function fileControl(batches: number, blocks: number, totals: Totals): string {
  return `9${digits(batches, 6)}${digits(blocks, 6)}${digits(totals.lines, 8)}${hashAndMoney(totals)}${blank(39)}`;
}

/** The hash keeps its low-order ten digits. */
function hashAndMoney({ hash, debitCents, creditCents }: Totals): string {
  return digits(hash % 10_000_000_000, 10) + digits(debitCents, 12) + digits(creditCents, 12);
}

function odfi({ odfiRoutingNumber }: AchFile): string {
  return odfiRoutingNumber.slice(0, 8);
}

function text(value: string, width: number): string {
  return achText(value).slice(0, width).padEnd(width);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function blank(width: number): string {
  return ' '.repeat(width);
}

function yymmdd(date: CalendarDate): string {
  return date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);
}
