import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles `source` as the template's functions are bundled, and answers the folder of its `index.mjs`. */
export async function bundled(source: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'payroll-function-'));
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Some packages are CommonJS and call `require` for Node.js's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return directory;
}
