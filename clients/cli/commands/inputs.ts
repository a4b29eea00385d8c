import { command } from '../Command.ts';
import { IMPORT } from './commonParameters.ts';

export const inputs = [
  command({
    name: 'inputs import',
    summary:
      'Hand in hours and earnings of one pay period from a CSV file, whose columns docs/input-csv.md describes. What was ' +
      'entered for an employee before is replaced. Rows that the service refuses are listed (exit code 1).',
    words: { file: { kind: 'text', of: 'FILE.csv', says: 'the file', required: true } },
    options: {
      group: { kind: 'text', of: 'ID', says: 'the pay group', required: true },
      period: { kind: 'date', of: 'YYYY-MM-DD', says: 'first day of the pay period', required: true },
      ...IMPORT,
    },
    examples: ['inputs import hours.csv --group biweekly --period 2026-11-09'],
    effect: 'CHANGE',
    load: () => import('./inputs/import.ts'),
  }),
];
