import { isCommitted } from '../../payroll/runStatus.ts';
import { atOnce } from '../../table/atOnce.ts';
import { getAll } from '../../table/batch.ts';
import { getPeriodChanges } from '../../table/changes.ts';
import { runKey } from '../../table/keys.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import { type CalculatedItem, findRunItem, getRunItems, getSegments } from '../../table/runItem.ts';
import type { PeriodOfGroup } from '../commands/payInputs/sequenceStatesOf.ts';
import { employeesPaidByTermination } from './employeesPaidByTermination.ts';
import { payslipsOf } from './payslipsOf.ts';

const AT_ONCE = 8;

/** The last sequence that a run may be started with. */
const LAST_SEQUENCE = 99;

/**
 * Whom an off-cycle run owes the salary and hours of its period: those whom it names, or else all who failed in the regular
 * run, as far as no run paid them. Nobody while no regular run is approved, because that one will pay them.
 */
export async function regularPayOwed({
  companyId,
  payGroupId,
  period,
  runId,
  employeeIds,
}: Pick<RunRecord, 'companyId' | 'payGroupId' | 'period' | 'runId' | 'employeeIds'>): Promise<ReadonlySet<string>> {
  const place = { companyId, payGroupId, periodStartDate: period.startDate };
  const { approvedBy } = await getPeriodChanges(companyId, payGroupId, period.startDate);
  if (approvedBy === undefined) return new Set();
  const candidates = employeeIds ?? (await failedIn(companyId, approvedBy));
  return leftOutOf(place, approvedBy, candidates, runId);
}

/**
 * Those of some employees to whom no run paid the regular pay of a period. A payslip that was reversed counts as one: a
 * correction pays it again.
 * @param regularRunId the regular run of the period, which is approved
 * @param exceptRunId a run that does not count
 */
export async function leftOutOf(
  place: PeriodOfGroup,
  regularRunId: string,
  employeeIds: readonly string[],
  exceptRunId?: string,
): Promise<ReadonlySet<string>> {
  if (employeeIds.length === 0) return new Set();
  const [items, byTermination, offCycle] = await Promise.all([
    atOnce(AT_ONCE, employeeIds, (employeeId) => findRunItem(place.companyId, regularRunId, employeeId)),
    employeesPaidByTermination(place),
    employeesPaidOffCycle(place, exceptRunId),
  ]);
  return new Set(
    employeeIds.filter(
      (employeeId, index) =>
        items[index]?.status !== 'CALCULATED' && !byTermination.has(employeeId) && !offCycle.has(employeeId),
    ),
  );
}

/** Whether a payslip of an off-cycle run or of a correction has the regular pay of its period in it. */
export const paysRegular = ({ payslip }: CalculatedItem): boolean =>
  payslip.split('|', RUN_TYPE + 1)[RUN_TYPE] === 'REGULAR';

/** Where the text of a payslip has its run type: see `payroll/payslipCodec.ts`. */
const RUN_TYPE = 2;

/** The employees to whom a correction pays regular pay because the off-cycle run that it corrects did. */
export async function regularPayCorrected({ companyId, correctsRunId }: RunRecord): Promise<ReadonlySet<string>> {
  const corrected = correctsRunId === undefined ? undefined : await getRun(companyId, correctsRunId);
  if (!corrected || corrected.type === 'REGULAR' || corrected.type === 'TERMINATION') return new Set();
  const payslips = await payslipsOf(corrected);
  return new Set(payslips.filter(paysRegular).map(({ employeeId }) => employeeId));
}

async function employeesPaidOffCycle(
  { companyId, payGroupId, periodStartDate }: PeriodOfGroup,
  exceptRunId: string | undefined,
): Promise<ReadonlySet<string>> {
  const sequences = Array.from({ length: LAST_SEQUENCE }, (_, index) => index + 1);
  const runs = await getAll<RunRecord>(
    sequences.map((sequence) =>
      runKey(companyId, runIdOf({ companyId, payGroupId, periodStartDate, type: 'OFF_CYCLE', sequence })),
    ),
  );
  const paid = new Set<string>();
  for (const run of runs) {
    const status = run.status === 'FAILED' ? (run.failedFrom ?? run.status) : run.status;
    if (run.runId === exceptRunId || !(isCommitted(status) || run.status === 'VOIDED')) continue;
    for (const item of await payslipsOf(run)) if (paysRegular(item)) paid.add(item.employeeId);
  }
  return paid;
}

async function failedIn(companyId: string, runId: string): Promise<string[]> {
  const withFailures = (await getSegments(companyId, runId)).filter(({ failedCount }) => failedCount > 0);
  const items = await atOnce(AT_ONCE, withFailures, ({ segment }) => getRunItems(companyId, runId, segment));
  return items.flat().flatMap(({ employeeId, status }) => (status === 'FAILED' ? [employeeId] : []));
}
