import { command } from '../Command.ts';
import { IMPORT, PAGE } from './commonParameters.ts';

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
  command({
    name: 'inputs list',
    summary:
      'List what was entered for a pay group and a period, each source in a row of its own, with what no run pays as the ' +
      'employee is now. In JSON everything that was entered.',
    options: {
      group: { kind: 'text', of: 'ID', says: 'the pay group', required: true },
      period: { kind: 'date', of: 'YYYY-MM-DD', says: 'first day of the pay period', required: true },
      ...PAGE,
    },
    examples: [
      'inputs list --group biweekly --period 2026-11-09',
      'inputs list --group biweekly --period 2026-11-09 --all --json',
    ],
    load: () => import('./inputs/list.ts'),
  }),
];
