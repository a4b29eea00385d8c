import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/* Files that import each other in a circle are read, tested and changed as one. */

const root = join(import.meta.dirname, '..', '..');
const files = globSync('{payroll,table,workers,workflows,resolvers,infra,clients,demo,local/src}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['**/dist/**', '**/dist-*/**', '**/node_modules/**'],
});

const IMPORT = /^(?:import|export) (type )?([^;'"]*?) ?from '(\.[^']+)'/gm;

/** The files of the house that a file imports. @param withTypes also those that it takes nothing but types from */
function importsOf(file: string, withTypes: boolean): string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].flatMap(([, isType, names = '', path = '']) => {
    const named = names.replaceAll(/[{}]/g, '').split(',');
    const isTypeAlone = isType || named.every((name) => name.trim() === '' || name.trim().startsWith('type '));
    return isTypeAlone && !withTypes ? [] : [normalize(join(dirname(file), path))];
  });
}

/** Groups of files that all reach each other, sorted; Tarjan's algorithm. */
function circles(withTypes: boolean): string[][] {
  const imports = new Map(files.map((file) => [file, importsOf(file, withTypes)]));
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const number = numbers.size;
    numbers.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const imported of imports.get(file) ?? []) {
      if (!imports.has(imported)) continue;
      const reached = numbers.has(imported)
        ? open.includes(imported)
          ? numbers.get(imported)
          : number
        : visit(imported);
      lowest.set(file, Math.min(lowest.get(file) ?? number, reached ?? number));
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest.get(file) ?? number;
  };
  for (const file of files) if (!numbers.has(file)) visit(file);
  return found;
}

test('no file runs in a circle, but for the grammar of state machines, whose states hold states', () => {
  expect(circles(false)).toEqual([
    ['parseMap', 'parseScope', 'parseState'].map((name) => `local/src/stepfunctions/definition/${name}.ts`),
  ]);
});

test('circles of types grow neither in number nor in size', () => {
  const found = circles(true);
  expect(Math.max(...found.map((circle) => circle.length)), 'the largest').toBeLessThanOrEqual(6);
  expect(found.length, found.map((circle) => circle.join(' ')).join('\n')).toBeLessThanOrEqual(15);
});
