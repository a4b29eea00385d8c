import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * X-Ray's SDK is CommonJS and calls `require` for Node's own modules, which an ES module does not have. The import is
 * renamed because a bundled module may import `createRequire` itself.
 */
const REQUIRE_BANNER = `import { createRequire as createRequireOfBanner } from 'node:module';
const require = createRequireOfBanner(import.meta.url);`;

/**
 * Bundles every `workers/*.ts` in one esbuild call, the AWS SDK included so that its version is ours and not the
 * runtime's. Names are kept, because Step Functions matches an error by its `name`. The same sources always give the
 * same bytes, so that an unchanged worker keeps its asset hash and is not deployed again. Answers the folder with the
 * `index.mjs` of each worker, by the worker's name.
 */
export async function bundleWorkers(root: string, outputDirectory: string): Promise<ReadonlyMap<string, string>> {
  const names = readdirSync(join(root, 'workers'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .sort();
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: join(root, 'workers', `${name}.ts`), out: `${name}/index` })),
    outdir: outputDirectory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // The ES modules of a package first: they can be shaken, the CommonJS that esbuild prefers for Node cannot.
    mainFields: ['module', 'main'],
    keepNames: true,
    banner: { js: REQUIRE_BANNER },
    legalComments: 'none',
    logLevel: 'warning',
  });
  return new Map(names.map((name) => [name, join(outputDirectory, name)]));
}
