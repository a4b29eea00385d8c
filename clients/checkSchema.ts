/**
 * `npm run schema:check`: refuses a change of `schema.graphql` that would break a client of the released contract
 * (`clients/released.graphql`). `-- --release` takes the present schema as released, once its clients had their time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const appsync = read('clients/appsync.graphql');
const current = read('schema.graphql');

if (process.argv.includes('--release')) {
  writeFileSync(join(root, 'clients/released.graphql'), current);
  console.log('schema.graphql is the released contract now.');
} else {
  const released = read('clients/released.graphql');
  const changes = findBreakingChanges(buildSchema(released + appsync), buildSchema(current + appsync));
  for (const { type, description } of changes) console.error(`${type}: ${description}`);
  if (changes.length > 0) {
    console.error('Clients of the released contract would break: add beside, deprecate with a date, remove after it.');
    process.exitCode = 1;
  } else console.log('schema.graphql breaks no client of the released contract.');
}
