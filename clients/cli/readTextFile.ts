import { readFileSync } from 'node:fs';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';

export function readTextFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, 'FILE_NOT_READABLE', `${file} cannot be read: ${(error as Error).message}`);
  }
}
