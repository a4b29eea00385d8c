/** Builds the package into `clients/cli/dist`, and brings docs/cli.md up to date. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build/buildCli.ts';
import { manual } from './manual.ts';

await buildCli(import.meta.dirname);
writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'cli.md'), manual());
