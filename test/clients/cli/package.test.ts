import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCli } from '../../../clients/cli/build/buildCli.ts';
import { nodeVersion } from '../../../clients/cli/doctor/nodeVersion.ts';

/* What `npx @payroll/cli` fetches, packed and installed by npm: one package that needs no other one. */

interface Packed {
  filename: string;
  files: { path: string; mode: number }[];
}

let directory: string;
let packed: Packed;
let installed: string;
let bin: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'payroll-package-'));
  await buildCli(join(directory, 'source'));
  const npm = (...words: string[]) =>
    execFileSync('npm', [...words, '--offline'], { cwd: directory, encoding: 'utf8' });
  [packed] = JSON.parse(npm('pack', './source', '--json')) as [Packed];
  npm('install', `./${packed.filename}`, '--no-audit', '--no-fund', '--ignore-scripts');
  installed = join(directory, 'node_modules', '@payroll', 'cli');
  bin = join(installed, 'dist', 'payroll.js');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const run = (...words: string[]) => spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' });

test('holds the program, its licenses and its manifest, and nothing else', () => {
  const others = packed.files.map(({ path }) => path).filter((path) => !path.startsWith('dist/chunks/'));
  expect(others.sort()).toEqual(['dist/LICENSES.txt', 'dist/payroll.js', 'package.json']);
  expect(readFileSync(join(installed, 'dist', 'LICENSES.txt'), 'utf8')).toContain('csv-parse');
});

test('can be called as it is', () => {
  const file = packed.files.find(({ path }) => path === 'dist/payroll.js');
  expect((file?.mode ?? 0) & 0o111, 'is executable').toBe(0o111);
  expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('answers, calculates and reads files without anything beside it', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('runs start') });
  const input = join(import.meta.dirname, 'payslips.jsonl');
  expect(run('payslips', 'calculate', '--input', input)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('net '),
  });
});

test('help loads the definitions alone: neither the client nor the operations', () => {
  const loaded = staticImportsOf(bin);
  expect(loaded.size).toBeGreaterThan(1);
  const texts = [...loaded].map((path) => readFileSync(path, 'utf8'));
  expect(texts.some((text) => /PayrollClient|StartPayrollRun/.test(text))).toBe(false);
});

test('is not offered to a Node.js that "doctor" refuses', async () => {
  const { engines } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe('>=22');
  expect((await nodeVersion.look(() => expect.fail(), new AbortController().signal)).outcome).toBe('OK');
});

/** A module with all that is loaded before it runs. */
function staticImportsOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, from, bare] of readFileSync(path, 'utf8').matchAll(/\bfrom "(\.[^"]+)"|\bimport "(\.[^"]+)"/g))
    staticImportsOf(join(dirname(path), from ?? bare ?? ''), found);
  return found;
}
