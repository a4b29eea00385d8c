import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const directory = join(import.meta.dirname, 'dist');
const digestFile = join(directory, 'inputs.sha256');

/** Everything that the page is made from. */
const INPUTS = ['clients/dashboard/**/*.*', 'clients/generated/**/*.ts', 'clients/sdk/*.ts', 'package-lock.json'];

/**
 * Leaves the syntax tree out of each generated operation: its text is all that is sent, and is a tenth of it. The trees of
 * all screens would travel with the first one, because a module cannot be divided.
 */
const operationsAsText = {
  name: 'operations-as-text',
  enforce: 'pre',
  transform: (code: string, path: string) =>
    path.endsWith('/generated/operations/graphql.ts')
      ? code.replace(
          /^(export const \w+Document = \{"__meta__":\{"text":"(?:[^"\\]|\\.)*"\}),.*\} as unknown as/gm,
          '$1} as unknown as',
        )
      : undefined,
} as const;

/** Builds the dashboard unless it was built from the same inputs before; answers the directory to serve. */
export async function buildDashboard(): Promise<string> {
  const digest = inputsDigest();
  if (existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest) return directory;
  // Loaded only when needed: the bundler alone takes longer than comparing.
  const { build } = await import('vite');
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    plugins: [operationsAsText],
    // Whatever NODE_ENV says: tests look at the page that is shipped.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: directory,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      chunkSizeWarningLimit: 800, // kB before compression; what counts is what travels
      cssCodeSplit: false, // a style sheet that comes late would move the page
    },
  });
  // Last, so that a build that broke off is made again.
  writeFileSync(digestFile, digest);
  return directory;
}

function inputsDigest(): string {
  const hash = createHash('sha256').update(`${process.version}\0`);
  const exclude = ['clients/dashboard/dist/**'];
  for (const path of globSync(INPUTS, { cwd: root, exclude }).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}
