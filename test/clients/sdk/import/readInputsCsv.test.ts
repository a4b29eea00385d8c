import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from '../../../../clients/sdk/import/inputColumns.ts';
import { readInputsCsv } from '../../../../clients/sdk/import/readInputsCsv.ts';

/* Nothing in a file of hours is lost in silence, and nothing is counted twice. */

/** A file of one row. */
const read = (cells: Record<string, string>) => {
  const row = { externalId: '7', ...cells };
  return readInputsCsv(`${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`);
};

test.each<[what: string, cells: Record<string, string>, input: object]>([
  ['nothing entered', {}, {}],
  [
    'hours of two weeks',
    { hoursWeek1: '40', hoursWeek2: '46.5', stateOvertimeWeek2: '0' },
    {
      hoursWorked: [
        { week: 1, hours: '40' },
        { week: 2, hours: '46.5', stateOvertime: '0' },
      ],
    },
  ],
  [
    'leave with its hours',
    { paidLeave: '160.00', paidLeaveHours: '8' },
    { earnings: [{ type: 'PAID_LEAVE', amount: '160.00', hours: '8' }] },
  ],
  [
    'a discretionary bonus of an off-cycle run',
    { discretionaryBonus: '500.00', offCycleSequence: '2' },
    { earnings: [{ type: 'BONUS', amount: '500.00', isDiscretionary: true, offCycleSequence: 2 }] },
  ],
  ['no day of absence', { unpaidAbsenceDays: '0' }, { unpaidAbsenceDays: 0 }],
])('%s', (_what, cells, input) => {
  expect(read(cells)).toEqual({ rows: [{ line: 2, row: { externalId: '7', ...input } }], problems: [], questions: [] });
});

test.each<[what: string, cells: Record<string, string>, column: string]>([
  ['a row of nobody', { externalId: '', bonus: '1' }, 'externalId'],
  ['hours of leave without its pay', { paidLeaveHours: '8' }, 'paidLeaveHours'],
  ['state overtime of a week without hours', { stateOvertimeWeek3: '10' }, 'stateOvertimeWeek3'],
  ['a sequence of no earning', { offCycleSequence: '1' }, 'offCycleSequence'],
  ['a method that is none', { supplementalMethod: 'BOTH' }, 'supplementalMethod'],
])('%s is a problem of its line and column', (_what, cells, column) => {
  expect(read(cells).problems).toMatchObject([{ line: 2, column }]);
});

test('rows of one employee are one input; a week that stands twice is refused', () => {
  const { rows } = readInputsCsv('externalId,hoursWeek1,bonus,offCycleSequence\n7,40,,\n8,38,,\n7,,500,1\n');
  expect(rows.map(({ row }) => row)).toEqual([
    {
      externalId: '7',
      hoursWorked: [{ week: 1, hours: '40' }],
      earnings: [{ type: 'BONUS', amount: '500', offCycleSequence: 1 }],
    },
    { externalId: '8', hoursWorked: [{ week: 1, hours: '38' }] },
  ]);
  expect(readInputsCsv('externalId,hoursWeek1\n7,40\n7,20\n').problems).toMatchObject([
    { line: 3, column: 'hoursWeek1' },
  ]);
});

describe('docs/input-csv.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'input-csv.md'), 'utf8');

  test('tells every column, and no other', () => {
    const told = page
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, column]) => column));
    expect(told.sort()).toEqual([...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].sort());
  });

  test('has an example that can be imported', () => {
    const [, example = ''] = /```csv\n([\s\S]*?)```/.exec(page) ?? [];
    expect(readInputsCsv(example)).toMatchObject({ rows: [{ line: 2 }, { line: 3 }], problems: [] });
  });
});
