import type { RunRecord } from '../../table/payrollRun.ts';
import { committedCorrectionsOf } from './committedCorrectionsOf.ts';
import { correctedPayOf } from './correctedPayOf.ts';
import { payslipsOf } from './payslipsOf.ts';

/**
 * The employees whose regular pay of a run's period a correction paid: the regular run before was then taken back whole, and
 * this one pays the others.
 */
export async function employeesPaidByCorrection(run: RunRecord): Promise<ReadonlySet<string>> {
  const paid = new Set<string>();
  if (run.sequence === 1) return paid; // no regular run was there to be corrected
  for (const correction of await committedCorrectionsOf(run)) {
    if ((await correctedPayOf(correction))?.type !== 'REGULAR') continue;
    for (const { employeeId, reversedByRunId } of await payslipsOf(correction))
      if (reversedByRunId === undefined) paid.add(employeeId);
  }
  return paid;
}
