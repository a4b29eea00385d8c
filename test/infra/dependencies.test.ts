import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* What is shipped (Lambda bundles, pages, client packages) stands apart from tools, so that an audit or an SBOM of `dependencies` is one of the product. */

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Taken into a bundle by another package, whose peer it is. */
const PEERS = ['@aws-sdk/util-dynamodb'];

/** Packages whose values, not only types, are imported by a file that ends in a bundle. */
function shipped(): string[] {
  const rooms = ['payroll', 'table', 'workers', 'clients'];
  const files = execFileSync('git', ['ls-files', '-z', '--', ...rooms], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => /\.tsx?$/.test(path) && !/^clients\/(examples\/|codegen\/|[^/]+\.ts$|[^/]+\/build)/.test(path));
  const statements = /^(?:import|export)\s(?!type\b)(?:[^;']*?\sfrom\s)?'([^'.][^']*)'/gm;
  const imported = files.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(statements)].map(([, name = '']) => name),
  );
  const packages = imported
    .filter((name) => !name.startsWith('node:') && !name.startsWith('@payroll/'))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  return [...new Set(packages)].sort();
}

test('dependencies are the packages that are shipped, and tools are devDependencies', () => {
  expect([...shipped(), ...PEERS].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  const both = Object.keys(manifest.dependencies).filter((name) => Object.hasOwn(manifest.devDependencies, name));
  expect(both).toEqual([]);
});
