import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiReport } from '../../../clients/sdk/build/apiReport.ts';
import { buildSdk } from '../../../clients/sdk/build/buildSdk.ts';

/* The package as it would be published, built into a folder of its own. */

const CORE_LIMIT_BYTES = 12_000;

const root = join(import.meta.dirname, '..', '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'payroll-sdk-'));

beforeAll(() => buildSdk(directory));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What an application gets that has nothing but `statement`, from its bundler. */
async function bundled(statement: string, options: BuildOptions = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: statement, resolveDir: directory },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    logLevel: 'silent',
    ...options,
  });
  const text = outputFiles?.[0]?.text ?? '';
  const imported = Object.values(metafile?.outputs ?? {}).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { text, imported, gzipBytes: gzipSync(text).length };
}

test('the core is under 12 kB with all it needs, and needs neither a package nor Node.js', async () => {
  const { gzipBytes, imported } = await bundled(`export * from './dist/index.js'`);
  expect(imported).toEqual([]);
  expect(gzipBytes).toBeLessThan(CORE_LIMIT_BYTES);
});

test('importing it does nothing, even for a bundler that takes nobody at his word', async () => {
  for (const entry of ['index', 'operations'])
    expect((await bundled(`import './dist/${entry}.js'`, { ignoreAnnotations: true })).text, entry).toBe('');
});

test('an application gets only the documents that it uses', async () => {
  const { text } = await bundled(`export { CompanyDocument } from './dist/operations.js'`);
  expect(text).toContain('company');
  expect(text.length).toBeLessThan(2_000);
});

test('the hooks share the core with the application, and are for the client side of a framework', async () => {
  const hooks = readFileSync(join(directory, 'dist', 'react.js'), 'utf8');
  expect(hooks).toMatch(/^"use client";/);
  expect(hooks).not.toContain('class PayrollClient');
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: directory, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('the types are not wrong, for whoever imports or bundles it', async () => {
  const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  const check = promisify(execFile)(process.execPath, [attw, '--pack', directory, '--profile', 'esm-only']);
  await expect(check, 'ends with an exit code when something is wrong').resolves.toBeDefined();
});

test('its interface is the one in clients/sdk/api.md; `npm run sdk:build` writes it', () => {
  expect(apiReport(directory)).toBe(readFileSync(join(root, 'clients', 'sdk', 'api.md'), 'utf8'));
});
