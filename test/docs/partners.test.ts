import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* What partners are told about the service is what the service does. */

const root = join(import.meta.dirname, '..', '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const page = text('docs/partners.md');

test('every event that is put on the bus is told of, and no other', () => {
  const published = globSync('workers/bus/*.ts', { cwd: root }).flatMap((file) =>
    [...text(file).matchAll(/publish\('(\w+)'/g)].map(([, name]) => name),
  );
  const told = [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| /gm)].flatMap(
    ([, names = '']) => names.match(/\w+/g) ?? [],
  );
  expect(told.filter((name) => /^[A-Z]/.test(name)).sort()).toEqual(published.sort());
});

test('the limits of the firewall are told as they are', () => {
  const firewall = text('infra/WebFirewall.ts');
  const figure = (name: string) => new RegExp(`${name} = ([\\d_]+)`).exec(firewall)?.[1]?.replaceAll('_', ',');
  expect(page).toContain(`in five minutes | ${figure('REQUESTS_PER_ADDRESS')} |`);
  expect(page).toContain(`Body of a request | ${figure('INSPECTED_BODY_BYTES')} bytes |`);
  const [, bulk = ''] = /BULK_MUTATIONS = \[([^\]]+)\]/.exec(firewall) ?? [];
  for (const name of bulk.match(/\w+/g) ?? []) expect(page).toMatch(new RegExp(`Body of [^|]*\`${name}\``));
});
