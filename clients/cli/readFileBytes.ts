import { readFileSync } from 'node:fs';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';

export function readFileBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(EXIT.usage, 'FILE_NOT_READABLE', `${file} cannot be read: ${(error as Error).message}`);
  }
}
