import type { PlannedEmployee } from '../sdk/import/planEmployeeImport.ts';

/** More than anybody reads on a terminal: all of them are in the answer to --json. */
export const MOST_SHOWN = 200;

/** Employee by employee what an import will change, and what goes. */
export function previewText(rows: readonly PlannedEmployee[]): string {
  const changing = rows.filter(({ changes }) => changes.length > 0);
  const count = (outcome: PlannedEmployee['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return [
    ...changing.slice(0, MOST_SHOWN).flatMap(employeeLines),
    ...(changing.length > MOST_SHOWN
      ? [`... and ${changing.length - MOST_SHOWN} more; --json lists all of them.`]
      : []),
    `${count('CREATE')} new, ${count('CHANGE')} changed, ${count('NONE')} as they are.`,
  ].join('\n');
}

function employeeLines({ externalId, givenName, familyName, outcome, changes }: PlannedEmployee): string[] {
  const who = `${externalId} ${givenName} ${familyName}`;
  if (outcome === 'CREATE') return [`${who}: new`];
  return [`${who}:`, ...changes.map((change) => `  ${changeText(change)}`)];
}

export function changeText({ column, from, to }: { column: string; from?: string; to?: string }): string {
  if (to === undefined) return `${column}: ${from} goes`;
  return from === undefined ? `${column}: ${to}` : `${column}: ${from} -> ${to}`;
}
