/**
 * Synthesizes the service into `cdk.out/`, with every check and without an AWS account. The CDK command line runs it
 * (`cdk.json`) and names its own folder for the assembly.
 */
import { join } from 'node:path';
import { buildDashboard } from '../clients/dashboard/build.ts';
import { synthesize } from './synthesize.ts';

const root = join(import.meta.dirname, '..');
await synthesize({
  root,
  outdir: process.env['CDK_OUTDIR'] ?? join(root, 'cdk.out'),
  buildDirectory: join(root, '.build'),
  dashboardDirectory: await buildDashboard(),
  checkedByCloudFormation: true,
});
