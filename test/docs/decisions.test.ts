import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const directory = join(import.meta.dirname, '..', '..', 'docs', 'decisions');
const files = readdirSync(directory).sort();

test('every decision has a number of its own, and none is left out', () => {
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
});

test.each(files)('%s begins with its number', (file) => {
  expect(readFileSync(join(directory, file), 'utf8')).toMatch(new RegExp(`^# ${file.slice(0, 4)} `));
});

/** What a decision is now, and since when; one that another replaced names it. */
const STATUS = /^Status: (accepted|superseded by \[\d{4}\]\(\d{4}-[\w-]+\.md\)), \d{4}-\d{2}-\d{2}$/m;

test.each(files)('%s says what has become of it', (file) => {
  expect(readFileSync(join(directory, file), 'utf8')).toMatch(STATUS);
});
