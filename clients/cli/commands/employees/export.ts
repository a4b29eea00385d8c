import { writeFileSync } from 'node:fs';
import { exportEmployeesCsv } from '../../../sdk/import/exportEmployeesCsv.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { plainText } from '../../plainText.ts';

export async function run(invocation: Invocation<{ output: string }>): Promise<number> {
  const { output } = invocation.given;
  const { session, signal, surroundings } = invocation;
  const { csv, count, notes } = await exportEmployeesCsv(session.client, { signal });
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
