import { decodePayslip } from '../payroll/payslipCodec.ts';
import { isPosted } from '../payroll/runStatus.ts';
import { atOnce } from '../table/atOnce.ts';
import { countGroupChanges } from '../table/changes.ts';
import { getEmployees } from '../table/employee.ts';
import { postLedgerEntry } from '../table/ledger.ts';
import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { findSegment, getRunItems, markReversed } from '../table/runItem.ts';
import { postToYearsToDate } from '../table/yearToDate.ts';
import type { PostSegmentInput } from '../workflows/payrollRun.ts';
import { segmentEntry } from './posting/segmentEntry.ts';

/** How many links are written at the same time. */
const LINKS_AT_ONCE = 16;

/**
 * Posts one segment of a run whose money is on its way: its payslips into the years to date, its entry into the ledger. It
 * may be done twice, or die anywhere and be done again: the years note what is in them, and the entry's number is the
 * segment's. The entry comes last, so that a segment with an entry is posted whole.
 */
export const handler = async ({ companyId, runId, segment }: PostSegmentInput): Promise<void> => {
  const [run, items] = await Promise.all([getRun(companyId, runId), getRunItems(companyId, runId, segment)]);
  if (run && isPosted(run.status)) return; // an attempt that was given up, and comes late
  if (run?.status !== 'PAYING') throw new Error(`run ${runId} is ${run?.status}: nothing of it may be posted`);
  const calculated = items.filter((item) => item.status === 'CALCULATED');
  const lastEmployeeId = items.at(-1)?.employeeId ?? '';
  const record = await findSegment(companyId, runId, lastEmployeeId);
  if (record?.segment !== segment) throw new Error(`segment ${segment} of run ${runId} is not recorded`);
  const { reverses } = record;
  await Promise.all([
    postToYearsToDate(
      companyId,
      runId,
      segment,
      calculated.map(({ payslip }) => decodePayslip(payslip)),
    ),
    reverses &&
      atOnce(LINKS_AT_ONCE, calculated, ({ employeeId }) =>
        markReversed({ companyId, ...reverses, employeeId }, runId),
      ),
  ]);
  // After the years are written, so that whoever froze them before is stale.
  if (reverses)
    await countInOtherGroups(
      run,
      calculated.map(({ employeeId }) => employeeId),
    );
  const entry = segmentEntry(run, record, new Date().toISOString());
  if (entry) await postLedgerEntry(entry);
};

/**
 * Counts a change in the pay groups to which employees of a run that is taken back went since: their runs wait for those of
 * their own group alone, and may hold years to date that still have the pay in them.
 */
async function countInOtherGroups({ companyId, payGroupId }: RunRecord, employeeIds: string[]): Promise<void> {
  const employees = await getEmployees(companyId, employeeIds);
  const groups = new Set([...employees.values()].map((employee) => employee.payGroupId));
  groups.delete(payGroupId);
  await countGroupChanges(companyId, [...groups], []);
}
