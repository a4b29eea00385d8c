import type { PlannedInput } from '../sdk/import/planInputsImport.ts';
import { changeText, MOST_SHOWN } from './previewText.ts';

/** Employee by employee what an import of hours and earnings will change, and what goes. Who has something for the first time is counted. */
export function inputsPreviewText(rows: readonly PlannedInput[]): string {
  const changing = rows.filter(({ outcome }) => outcome === 'CHANGE');
  const count = (outcome: PlannedInput['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return [
    ...changing
      .slice(0, MOST_SHOWN)
      .flatMap(({ externalId, changes }) => [`${externalId}:`, ...changes.map((change) => `  ${changeText(change)}`)]),
    ...(changing.length > MOST_SHOWN
      ? [`... and ${changing.length - MOST_SHOWN} more; --json lists all of them.`]
      : []),
    `${count('CREATE')} new, ${count('CHANGE')} changed, ${count('NONE')} as they are.`,
  ].join('\n');
}
