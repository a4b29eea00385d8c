import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const directory = join(import.meta.dirname, 'dist');
const digestFile = join(directory, 'inputs.sha256');

/** Everything that the page is made from. */
const INPUTS = ['clients/graphiql/**/*.*', 'clients/sdk/*.ts', 'package-lock.json'];

/** Builds the page unless it was built from the same inputs before; answers the directory to serve under `/graphiql/`. */
export async function buildGraphiql(): Promise<string> {
  const digest = inputsDigest();
  if (existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest) return directory;
  // Loaded only when needed: the bundler alone takes longer than comparing.
  const { build } = await import('vite');
  await build({
    root: import.meta.dirname,
    base: '/graphiql/',
    configFile: false,
    logLevel: 'error', // hundreds of its files say "use client", and each is warned of
    // Its fonts are written into its style sheet, whence our content security policy takes none; the system has others.
    css: {
      postcss: { plugins: [{ postcssPlugin: 'no-fonts', AtRule: { 'font-face': (rule) => void rule.remove() } }] },
    },
    build: {
      outDir: directory,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      chunkSizeWarningLimit: 2000, // kB before compression; it is fetched from this machine
      cssCodeSplit: false,
    },
  });
  // Last, so that a build that broke off is made again.
  writeFileSync(digestFile, digest);
  return directory;
}

function inputsDigest(): string {
  const hash = createHash('sha256').update(`${process.version}\0`);
  for (const path of globSync(INPUTS, { cwd: root, exclude: ['clients/graphiql/dist/**'] }).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
