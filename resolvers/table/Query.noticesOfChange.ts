import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { NoticeOfChange } from '../../clients/generated/schema.ts';
import { companyPartition, NOTICE_PREFIX } from '../../table/keys.ts';
import type { NoticeRecord } from '../../table/noticeOfChange.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { noticeOfChangeOf } from '../noticeOfChange.ts';

/** Banks send one in some thousand entries. */
const MOST_NOTICES = 1000;

export function request(ctx: Context): DynamoDBQueryRequest {
  return query({
    query: { pk: { eq: companyPartition(companyOf(ctx)) }, sk: { beginsWith: NOTICE_PREFIX } },
    limit: MOST_NOTICES,
  });
}

export function response(ctx: Context): NoticeOfChange[] {
  const page = resultOf(ctx) as QueryPage<NoticeRecord>;
  const open = page.items.filter(({ status }) => status === 'OPEN');
  const applied = page.items.filter(({ status }) => status !== 'OPEN');
  return open.concat(applied).map((notice) => noticeOfChangeOf(notice));
}
