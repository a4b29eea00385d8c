/**
 * Brings `cdk.out/` up to date on the way to a local start: does nothing when no input changed since the last synth,
 * and leaves the check against CloudFormation's schemas, which takes longer than all else, to `app.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDashboard } from '../clients/dashboard/build.ts';
import { DIGEST_FILE, inputsDigest } from './inputsDigest.ts';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'cdk.out');
const digestFile = join(outdir, DIGEST_FILE);

if (!existsSync(digestFile) || readFileSync(digestFile, 'utf8') !== inputsDigest(root)) {
  // Loaded only when needed: the CDK alone takes longer than comparing.
  const { synthesize } = await import('./synthesize.ts');
  // As it was last built, if it was: the engine serves it from there, and nobody reads it from this assembly.
  const built = join(root, 'clients', 'dashboard', 'dist');
  await synthesize({
    root,
    outdir,
    buildDirectory: join(root, '.build'),
    dashboardDirectory: existsSync(built) ? built : await buildDashboard(),
    checkedByCloudFormation: false,
  });
}
