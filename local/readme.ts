/** `npm run readme -w cdk-local-engine`: brings the tables of README.md up to date with the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulationTables, withTables } from './build/emulationTables.ts';

const path = join(import.meta.dirname, 'README.md');
writeFileSync(path, withTables(readFileSync(path, 'utf8'), await emulationTables()));
