import { ApplyNoticeOfChangeDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { noticeTable } from '../../noticeTable.ts';

export async function run(invocation: Invocation<{ notice: string }>): Promise<number> {
  const payload = await invocation.change(ApplyNoticeOfChangeDocument, { noticeId: invocation.given.notice });
  const { notice } = payload;
  invocation.print(payload, () => columns(noticeTable.headings, notice ? [noticeTable.cells(notice)] : []));
  return EXIT.ok;
}
