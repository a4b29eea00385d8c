import { getPeriodChanges } from '../../table/changes.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import { committedCorrectionsOf } from './committedCorrectionsOf.ts';
import { correctedPayOf } from './correctedPayOf.ts';
import { payslipsOf } from './payslipsOf.ts';

/**
 * The employees whom a correction pays: those whose pay was taken back from the run that it corrects and whom no other run
 * paid instead, or those of them whom it names. Nothing for a run that corrects none.
 */
export async function employeesToCorrect(run: RunRecord): Promise<ReadonlySet<string> | undefined> {
  const { companyId, correctsRunId, employeeIds } = run;
  if (correctsRunId === undefined) return undefined;
  const corrected = await getRun(companyId, correctsRunId);
  if (!corrected) throw new Error(`run ${correctsRunId}, which is to be corrected, is not in the table`);
  const employees = new Set<string>();
  for (const { employeeId, reversedByRunId } of await payslipsOf(corrected))
    if (reversedByRunId !== undefined && (employeeIds?.includes(employeeId) ?? true)) employees.add(employeeId);
  for (const other of await runsThatPaidInstead(run))
    for (const { employeeId, reversedByRunId } of await payslipsOf(other))
      if (reversedByRunId === undefined) employees.delete(employeeId);
  return employees;
}

/** Other corrections of the same pay; and for a regular run that was taken back whole, the one that pays the period now. */
async function runsThatPaidInstead(run: RunRecord): Promise<RunRecord[]> {
  const { companyId, payGroupId, period, correctsRunId } = run;
  const pay = await correctedPayOf(run);
  const corrections = await committedCorrectionsOf(run);
  const pays = await Promise.all(corrections.map(correctedPayOf));
  const same = corrections.filter(
    (_, index) =>
      pays[index]?.type === pay?.type && (pay?.type === 'REGULAR' || pays[index]?.sequence === pay?.sequence),
  );
  if (pay?.type !== 'REGULAR') return same;
  const { approvedBy: regularId } = await getPeriodChanges(companyId, payGroupId, period.startDate);
  const regular =
    regularId === undefined || regularId === correctsRunId ? undefined : await getRun(companyId, regularId);
  return regular ? [...same, regular] : same;
}
