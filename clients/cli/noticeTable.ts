import type { NoticeOfChangePartsFragment } from '../generated/operations/graphql.ts';
import type { Cell } from './columns.ts';

type Account = NoticeOfChangePartsFragment['previous'];

const accountText = ({ accountType, routingNumber, maskedAccountNumber }: Account) =>
  `${routingNumber} ${maskedAccountNumber} ${accountType}`;

/** Notices of change for a person to read. */
export const noticeTable = {
  headings: ['NOTICE', 'EMPLOYEE', 'CODE', 'WAS', 'BECOMES', 'APPLY BY', 'STATUS', 'MEANING'],
  cells: (notice: NoticeOfChangePartsFragment): readonly Cell[] => [
    notice.noticeId,
    notice.employeeName,
    notice.code,
    accountText(notice.previous),
    notice.corrected ? accountText(notice.corrected) : '',
    notice.applyByDate,
    notice.status,
    notice.meaning,
  ],
};
