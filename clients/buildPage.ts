import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { InlineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/** What is written beside a built page, so that it is built once for the same inputs. */
const DIGEST_FILE = 'inputs.sha256';

/**
 * Builds the page of a folder into its `dist`, unless it was built from the same inputs before; answers that directory.
 *
 * @param folder - The page's folder, which holds its `index.html`.
 * @param inputs - Globs from the project's root: what the page is made from beside its own folder.
 * @param config - What differs from page to page, in Vite's terms.
 */
export async function buildPage(folder: string, inputs: readonly string[], config: InlineConfig): Promise<string> {
  const directory = join(folder, 'dist');
  const digest = digestOf(folder, inputs);
  if (isBuiltFrom(digest, directory)) return directory;

  const fresh = mkdtempSync(join(folder, 'dist-'));
  try {
    await buildForProduction({
      root: folder,
      configFile: false,
      ...config,
      build: {
        outDir: fresh,
        emptyOutDir: true,
        target: 'es2023',
        modulePreload: false,
        cssCodeSplit: false, // a style sheet that comes late would move the page
        ...config.build,
      },
    });
    writeFileSync(join(fresh, DIGEST_FILE), digest);
    // Moved when it is whole: a build that breaks off leaves the page of before, and two at once do not mix.
    rmSync(directory, { recursive: true, force: true });
    renameSync(fresh, directory);
  } catch (error) {
    if (!isBuiltFrom(digest, directory)) throw error; // else somebody else was faster
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return directory;
}

function isBuiltFrom(digest: string, directory: string): boolean {
  const file = join(directory, DIGEST_FILE);
  return existsSync(file) && readFileSync(file, 'utf8') === digest;
}

/** Vite asks NODE_ENV whether JSX is compiled for development: every build, in tests too, makes the page that is shipped. */
async function buildForProduction(config: InlineConfig): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    // Loaded only when needed: the bundler alone takes longer than comparing.
    const { build } = await import('vite');
    await build(config);
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

function digestOf(folder: string, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.version}\0`);
  const own = relative(root, folder);
  const globs = [`${own}/**/*.*`, 'clients/buildPage.ts', 'package-lock.json', ...inputs];
  for (const path of globSync(globs, { cwd: root, exclude: [`${own}/dist/**`, `${own}/dist-*/**`] }).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}
