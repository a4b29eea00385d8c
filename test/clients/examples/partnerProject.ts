import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSdk } from '../../../clients/sdk/build/buildSdk.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** What the examples install besides the package itself, and what a compiler needs to know of it. */
const INSTALLED = ['graphql', '@graphql-typed-document-node', 'react', 'react-dom', 'scheduler', '@types', 'csstype'];

/** A copy of the examples far from this repository, with the package installed as it would be published. */
export async function partnerProject(): Promise<{ directory: string; remove: () => void }> {
  const directory = mkdtempSync(join(tmpdir(), 'payroll-partner-'));
  cpSync(join(root, 'clients', 'examples'), directory, {
    recursive: true,
    filter: (path) => !path.includes('node_modules') && !path.endsWith('tsconfig.json'),
  });
  for (const name of INSTALLED) {
    const link = join(directory, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  await buildSdk(join(directory, 'node_modules', '@payroll', 'sdk'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
