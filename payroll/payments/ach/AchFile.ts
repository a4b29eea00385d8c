import type { CalendarDate } from '../../dates.ts';
import type { Cents } from '../../money.ts';
import type { BankAccount } from '../BankAccount.ts';

/**
 * What a NACHA file of wages says (PPD entries only). Identifiers must fit their fields and are refused when they do
 * not; names of people and banks are written in the letters that the network carries and cut to their fields (`achText`).
 */
export type AchFile = {
  /** Routing number of the bank that takes the file. */
  readonly immediateDestination: string;
  readonly destinationName: string;
  /** Ten characters that the bank gave the sender, or nine, which are written after a blank. */
  readonly immediateOrigin: string;
  readonly originName: string;
  /** On the employees' statements: at most 16 characters. */
  readonly companyName: string;
  /** Ten characters that the bank gave the company, often 1 and its employer identification number. */
  readonly companyId: string;
  /** Routing number of the bank that originates the entries; its first eight digits begin each trace number. */
  readonly odfiRoutingNumber: string;
  readonly fileDate: CalendarDate;
  /** `HH:MM`, 24 hours. */
  readonly fileTime: string;
  /** A to Z, then 0 to 9: tells the files of one day apart. */
  readonly fileIdModifier: string;
  /**
   * The company's funding account, where its bank wants balanced files: each batch then ends with entries that bring its
   * debits to its credits. Absent: the bank debits the company by itself.
   */
  readonly offsetAccount?: BankAccount | undefined;
  readonly batches: readonly AchBatch[];
};

export type AchBatch = {
  /**
   * `PAYROLL` is mandatory for wage credits since 20 March 2026, and announces them in prenotes; it holds credits only.
   * `REVERSAL` reverses wages; it holds live debits only.
   */
  readonly entryDescription: 'PAYROLL' | 'REVERSAL';
  /** The banking day on which the entries are meant to settle (`effectiveEntryDate`). */
  readonly effectiveEntryDate: CalendarDate;
  /** For the receiver to read: the pay date. */
  readonly companyDescriptiveDate: CalendarDate;
  /** In the order of their trace sequences. */
  readonly entries: readonly AchEntry[];
};

export type AchEntry = BankAccount & {
  readonly transaction: 'CREDIT' | 'DEBIT';
  /** A prenote tries the account out with amount 0. */
  readonly isPrenote: boolean;
  readonly amountCents: Cents;
  /** What the company knows the payment or the employee by: 1 to 15 capitals or digits. */
  readonly individualId: string;
  /** Cut to 22 characters; a name that has no letter of the network's gives way to the individual ID. */
  readonly individualName: string;
  /**
   * 1 to 9,999,999, rising through the whole file. With an offset account, leave numbers free after each batch for the
   * offset: one for each 99,999,999.99 dollars begun.
   */
  readonly traceSequence: number;
  /** Up to 80 characters for the receiver. */
  readonly addenda?: string | undefined;
};
