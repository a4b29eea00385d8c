import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { DIGEST_FILE, inputsDigest } from './inputsDigest.ts';
import { PayrollApp } from './PayrollApp.ts';

export interface SynthesizeOptions {
  /** Where the sources lie. */
  readonly root: string;
  /** Where the cloud assembly goes. */
  readonly outdir: string;
  /** Where bundles are made. */
  readonly buildDirectory: string;
  /** The built dashboard. */
  readonly dashboardDirectory: string;
  /** Whether the template is also checked against CloudFormation's resource schemas; most of the time of a synth. */
  readonly checkedByCloudFormation: boolean;
}

/**
 * Bundles and synthesizes the service. cdk-nag always runs. Throws when a bundle is too large, when a check finds
 * something, or when the files do not fit together; then `outdir` holds no digest and is not taken for a finished
 * assembly.
 */
export async function synthesize({
  root,
  outdir,
  buildDirectory,
  dashboardDirectory,
  checkedByCloudFormation,
}: SynthesizeOptions): Promise<void> {
  rmSync(join(outdir, DIGEST_FILE), { force: true });
  const digest = inputsDigest(root);
  const bundles = await bundle(root, buildDirectory);
  new PayrollApp({ root, outdir, bundles, dashboardDirectory, checkedByCloudFormation }).synth();
  writeFileSync(join(outdir, DIGEST_FILE), digest);
}
