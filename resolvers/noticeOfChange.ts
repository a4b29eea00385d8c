import type { NoticedAccount, NoticeOfChange } from '../clients/generated/schema.ts';
import type { NoticedAccount as AccountOnFile, NoticeRecord } from '../table/noticeOfChange.ts';

/** A notice of change as the API shows it: of account numbers only the end. */
export function noticeOfChangeOf(notice: NoticeRecord): NoticeOfChange {
  return {
    noticeId: notice.noticeId,
    employeeId: notice.employeeId,
    employeeName: notice.employeeName,
    split: notice.split,
    code: notice.code,
    meaning: notice.meaning,
    runId: notice.runId,
    traceNumber: notice.traceNumber,
    previous: accountOf(notice.was),
    corrected: notice.becomes ? accountOf(notice.becomes) : null,
    notedAt: notice.notedAt,
    notedBy: notice.notedBy,
    applyByDate: notice.applyByDate,
    status: notice.status,
    appliedAt: notice.appliedAt ?? null,
    appliedBy: notice.appliedBy ?? null,
  };
}

const accountOf = ({ accountType, routingNumber, last4 }: AccountOnFile): NoticedAccount => ({
  accountType,
  routingNumber,
  maskedAccountNumber: `****${last4}`,
});
