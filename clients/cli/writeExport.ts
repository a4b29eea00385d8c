import { writeFileSync } from 'node:fs';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';
import { plainText } from './plainText.ts';

/** Writes what was exported into the file of `--output`, and says what of it has no column. */
export function writeExport(
  invocation: Invocation<{ output: string }>,
  { csv, count, notes }: { csv: string; count: number; notes: readonly string[] },
): number {
  const { output } = invocation.given;
  const { surroundings } = invocation;
  if (output === '-') surroundings.stdout.write(csv);
  else {
    try {
      writeFileSync(output, csv);
    } catch (error) {
      throw new CliError(EXIT.usage, 'FILE_NOT_WRITABLE', `${output} cannot be written: ${(error as Error).message}`);
    }
    invocation.print({ output, count, notes }, () => `${count} employees written to ${output}.`);
  }
  if (output === '-' || !invocation.json) for (const note of notes) surroundings.stderr.write(`${plainText(note)}\n`);
  return EXIT.ok;
}
