import { NoticesOfChangeDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { noticeTable } from '../../noticeTable.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const { noticesOfChange } = await invocation.read(NoticesOfChangeDocument, {});
  return printList(invocation, noticesOfChange, { ...noticeTable, none: 'There are none.' });
}
