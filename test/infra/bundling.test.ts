import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleResolvers, CODE_LIMIT_CHARACTERS } from '../../infra/bundleResolvers.ts';
import { bundleWorkers } from '../../infra/bundleWorkers.ts';
import { listResolvers } from '../../infra/listResolvers.ts';
import { scratchDirectory } from '../scratchDirectory.ts';

const RESOLVER = `import { util } from '@aws-appsync/utils';
import { companyOf } from '../identity.ts';
export function request(ctx) { return { payload: { companyId: companyOf(ctx) ?? util.autoId() } }; }
export const response = (ctx) => ctx.result?.items ?? [];`;

async function bundledResolvers(files: Record<string, string>) {
  const root = scratchDirectory(files);
  const { steps, aroundPipeline } = await bundleResolvers(
    root,
    listResolvers(join(root, 'resolvers')),
    join(root, 'out'),
  );
  return { codeOf: (name: string) => readFileSync(steps.get(name) ?? '', 'utf8'), aroundPipeline };
}

test('a resolver ships as one module that imports nothing but the runtime of AppSync', async () => {
  const { codeOf } = await bundledResolvers({
    'resolvers/identity.ts': 'export const companyOf = (ctx) => ctx.identity.claims.companyId;',
    'resolvers/none/Query.company.ts': RESOLVER,
  });
  const code = codeOf('Query.company');
  expect(code.match(/from "[^"]+"/g)).toEqual(['from "@aws-appsync/utils"']);
  expect(code).toMatch(/export \{\s+request,\s+response\s+\}/);
});

test('syntax stays as it was written, because APPSYNC_JS refuses what lowering would make of it', async () => {
  const { codeOf } = await bundledResolvers({
    'resolvers/identity.ts': 'export const companyOf = (ctx) => ctx.identity?.claims;',
    'resolvers/none/Query.company.ts': RESOLVER,
  });
  expect(codeOf('Query.company')).toContain('ctx.result?.items ?? []');
});

test('before and after a pipeline nothing is changed', async () => {
  const { aroundPipeline } = await bundledResolvers({ 'resolvers/identity.ts': '' });
  const around = (await import(aroundPipeline)) as { request(): unknown; response(ctx: unknown): unknown };
  expect(around.request()).toEqual({});
  expect(around.response({ prev: { result: 'answer of the last step' } })).toBe('answer of the last step');
});

test('a resolver over the limit of AppSync stops the synth, with its name and the limit', async () => {
  const tooLong = `export const request = () => ({ payload: '${'x'.repeat(CODE_LIMIT_CHARACTERS)}' });`;
  await expect(bundledResolvers({ 'resolvers/none/Query.company.ts': tooLong })).rejects.toThrow(
    /Query\.company\.js has \d+ characters of code; AppSync takes 32000 for one resolver/,
  );
});

test('the same worker always gives the same bytes', async () => {
  const worker = 'export const handler = async () => "done";';
  const root = scratchDirectory({ 'workers/conclude.ts': worker, 'workers/shared/notAWorker.ts': '' });
  const bundle = async (output: string) => bundleWorkers(root, join(root, output));
  const first = await bundle('first');
  const second = await bundle('second');
  expect([...first.keys()]).toEqual(['conclude']);
  const bytes = (directories: typeof first) => readFileSync(join(directories.get('conclude') ?? '', 'index.mjs'));
  expect(bytes(second).equals(bytes(first))).toBe(true);
});

test('errors keep their names in a bundle, because the workflow matches them', async () => {
  // Two modules with a class of the same name: a bundler has to rename one of them.
  const root = scratchDirectory({
    'payroll/other.ts':
      'export const other = () => PayrollAssertionFailed; class PayrollAssertionFailed extends Error {}',
    'workers/fail.ts': `import { other } from '../payroll/other.ts';
      class PayrollAssertionFailed extends Error {}
      export const handler = async () => [PayrollAssertionFailed.name, other().name];`,
  });
  const directories = await bundleWorkers(root, join(root, 'out'));
  const worker = (await import(join(directories.get('fail') ?? '', 'index.mjs'))) as {
    handler(): Promise<string[]>;
  };
  expect(await worker.handler()).toEqual(['PayrollAssertionFailed', 'PayrollAssertionFailed']);
});
