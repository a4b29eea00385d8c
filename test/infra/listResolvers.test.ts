import { expect, test } from 'vitest';
import { listResolvers } from '../../infra/listResolvers.ts';
import { scratchDirectory } from '../scratchDirectory.ts';

const listingOf = (...paths: string[]) =>
  listResolvers(scratchDirectory(Object.fromEntries(paths.map((path) => [path, '']))));

test('the folder of a resolver is its data source, and its name is its field', () => {
  expect(listingOf('table/Query.company.ts')).toMatchObject([
    { typeName: 'Query', fieldName: 'company', kind: 'UNIT', steps: [{ dataSource: 'table', name: 'Query.company' }] },
  ]);
});

test('numbered files are the steps of a pipeline, in the order of their numbers and from any folder', () => {
  const [field] = listingOf('table/Query.payslip.10.read.ts', ...steps(1, 9), 'none/Query.payslip.11.trim.ts');
  expect(field?.kind).toBe('PIPELINE');
  expect(field?.steps.map(({ name }) => name)).toEqual([
    ...steps(1, 9).map((path) => path.slice('none/'.length, -'.ts'.length)),
    'Query.payslip.10.read',
    'Query.payslip.11.trim',
  ]);
});

test('files directly in the folder are shared modules', () => {
  expect(listingOf('identity.ts', 'tsconfig.json')).toEqual([]);
});

test.each([
  // case                                  files                                                             refusal
  ['a name that is no field', ['table/company.ts'], /company\.ts is neither/],
  ['a file that is no TypeScript', ['table/Query.company.js'], /Query\.company\.js is neither/],
  ['a field answered from two folders', ['table/Query.a.ts', 'none/Query.a.ts'], /answer the same field/],
  ['a field with and without steps', ['table/Query.a.1.read.ts', 'table/Query.a.ts'], /answer the same field/],
  ['two first steps', ['table/Query.a.1.read.ts', 'none/Query.a.1.look.ts'], /answer the same field/],
  ['a pipeline that lacks a step', ['table/Query.a.1.read.ts', 'table/Query.a.3.trim.ts'], /none has the number 2/],
])('refuses %s', (_case, files, refusal) => {
  expect(() => listingOf(...files)).toThrow(refusal);
});

function steps(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `none/Query.payslip.${from + index}.step.ts`);
}
