import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputsDigest } from '../../infra/inputsDigest.ts';
import { scratchDirectory } from '../scratchDirectory.ts';

const house = () => scratchDirectory({ 'schema.graphql': 'type Query', 'workers/a.ts': '1', 'workers/bus/b.ts': '2' });

test('the same inputs have the same digest, wherever they lie', () => {
  expect(inputsDigest(house())).toBe(inputsDigest(house()));
});

test.each([
  ['a changed file', (root: string) => writeFileSync(join(root, 'workers/bus/b.ts'), '3')],
  ['a new file', (root: string) => writeFileSync(join(root, 'workers/c.ts'), '')],
  ['a removed file', (root: string) => rmSync(join(root, 'workers/a.ts'))],
  [
    'text that moved to the next file',
    (root: string) => {
      writeFileSync(join(root, 'workers/a.ts'), '');
      writeFileSync(join(root, 'workers/bus/b.ts'), '12');
    },
  ],
])('%s changes the digest', (_case, change) => {
  const root = house();
  const before = inputsDigest(root);
  change(root);
  expect(inputsDigest(root)).not.toBe(before);
});

test('what does not ship does not change the digest', () => {
  const root = house();
  const before = inputsDigest(root);
  writeFileSync(join(root, 'README.md'), 'new');
  expect(inputsDigest(root)).toBe(before);
});
