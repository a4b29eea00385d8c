import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const directory = join(import.meta.dirname, 'dist');
const digestFile = join(directory, 'inputs.sha256');

/** Everything that the page is made from. */
const INPUTS = ['clients/dashboard/**/*.*', 'clients/generated/**/*.ts', 'clients/sdk/*.ts', 'package-lock.json'];

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
