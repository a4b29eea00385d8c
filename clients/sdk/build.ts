/** `npm run sdk:build`: builds the package into `clients/sdk/dist`, and brings the report of its interface up to date. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport } from './build/apiReport.ts';
import { buildSdk } from './build/buildSdk.ts';

const directory = import.meta.dirname;
rmSync(join(directory, 'dist'), { recursive: true, force: true });
await buildSdk(directory);
writeFileSync(join(directory, 'api.md'), apiReport(directory));
