import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Builds the package into `directory`: its manifest, and in `dist` the command line with everything that it needs, so that
 * `npx` has one thing to fetch. What a command loads for itself stays a file of its own: help does not wait for it.
 */
export async function buildCli(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const manifest = join(import.meta.dirname, '..', 'package.json');
  if (dirname(manifest) !== directory) cpSync(manifest, join(directory, 'package.json'));
  const outdir = join(directory, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { payroll: 'clients/cli/main.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none', // the licenses come whole, below
    metafile: true,
    logLevel: 'warning',
  });
  chmodSync(join(outdir, 'payroll.js'), 0o755);
  writeFileSync(join(outdir, 'LICENSES.txt'), licensesOf(Object.keys(metafile.inputs)));
}

/** The licenses of the packages that came along. */
function licensesOf(inputs: readonly string[]): string {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...packages]
    .sort()
    .map((name) => `${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`)
    .join('\n\n');
}
