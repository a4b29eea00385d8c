import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* A payroll clerk or an engineer at night reads it: common words, one for each thing (CONTRIBUTING.md). */

const root = join(import.meta.dirname, '..', '..');

/** What reads as translated, and what to write for it. */
const BANNED: Readonly<Record<string, RegExp>> = {
  'fix, fixed': /\bmend(s|ed|ing)?\b/i,
  again: /\banew\b/i,
  'anyone who, or who it is': /\bwhoever\b/i,
  'returned, reversed or voided': /\b(came|comes?|taken|takes?) back\b|\btakes? [\w ]{1,20} back\b/i,
  'cannot be resolved': /\bleads? nowhere\b/i,
  'is idempotent': /\bbears? to run\b/i,
  'in total': /\bin sum\b/i,
  'calculated, or taxable wages': /\bfigured\b/i,
  invalid: /\bthat (is|are) none\b/i,
  'a business rule': /\bof the trade\b/i,
};

/** Rooms whose words have been gone through. */
const ROOMS = ['schema.graphql', '{payroll,table,resolvers,workflows}/**/*.ts'];

test.each(Object.entries(BANNED))('the words are native: "%s"', (_instead, banned) => {
  const found = globSync(ROOMS, { cwd: root }).flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, index) => (banned.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
