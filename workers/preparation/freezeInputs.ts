import type { EnteredNotPaid } from '../../payroll/enteredNotPaid.ts';
import { type FrozenChanges, frozenChangesOf, getChanges, unpostedRunsOf } from '../../table/changes.ts';
import type { Preparer } from '../../payroll/preparers.ts';
import { getCompany } from '../../table/company.ts';
import { getPayGroup } from '../../table/payGroup.ts';
import { preparersOf, type RunRecord } from '../../table/payrollRun.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { withoutAbsent } from '../commands/withoutAbsent.ts';
import { freezeYearsToDate } from '../manifest/freezeYearsToDate.ts';
import { correctedPayOf } from './correctedPayOf.ts';
import { cutSegments } from './cutSegments.ts';
import { EarlierRunNotPosted } from './EarlierRunNotPosted.ts';
import { employerOf } from './employerOf.ts';
import { excludedIdsOf } from './excludedIdsOf.ts';
import { fundingAccountOf } from './fundingAccountOf.ts';
import { fundingOf } from './fundingOf.ts';
import { preparersNow } from './preparersNow.ts';
import { freezeRoster } from './freezeRoster.ts';
import { renewedEmployeesOf } from './renewedEmployeesOf.ts';
import { renewSegments } from './renewSegments.ts';
import { reversalSegments } from './reversalSegments.ts';

/** What a run's next calculation follows from. */
export interface FrozenInputs {
  /** The whole run; the segments that are to be calculated carry the number of the calculation. */
  segments: Segment[];
  /** What edits are compared with when the run is approved. */
  changes: FrozenChanges | undefined;
  /** What the payment files say beside what is paid, as the approver sees it. */
  settings: RunRecord['frozenSettings'];
  preparers: Preparer[];
  /** What was entered by people who are not in the run. */
  enteredNotPaid?: EnteredNotPaid[] | undefined;
}

/**
 * Freezes the inputs of a run's next calculation: all of them, or after a retry those of some employees.
 * @param previous the segments of the calculation before, none for the first one
 * @throws EarlierRunNotPosted while the years to date are not what they will be
 */
export async function freezeInputs(run: RunRecord, previous: readonly Segment[]): Promise<FrozenInputs> {
  if (run.type === 'REVERSAL')
    return {
      segments: await reversalSegments(run),
      changes: undefined,
      settings: run.frozenSettings,
      preparers: preparersOf(run),
    };
  // Before anything else is read: an edit that is seen later is counted later, and an edit that is missed is found missing.
  const counted = await getChanges(run);
  const unposted = unpostedRunsOf(counted.group);
  if (unposted > 0) throw new EarlierRunNotPosted(run.payGroupId, unposted, counted.group.lastCommittedRunId);
  const company = await getCompany(run.companyId);
  if (!company) throw new Error(`run ${run.runId} has lost its company`);
  const group = await getPayGroup(run.companyId, run.payGroupId);
  const account = await fundingAccountOf(run.companyId, group?.fundingAccountId);
  const preparers = preparersNow(run, counted, [company, group, account]);
  const roster = await freezeRoster(run, company);
  const employer = employerOf(company, roster.headcount);
  const changes = frozenChangesOf(counted);
  const enteredNotPaid = roster.enteredNotPaid.length > 0 ? roster.enteredNotPaid : undefined;

  if (!run.recalculation || run.recalculation.scope === 'ALL') {
    const corrects = await correctedPayOf(run);
    const excluded = excludedIdsOf(run, previous);
    const segments = cutSegments(run, roster, employer, fundingOf(account), excluded, corrects);
    const settings = withoutAbsent<NonNullable<RunRecord['frozenSettings']>>({
      companyName: company.name,
      fundingAccountVersion: account?.version,
    });
    return { segments: await freezeYearsToDate(segments), changes, settings, preparers, enteredNotPaid };
  }
  const renewedIds = await renewedEmployeesOf(run);
  const renewed = renewSegments(run, previous, roster.entries, employer, renewedIds);
  // Who was not asked for stays as frozen: if others were edited since, that is still to be found out at the approval.
  const isCurrent = renewed.isCurrent && run.frozenChanges?.committedRuns === changes.committedRuns;
  return {
    segments: await freezeYearsToDate(renewed.segments, renewedIds),
    changes: isCurrent ? changes : run.frozenChanges,
    settings: run.frozenSettings,
    preparers,
    enteredNotPaid,
  };
}
