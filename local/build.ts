/** `npm run build -w cdk-local-engine`: builds the package as it is published into `local/dist`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build/buildPackage.ts';

const directory = join(import.meta.dirname, 'dist');
rmSync(directory, { recursive: true, force: true });
buildPackage(directory);
