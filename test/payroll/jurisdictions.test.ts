import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BracketTable } from '../../payroll/jurisdictions/FederalRules.ts';
import { registry } from '../../payroll/jurisdictions/registry.ts';
import { CURRENT_RULE_SET_VERSION, ruleSetOf } from '../../payroll/ruleSets.ts';

const room = join(import.meta.dirname, '../../payroll');

/** Every table of brackets inside a value, with its path. */
function tablesIn(value: unknown, path: string): [string, BracketTable][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('fromCents' in value && 'plusCents' in value) return [[path, value as BracketTable]];
  return Object.entries(value).flatMap(([key, member]) => tablesIn(member, `${path}.${key}`));
}

describe('the data', () => {
  test('every folder with rules is in the registry, and every entry has its folder', () => {
    const folders = readdirSync(join(room, 'jurisdictions'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const files = folders.flatMap(({ name }) =>
      readdirSync(join(room, 'jurisdictions', name))
        .filter((file) => /^\d{4}\.ts$/.test(file))
        .map((file) => `${name}/${file}`),
    );
    const entries = [...registry.federal, ...registry.states].map(
      ({ jurisdiction, year }) => `${jurisdiction}/${year}.ts`,
    );
    expect(files.sort()).toEqual(entries.sort());
  });

  test.each(registry.states.map((rules) => [rules.state, rules] as const))(
    '%s names its source, and its editions follow each other',
    (state, rules) => {
      expect(rules.jurisdiction).toBe(`US-${state}`);
      expect(rules.source).not.toBe('');
      const dates = rules.editions.map(({ effectiveFrom }) => effectiveFrom);
      expect(dates).toEqual([...new Set(dates)].sort());
      for (const levy of rules.levies) expect(levy.source).not.toBe('');
    },
  );

  const tables = [...registry.federal, ...registry.states].flatMap((rules) => tablesIn(rules, rules.jurisdiction));

  test.each(tables)('%s: columns are of one length, figures rise, and tax never falls at a bracket', (path, table) => {
    const { fromCents, plusCents, ratePpm } = table;
    expect([plusCents.length, ratePpm.length]).toEqual([fromCents.length, fromCents.length]);
    // Oregon's tables for large wages begin below any base that they are asked with; Frederick taxes the whole at one rate.
    if (!path.includes('.above.')) expect(fromCents[0]).toBe(0);
    if (plusCents.every((plus) => plus === 0) && path.startsWith('US-MD.localTaxes')) return;
    for (let i = 1; i < fromCents.length; i++) {
      const width = (fromCents[i] ?? 0) - (fromCents[i - 1] ?? 0);
      expect(width).toBeGreaterThan(0);
      // Figures are printed in whole dollars and cents, New Jersey's amounts partly in dollars: a row may start a little off the end of the one before.
      const reached = (plusCents[i - 1] ?? 0) + (width * (ratePpm[i - 1] ?? 0)) / 1_000_000;
      const gap = Math.abs((plusCents[i] ?? 0) - reached);
      expect([i, gap <= Math.max(/^US-(NJ|MT)/.test(path) ? 100 : 40, reached * 0.011)]).toEqual([i, true]);
    }
  });
});

describe('the rule set', () => {
  test('has a version and a hash that a changed figure would change', () => {
    const rules = ruleSetOf(CURRENT_RULE_SET_VERSION);
    if (!rules.ok) throw new Error(rules.error.message);
    expect(rules.value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rules.value.year).toBe(2026);
  });

  test('an unknown version is refused with the versions there are', () => {
    expect(ruleSetOf('2031.4')).toMatchObject({
      ok: false,
      error: { type: 'RULE_SET_NOT_FOUND', message: expect.stringContaining('2026.1') },
    });
  });
});

describe('the room is pure', () => {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  test.each(files)('%s', (file) => {
    const source = readFileSync(join(room, file), 'utf8');
    const outside = [...source.matchAll(/from '([^']+)'/g)]
      .map(([, name]) => name)
      .filter((name) => !name?.startsWith('.'));
    expect(outside).toEqual(file === 'sha256Hex.ts' ? ['node:crypto'] : []);
    expect(source).not.toMatch(/\bDate\.now|new Date\(\)|Math\.random|process\.|console\.|performance\.|\bfetch\(/);
    expect([...source.matchAll(/from '\.\.\/\.\.\/(?!EmployeePayFacts)[a-z]+\/[^']*'/g)].length).toBe(0);
  });
});
