import { expect, test } from 'vitest';
import { command } from '../../../clients/cli/Command.ts';
import { parseWords } from '../../../clients/cli/parseWords.ts';

/* A word that was mistyped is told; it never means something else. */

const sample = command({
  name: 'sample',
  summary: 'Takes one of each kind.',
  words: {
    run: { kind: 'text', of: 'RUN', says: 'the run', required: true },
    employees: { kind: 'list', of: 'EMPLOYEE', says: 'employees' },
  },
  options: {
    payDate: { kind: 'date', of: 'DATE', says: 'a date' },
    count: { kind: 'whole', of: 'N', says: 'a count' },
    type: { kind: 'choice', values: ['REGULAR', 'OFF_CYCLE'], says: 'a kind' },
    some: { kind: 'list', of: 'SOME', says: 'several' },
    watch: { kind: 'flag', says: 'a flag' },
  },
  examples: ['sample run_1'],
  load: async () => ({ run: async () => 0 }),
});

test.each<[what: string, words: string[], given: object]>([
  ['what must be there', ['run_1'], { run: 'run_1', employees: [], payDate: undefined, watch: false }],
  ['the rest of the words as a list', ['run_1', 'emp_1', 'emp_2'], { run: 'run_1', employees: ['emp_1', 'emp_2'] }],
  ['options with two words', ['run_1', '--pay-date', '2026-11-20'], { payDate: '2026-11-20' }],
  ['whole numbers as numbers', ['run_1', '--count', '12'], { count: 12 }],
  ['a choice in small letters and with a dash', ['run_1', '--type', 'off-cycle'], { type: 'OFF_CYCLE' }],
  ['a list with commas, and repeated', ['run_1', '--some', 'a,b', '--some', 'c'], { some: ['a', 'b', 'c'] }],
])('takes %s', (_what, words, given) => {
  expect(parseWords(sample, words)).toMatchObject(given);
});

test.each<[what: string, words: string[], code: string]>([
  ['a word that is missing', [], 'MISSING_ARGUMENT'],
  ['an empty word', [''], 'EMPTY_VALUE'],
  ['a date that is none', ['run_1', '--pay-date', '20.11.2026'], 'INVALID_VALUE'],
  ['a count that is none', ['run_1', '--count', '-1'], 'INVALID_OPTION_VALUE'],
  ['a count with a fraction', ['run_1', '--count', '1.5'], 'INVALID_VALUE'],
  ['a choice that is not known', ['run_1', '--type', 'YEARLY'], 'INVALID_VALUE'],
  ['an option that is not known', ['run_1', '--dry-run'], 'UNKNOWN_OPTION'],
])('refuses %s', (_what, words, code) => {
  expect(() => parseWords(sample, words)).toThrow(expect.objectContaining({ code }));
});
