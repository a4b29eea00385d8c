import { type ErrorCode, refuse } from '../../payroll/errors.ts';
import { actorsOf, editMark } from '../../payroll/preparers.ts';
import { groupChangeItem } from '../../table/changes.ts';
import { type DirectDeposit, type EmployeeRecord, getEmployees, replaceEmployee } from '../../table/employee.ts';
import { applyNotice, getNotice, type NoticeRecord } from '../../table/noticeOfChange.ts';
import type { TransactItem } from '../../table/transact.ts';
import { answerOnce, type Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { type UserError, userErrorOf } from '../commands/userErrors.ts';
import { isAccount } from './isAccount.ts';

export interface AppliedNotice {
  notice?: NoticeRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.applyNoticeOfChange: the account that a bank named becomes the employee's, by a second person. */
export async function applyNoticeOfChange(
  event: MutationEvent<'applyNoticeOfChange'>,
  nowMs: number,
): Promise<AppliedNotice> {
  const { companyId } = event.caller;
  const { noticeId } = event.input;
  const outcome = await answerOnce(event, nowMs, () => decide(event, new Date(nowMs).toISOString()));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const notice = await getNotice(companyId, noticeId);
  if (!notice) throw new Error(`notice ${noticeId} was applied but is not in the table`);
  return { notice, replayed: outcome.replayed, userErrors: [] };
}

async function decide(
  { caller, input }: MutationEvent<'applyNoticeOfChange'>,
  at: string,
): Promise<Decision<{ noticeId: string }>> {
  const { companyId, actor } = caller;
  const { noticeId } = input;
  const notice = await getNotice(companyId, noticeId);
  if (!notice)
    return refuse(
      'NOTICE_NOT_FOUND',
      `Notice of change "${noticeId}" does not exist in this company.`,
      'List them with the query noticesOfChange.',
      'noticeId',
    );
  if (notice.status === 'APPLIED') return { existing: { noticeId } };
  if (notice.notedBy === actor)
    return refuse<ErrorCode>(
      'SELF_APPROVAL_NOT_ALLOWED',
      `"${actor}" handed in this notice, and the person who applies it must be another.`,
      'Ask another member of PayrollApprover.',
    );
  const employee = (await getEmployees(companyId, [notice.employeeId])).get(notice.employeeId);
  const marks = actorsOf(caller).map((editor) => editMark(editor, undefined, at.slice(0, 10)));
  const replaced = employee ? correctedItems(employee, notice, marks) : [];
  return { items: [...replaced, applyNotice(notice, actor, at)], answer: { noticeId } };
}

/** Nothing where the account was replaced since, or where the notice names none: then applying it closes it. */
function correctedItems(
  employee: EmployeeRecord,
  { split, was, becomes }: NoticeRecord,
  marks: readonly string[],
): TransactItem[] {
  const deposits = employee.directDeposits ?? [];
  const deposit = deposits.find((candidate) => candidate.split === split && isAccount(candidate, was));
  if (!becomes || !deposit) return [];
  // The bank paid to it: it needs no new prenote, and a return of before is about the old account.
  const { prenoteReturnCode: _returned, ...kept } = deposit;
  const corrected: DirectDeposit = { ...kept, ...becomes };
  const directDeposits = deposits.map((candidate) => (candidate === deposit ? corrected : candidate));
  const { writtenBy: _row, ...facts } = employee;
  return [
    ...replaceEmployee({ ...facts, directDeposits, version: employee.version + 1 }, employee),
    groupChangeItem(employee.companyId, employee.payGroupId, marks),
  ];
}
