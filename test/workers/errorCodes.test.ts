import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schema = buildSchema(read('schema.graphql') + read('clients/appsync.graphql'));
const enumeration = schema.getType('ErrorCode') as GraphQLEnumType;
const codes = new Set(enumeration.getValues().map(({ name }) => name));

/** Refusals that commands pass on from the payroll rules. */
const PASSED_ON = ['INVALID_AMOUNT', 'PERIOD_NOT_FOUND', 'PAY_DATE_NOT_SUPPORTED'];

const refusedBy = (path: string) => [...read(path).matchAll(/refuse\(\s*'([A-Z_]+)'/g)].map(([, code]) => code ?? '');

test('every code with which a command refuses is in the contract, or the whole answer would be an error', () => {
  const workers = readdirSync(join(root, 'workers'), { recursive: true, encoding: 'utf8' })
    // Codes of run items are plain text; what explainPayslip refuses is an error of the field, not a userError.
    .filter((path) => path.endsWith('.ts') && !path.startsWith('calculation/') && path !== 'explainPayslip.ts')
    .flatMap((path) => refusedBy(`workers/${path}`));
  expect(workers.length).toBeGreaterThan(10);
  expect([...new Set([...workers, ...PASSED_ON])].filter((code) => !codes.has(code))).toEqual([]);
});
