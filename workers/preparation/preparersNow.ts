import { addPreparation, editorOf, type Preparer, type SettingsEditor } from '../../payroll/preparers.ts';
import type { Changes } from '../../table/changes.ts';
import { preparersOf, type RunRecord } from '../../table/payrollRun.ts';

/**
 * Who prepared a run whose inputs are frozen now: who asked for its calculations, and who edited what they read since a regular
 * run of the group was approved that paid those edits. The edits are those that `changes` counts: an approval proves that there
 * were no others since.
 */
export function preparersNow(
  run: RunRecord,
  { group, period }: Changes,
  settings: readonly ({ editors?: SettingsEditor[] } | undefined)[],
): Preparer[] {
  const isSince = ({ at }: SettingsEditor) => group.regularApprovedAt === undefined || at > group.regularApprovedAt;
  const settingsEditors = settings.flatMap((setting) => setting?.editors ?? []).filter(isSince);
  const found = [
    ['EDITED_EMPLOYEES', [...(group.editors ?? [])].map(editorOf)],
    ['ENTERED_PAY', [...(period.editors ?? [])]],
    ['PREPARED_EARLIER_RUN', [...(period.earlierPreparers ?? [])]],
    ['CHANGED_SETTINGS', settingsEditors.map(({ actor }) => actor)],
  ] as const;
  return found.reduce((preparers, [did, actors]) => addPreparation(preparers, did, actors), preparersOf(run));
}
