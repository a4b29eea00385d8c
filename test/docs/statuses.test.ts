import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEXT_STATUSES } from '../../payroll/runStatus.ts';

/* The dictionary says in words what the table of statuses says in code. */

test('docs/payroll.md leads from each status where the code does', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/payroll.md'), 'utf8');
  const section = page.split('## The life of a run')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| `(?<status>\w+)` \|[^|]*\|(?<next>[^|]*)\|$/gm)].map(({ groups }) => [
    groups?.['status'],
    [...(groups?.['next'] ?? '').matchAll(/`(\w+)`/g)].map(([, status]) => status),
  ]);
  const documented = Object.fromEntries(rows) as Record<string, string[]>;
  // A status that a remark names again counts once.
  const sorted = (statuses: readonly string[]) => [...new Set(statuses)].sort();
  expect(Object.fromEntries(Object.entries(documented).map(([from, next]) => [from, sorted(next)]))).toEqual(
    Object.fromEntries(Object.entries(NEXT_STATUSES).map(([from, next]) => [from, sorted(next)])),
  );
});
