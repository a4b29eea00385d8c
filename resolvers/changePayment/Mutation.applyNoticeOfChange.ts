import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type {
  ApplyNoticeOfChangePayload,
  MutationApplyNoticeOfChangeArgs,
  UserError,
} from '../../clients/generated/schema.ts';
import type { NoticeRecord } from '../../table/noticeOfChange.ts';
import { commandRequest, resultOf } from '../command.ts';
import { noticeOfChangeOf } from '../noticeOfChange.ts';

export function request(ctx: Context<MutationApplyNoticeOfChangeArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationApplyNoticeOfChangeArgs>): ApplyNoticeOfChangePayload {
  const { notice, replayed, userErrors } = resultOf(ctx) as {
    notice?: NoticeRecord;
    replayed: boolean;
    userErrors: UserError[];
  };
  return { notice: notice ? noticeOfChangeOf(notice) : null, replayed, userErrors };
}
