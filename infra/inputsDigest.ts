import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything that can change what the local engine takes from the assembly. The borders between the rooms see to it that
 * nothing else goes in but the dashboard, which the engine serves from where it is built; a deployment synthesizes again.
 */
const INPUTS = [
  'cdk.json',
  'package-lock.json',
  'schema.graphql',
  'clients/generated',
  'clients/operations',
  'infra',
  'payroll',
  'resolvers',
  'table',
  'workers',
  'workflows',
];

/** The file of an assembly that holds the digest of the inputs it was made from. */
export const DIGEST_FILE = 'inputs.sha256';

/**
 * A digest of all inputs of a synth at `root`: files with their names, the CDK's context, and the Node.js that bundles.
 */
export function inputsDigest(root: string): string {
  const hash = createHash('sha256');
  hash.update(`${process.version}\0${process.env['CDK_CONTEXT_JSON'] ?? ''}\0`);
  for (const input of INPUTS) {
    for (const path of filesBelow(root, input)) {
      const content = readFileSync(join(root, path));
      hash.update(`${path}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
