import { nextBankingDay } from '../../bankingDays.ts';
import { isValidDate } from '../../dates.ts';
import { refuse, type Refusal } from '../../errors.ts';
import { formatMoney } from '../../money.ts';
import { bankAccountProblem } from '../BankAccount.ts';
import { isRoutingNumber } from '../isRoutingNumber.ts';
import { achEntryProblem } from './achEntryProblem.ts';
import type { AchBatch, AchEntry, AchFile } from './AchFile.ts';
import { achText } from './achText.ts';
import { offsetEntries } from './offsetEntries.ts';

// What the fields of the control records can hold.
const LARGEST_TOTAL_CENTS = 999_999_999_999;
const MOST_LINES_IN_BATCH = 999_999;
const MOST_LINES_IN_FILE = 9_999_990;

/** What keeps a file from being written: the first thing found, with its path. `undefined` when nothing is wrong. */
export function achFileProblem(file: AchFile): Refusal | undefined {
  const header = headerProblem(file);
  if (header) return header;
  if (file.batches.length === 0)
    return invalid('The file has no batch.', 'Send no file when nobody is paid.', 'batches');
  let lines = 2;
  let totalCents = 0;
  let lastSequence = 0;
  for (const [i, batch] of file.batches.entries()) {
    const field = `batches[${i}]`;
    const problem = batchProblem(file, batch, field) ?? entriesProblem(batch, lastSequence, field);
    if (problem) return problem;
    const offsets = offsetEntries(file, batch).length;
    const batchLines = batch.entries.length + addendaIn(batch.entries) + offsets;
    if (batchLines > MOST_LINES_IN_BATCH) {
      const problem = `The batch has ${batchLines} entries and addenda; it holds ${MOST_LINES_IN_BATCH}.`;
      return refuse('PAYMENT_FILE_TOO_LARGE', problem, 'Divide it into several batches.', field);
    }
    lastSequence = (batch.entries.at(-1)?.traceSequence ?? 0) + offsets;
    if (lastSequence > 9_999_999) {
      const problem = `No trace sequence is left for the offset after ${lastSequence - offsets}.`;
      return invalid(problem, 'Number the entries lower, or divide the file.', `${field}.entries`);
    }
    lines += batchLines + 2;
    totalCents += totalOf(batch.entries);
  }
  if (lines > MOST_LINES_IN_FILE) {
    const problem = `The file has ${lines} lines; it holds ${MOST_LINES_IN_FILE}.`;
    return refuse('PAYMENT_FILE_TOO_LARGE', problem, 'Divide the payments over several files.', 'batches');
  }
  if (totalCents > LARGEST_TOTAL_CENTS) {
    const problem = `The file moves ${formatMoney(totalCents)}; it holds ${formatMoney(LARGEST_TOTAL_CENTS)}.`;
    return refuse('PAYMENT_FILE_TOO_LARGE', problem, 'Divide the payments over several files.', 'batches');
  }
  return undefined;
}

function headerProblem(file: AchFile): Refusal | undefined {
  for (const field of ['immediateDestination', 'odfiRoutingNumber'] as const) {
    if (isRoutingNumber(file[field])) continue;
    const problem = `"${file[field].slice(0, 20)}" is not nine digits with a right check digit.`;
    return refuse('INVALID_BANK_ACCOUNT', problem, 'Ask the bank for its routing number.', field);
  }
  if (!/^[0-9A-Z]{9,10}$/.test(file.immediateOrigin)) {
    return invalid('The immediate origin is not nine or ten capitals or digits.', 'Ask the bank.', 'immediateOrigin');
  }
  if (!/^[0-9A-Z]{10}$/.test(file.companyId)) {
    return invalid('The company ID is not ten capitals or digits.', 'Ask the bank for it.', 'companyId');
  }
  const { length } = achText(file.companyName);
  if (length < 1 || length > 16) {
    const problem = `The company's name has ${length} characters that can be written; its field holds 1 to 16.`;
    return invalid(problem, 'Choose how it is shortened: employees read it on their statements.', 'companyName');
  }
  for (const field of ['destinationName', 'originName'] as const) {
    if (achText(file[field]) === '') return invalid('The name has no letter.', 'Send a name in ASCII.', field);
  }
  if (!isValidDate(file.fileDate)) {
    return invalid(`"${file.fileDate}" is not a date.`, 'Send YYYY-MM-DD.', 'fileDate');
  }
  if (!/^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(file.fileTime)) {
    return invalid(`"${file.fileTime}" is not a time.`, 'Send HH:MM, 24 hours.', 'fileTime');
  }
  if (!/^[A-Z0-9]$/.test(file.fileIdModifier)) {
    return invalid(`"${file.fileIdModifier}" is not A to Z or 0 to 9.`, 'Begin each day with A.', 'fileIdModifier');
  }
  return file.offsetAccount && bankAccountProblem(file.offsetAccount, 'offsetAccount');
}

function batchProblem(file: AchFile, batch: AchBatch, field: string): Refusal | undefined {
  const { effectiveEntryDate, companyDescriptiveDate, entries } = batch;
  const settles = nextBankingDay(effectiveEntryDate);
  if (!settles.ok) return settles;
  if (settles.value !== effectiveEntryDate || effectiveEntryDate < file.fileDate) {
    const problem = `A file of ${file.fileDate} cannot settle on ${effectiveEntryDate}.`;
    return invalid(problem, 'Choose a banking day that is not before the file.', `${field}.effectiveEntryDate`);
  }
  if (!isValidDate(companyDescriptiveDate)) {
    const problem = `"${companyDescriptiveDate}" is not a date.`;
    return invalid(problem, 'Send YYYY-MM-DD.', `${field}.companyDescriptiveDate`);
  }
  if (entries.length === 0) return invalid('The batch has no entry.', 'Leave it out.', `${field}.entries`);
  return undefined;
}

function entriesProblem(batch: AchBatch, sequenceBefore: number, field: string): Refusal | undefined {
  let lastSequence = sequenceBefore;
  for (const [i, entry] of batch.entries.entries()) {
    const at = `${field}.entries[${i}]`;
    const problem = achEntryProblem(entry, at);
    if (problem) return problem;
    if (entry.traceSequence <= lastSequence) {
      const problem = `The trace sequence ${entry.traceSequence} comes after ${lastSequence}, which is taken.`;
      return invalid(problem, 'Number the entries upwards through the file.', `${at}.traceSequence`);
    }
    lastSequence = entry.traceSequence;
    const isWage = entry.transaction === 'CREDIT';
    if (batch.entryDescription === 'PAYROLL' ? !isWage : isWage || entry.isPrenote) {
      const problem = `A ${batch.entryDescription} batch cannot hold this entry.`;
      return invalid(problem, 'Send credits and their prenotes as PAYROLL, live debits as REVERSAL.', at);
    }
  }
  return undefined;
}

function totalOf(entries: readonly AchEntry[]): number {
  let totalCents = 0;
  for (const { amountCents } of entries) totalCents += amountCents;
  return totalCents;
}

function addendaIn(entries: readonly AchEntry[]): number {
  let count = 0;
  for (const { addenda } of entries) if (addenda !== undefined) count += 1;
  return count;
}

function invalid(problem: string, resolution: string, field: string): Refusal {
  return refuse('INVALID_INPUT', problem, resolution, field);
}
