import { refuse, type Refusal } from '../../errors.ts';
import { formatMoney, type Cents } from '../../money.ts';
import { bankAccountProblem } from '../BankAccount.ts';
import { achText } from './achText.ts';
import type { AchEntry } from './AchFile.ts';

/** The amount field has ten digits. */
export const LARGEST_ENTRY_CENTS = 9_999_999_999 as Cents;

/** Capitals and digits: what every bank takes. */
const INDIVIDUAL_ID = /^[0-9A-Z]{1,15}$/;

/**
 * What keeps one entry out of a payment file. Ask it of each payment before the file is written: the payment is held,
 * and the others go out.
 * @param field path of the entry, for example `batches[0].entries[12]`
 * @returns `INVALID_BANK_ACCOUNT`, `INVALID_AMOUNT` or `INVALID_INPUT`; `undefined` when nothing is wrong
 */
export function achEntryProblem(entry: AchEntry, field: string): Refusal | undefined {
  const { amountCents, isPrenote, individualId, traceSequence, addenda } = entry;
  const account = bankAccountProblem(entry, field);
  if (account) return account;
  if (isPrenote && amountCents !== 0) {
    const problem = `A prenote carries no money, and this one has ${formatMoney(amountCents)}.`;
    return refuse('INVALID_AMOUNT', problem, 'Send 0.', `${field}.amountCents`);
  }
  if (!isPrenote && !(Number.isSafeInteger(amountCents) && amountCents > 0 && amountCents <= LARGEST_ENTRY_CENTS)) {
    const limits = `0.01 to ${formatMoney(LARGEST_ENTRY_CENTS)}`;
    const problem = `${formatMoney(amountCents)} is not an amount of ${limits}.`;
    return refuse('INVALID_AMOUNT', problem, 'Pay it in several parts, or by check.', `${field}.amountCents`);
  }
  if (!INDIVIDUAL_ID.test(individualId)) {
    const problem = `The individual ID "${individualId.slice(0, 40)}" is not 1 to 15 capitals or digits.`;
    return refuse('INVALID_INPUT', problem, 'Send a shorter one: it is never cut.', `${field}.individualId`);
  }
  if (!Number.isSafeInteger(traceSequence) || traceSequence < 1 || traceSequence > 9_999_999) {
    const problem = `The trace sequence ${traceSequence} is not a whole number from 1 to 9999999.`;
    return refuse('INVALID_INPUT', problem, 'Number the entries of a file upwards from 1.', `${field}.traceSequence`);
  }
  if (addenda !== undefined) {
    const { length } = achText(addenda);
    if (length < 1 || length > 80) {
      const problem = `The addenda has ${length} characters that can be written; it holds 1 to 80.`;
      return refuse('INVALID_INPUT', problem, 'Shorten it, or leave it out.', `${field}.addenda`);
    }
  }
  return undefined;
}
