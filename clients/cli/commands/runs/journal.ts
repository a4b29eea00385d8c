import { JournalDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

const HEADINGS = ['ENTRY', 'POSTED', 'DESCRIPTION', 'ACCOUNT', 'NAME', 'DEBIT', 'CREDIT'];

/** An entry is several rows: one for each of its postings. */
export const run = (invocation: Invocation<PageGiven & { run: string }>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) =>
      (await invocation.read(JournalDocument, { runId: invocation.given.run, ...page })).journal,
    table: (entries) =>
      columns(
        HEADINGS,
        entries.flatMap(({ sequence, postedAt, description, postings }) =>
          postings.map(({ account, name, debit, credit }, index) => [
            ...(index === 0 ? [sequence, postedAt, description] : ['', '', '']),
            account,
            name,
            debit?.amount,
            credit?.amount,
          ]),
        ),
      ),
    none: 'Nothing is posted yet.',
  });
