import { command } from '../Command.ts';
import type { Parameters } from '../Parameter.ts';
import { IMPORT, PAGE } from './commonParameters.ts';

/** What hours are for, and who enters them. */
const PLACE = {
  group: { kind: 'text', of: 'ID', says: 'the pay group', required: true },
  period: { kind: 'date', of: 'YYYY-MM-DD', says: 'first day of the pay period', required: true },
  source: { kind: 'text', of: 'SOURCE', says: 'the system that hands in, such as time-clock (office)' },
} as const satisfies Parameters;

export const inputs = [
  command({
    name: 'inputs import',
    summary:
      'Hand in hours and earnings of one pay period from a CSV file, whose columns docs/input-csv.md describes. What the ' +
      'source entered for an employee before is replaced: what changes and what goes is shown first, and asked about on a ' +
      'terminal. Rows that the service refuses are listed (exit code 1).',
    words: { file: { kind: 'text', of: 'FILE.csv', says: 'the file', required: true } },
    options: { ...PLACE, ...IMPORT },
    examples: [
      'inputs import hours.csv --group biweekly --period 2026-11-09',
      'inputs import clock.csv --group biweekly --period 2026-11-09 --source time-clock --dry-run',
    ],
    effect: 'CHANGE',
    load: () => import('./inputs/import.ts'),
  }),
  command({
    name: 'inputs export',
    summary:
      'Write what a source entered for a pay group and a period as CSV in the columns of an import: importing it again ' +
      'as the same source changes nothing. What has no column is named, and an import would take it away.',
    options: {
      ...PLACE,
      output: { kind: 'text', of: 'FILE.csv', says: 'where to; - is standard output', required: true },
    },
    examples: ['inputs export --group biweekly --period 2026-11-09 --output hours.csv'],
    load: () => import('./inputs/export.ts'),
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
