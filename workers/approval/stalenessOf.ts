import type { Changes } from '../../table/changes.ts';
import type { RunRecord } from '../../table/payrollRun.ts';

/** What was changed since a run froze its inputs, in words; nothing while its calculation is that of what is recorded now. */
export function stalenessOf({ type, payGroupId, period, frozenChanges }: RunRecord, now: Changes): string | undefined {
  if (type === 'REVERSAL' || !frozenChanges) return undefined;
  const changed = [
    (now.group.changes ?? 0) !== frozenChanges.group && `employees of the pay group "${payGroupId}"`,
    (now.period.changes ?? 0) !== frozenChanges.period &&
      `what was entered for the period from ${period.startDate}, or who else is paid for it`,
    (now.group.committedRuns ?? 0) !== frozenChanges.committedRuns &&
      'the years to date, by another run of the pay group that was approved',
  ].filter((words) => words !== false);
  return changed.length > 0 ? changed.join('; ') : undefined;
}
