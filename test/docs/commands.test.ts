import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/* A document that names a command or a file that is not there any more fails here, and not a newcomer. */

const root = join(import.meta.dirname, '..', '..');
const documents = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];
const textOf = (document: string) => readFileSync(join(root, document), 'utf8');

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const matchesIn = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, word = '']) => word)),
];

/** Made by a command, and so not there before it ran. */
const MADE = ['node_modules', 'cdk.out', '.payroll', '.build'];

const rooms = new Set(globSync('*/', { cwd: root, exclude: MADE }));
const files = new Set(globSync(['*', '*/**'], { cwd: root, exclude: [...MADE, '.git'] }));

/** The paths of a text: what stands in backquotes and begins with a room, or with a file of the first level that has an ending. */
const pathsIn = (text: string) =>
  matchesIn(text, /`(\w[\w.-]*(?:\/[\w.-]+)*\/?)`/g).filter((path) =>
    path.includes('/') ? rooms.has(path.split('/')[0] ?? '') : /\.(ts|js|json|md|graphql)$/.test(path),
  );

/**
 * A file may be named without its folders, where the text says in which it is. `XX` stands for any state; what is built
 * into a `dist` is there once it is built.
 */
const isThere = (path: string) => {
  const bare = path.replace(/\/$/, '').replace(/\/dist$/, '');
  if (files.has(bare)) return true;
  if (bare.includes('XX')) return globSync(bare.replace('XX', '*'), { cwd: root }).length > 0;
  return !bare.includes('/') && [...files].some((file) => file.endsWith(`/${bare}`));
};

test.each(documents)('every npm script that %s names is in package.json', (document) => {
  const text = textOf(document);
  const named = [...matchesIn(text, /npm run ([\w:]+)/g), ...matchesIn(text, /npm (start|test)\b/g)];
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});

test.each(documents)('every file and folder that %s names is there', (document) => {
  expect(pathsIn(textOf(document)).filter((path) => !isThere(path))).toEqual([]);
});

test.each(documents)('every link of %s leads to a file, and to a heading of it', (document) => {
  const broken = matchesIn(textOf(document), /\]\(((?!https?:)[^)]+)\)/g).filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document : relative(root, join(root, dirname(document), path));
    return !files.has(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('every command of the command line that a document names is one', () => {
  const help = execFileSync(process.execPath, ['clients/cli/main.ts', '--help'], { cwd: root, encoding: 'utf8' });
  const commands = matchesIn(help, /^ {2}([a-z]+(?: [a-z]+)?)/gm);
  const named = documents.flatMap((document) =>
    matchesIn(textOf(document), /npm run payroll -- ([a-z]+(?: [a-z]+)?)/g).map((command) => `${document}: ${command}`),
  );
  expect(named).not.toEqual([]);
  expect(named.filter((mention) => !commands.some((command) => mention.endsWith(`: ${command}`)))).toEqual([]);
});

/** A heading's anchor, as GitHub makes it. */
function anchorsOf(document: string): string[] {
  return matchesIn(textOf(document), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}
