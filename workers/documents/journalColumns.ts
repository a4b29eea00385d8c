import { amountCell, type Column } from './Column.ts';

/** One posting of a ledger entry. Exactly one of the two amounts is there. */
export type JournalRow = {
  /** Of the entry, in the order of posting; its postings balance. */
  readonly entrySequence: number;
  /** Of the run, whose payslips the entry sums up; absent for an entry of the whole run. */
  readonly segment: number | undefined;
  /** A code of the chart of accounts. */
  readonly accountCode: string;
  readonly accountName: string;
  readonly debitCents: number | undefined;
  readonly creditCents: number | undefined;
};

/** The journal of a run, a posting a line. */
export const journalColumns: readonly Column<JournalRow>[] = [
  { header: 'entrySequence', cell: ({ entrySequence }) => entrySequence },
  { header: 'segment', cell: ({ segment }) => segment },
  { header: 'accountCode', cell: ({ accountCode }) => accountCode },
  { header: 'accountName', cell: ({ accountName }) => accountName },
  { header: 'debit', cell: ({ debitCents }) => amountCell(debitCents) },
  { header: 'credit', cell: ({ creditCents }) => amountCell(creditCents) },
];
