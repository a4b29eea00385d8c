import type { OpenNotices } from '../../payroll/requirements.ts';
import { findEmployee } from '../../table/employee.ts';
import { getNotices } from '../../table/noticeOfChange.ts';
import { decodePayments } from '../../table/payments.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { findRunItem } from '../../table/runItem.ts';
import { isAccount } from '../payments/isAccount.ts';

const MOST_EXAMPLES = 5;

/** The open notices of change about accounts that a run pays to; nothing where there are none. Costs one read where none is open. */
export async function openNoticesOf({ companyId, runId }: RunRecord): Promise<{ openNotices?: OpenNotices }> {
  const open = (await getNotices(companyId)).filter(({ status, becomes }) => status === 'OPEN' && becomes);
  const examples: string[] = [];
  let count = 0;
  let applyByDate = '9999-12-31';
  for (const notice of open) {
    const { employeeId, split, was } = notice;
    const [item, employee] = await Promise.all([
      findRunItem(companyId, runId, employeeId),
      findEmployee(companyId, employeeId),
    ]);
    const isPaid =
      item?.status === 'CALCULATED' &&
      decodePayments(item.payments).some((each) => each.split === split && each.method === 'DIRECT_DEPOSIT');
    // An account that was replaced since is not what the bank asked about.
    const isStill = employee?.directDeposits?.some((deposit) => deposit.split === split && isAccount(deposit, was));
    if (!isPaid || !isStill) continue;
    count += 1;
    if (examples.length < MOST_EXAMPLES) examples.push(employee?.externalId ?? employeeId);
    if (notice.applyByDate < applyByDate) applyByDate = notice.applyByDate;
  }
  return count === 0 ? {} : { openNotices: { count, examples, applyByDate } };
}
