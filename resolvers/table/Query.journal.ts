import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { LedgerEntry, LedgerEntryConnection, QueryJournalArgs } from '../../clients/generated/schema.ts';
import { LEDGER_PREFIX, padded, runPartition } from '../../table/keys.ts';
import type { LedgerEntryRecord } from '../../table/ledger.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { pageInfoOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { maybeMoneyOf } from '../money.ts';

export function request(ctx: Context<QueryJournalArgs>): DynamoDBQueryRequest {
  return query({
    query: {
      pk: { eq: runPartition(companyOf(ctx), ctx.args.runId) },
      // `#` sorts after the number itself and before every other one.
      sk: { between: [`${LEDGER_PREFIX}${positionOf(ctx.args.after).afterId}#`, `${LEDGER_PREFIX}~`] },
    },
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryJournalArgs>): LedgerEntryConnection {
  const page = resultOf(ctx) as QueryPage<LedgerEntryRecord>;
  const last = page.items[page.items.length - 1];
  return {
    nodes: page.items.map(ledgerEntryOf),
    pageInfo: pageInfoOf(page, last ? padded(last.sequence) : undefined),
  };
}

function ledgerEntryOf({ runId, sequence, description, postedAt, lines }: LedgerEntryRecord): LedgerEntry {
  return {
    entryId: `entry_${runId.slice(4)}_${sequence}`,
    runId,
    sequence,
    description,
    postedAt,
    postings: lines.map((line) => ({
      account: line.account,
      name: line.name,
      debit: maybeMoneyOf(line.debitCents),
      credit: maybeMoneyOf(line.creditCents),
    })),
  };
}
