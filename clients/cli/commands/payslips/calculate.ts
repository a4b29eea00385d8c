import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { formatMoney } from '../../../../payroll/money.ts';
import { withResolution } from '../../../sdk/withResolution.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { type CalculatedLine, calculateLines } from '../../payslips/calculateLines.ts';

export async function run(invocation: Invocation<{ input: string }>): Promise<number> {
  const { input } = invocation.given;
  const source = input === '-' ? invocation.surroundings.stdin : await opened(input);
  let failed = 0;
  for await (const calculated of calculateLines(chunksOf(source, input))) {
    invocation.signal.throwIfAborted();
    if (!calculated.ok) failed += 1;
    invocation.print(calculated, () => lineText(calculated, input));
    await invocation.drain();
  }
  return failed > 0 ? EXIT.incomplete : EXIT.ok;
}

/** Waited for, so that a file that is not there is told before anything is answered. */
async function opened(name: string): Promise<NodeJS.ReadableStream> {
  const source = createReadStream(name);
  try {
    await once(source, 'open');
    return source;
  } catch (error) {
    throw notReadable(name, error);
  }
}

/** What is read of it; a folder, say, is opened and then cannot be read. */
async function* chunksOf(source: NodeJS.ReadableStream, name: string): AsyncGenerator<string | Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    throw notReadable(name, error);
  }
}

const notReadable = (name: string, error: unknown) =>
  new CliError(EXIT.usage, 'FILE_NOT_READABLE', `${name} cannot be read: ${(error as Error).message}`);

function lineText(calculated: CalculatedLine, name: string): string {
  const at = `${name}:${calculated.line}`;
  if (!calculated.ok) {
    const { type, field, ...reason } = calculated.error;
    return `${at}: ${type}${field === undefined ? '' : ` ${field}`}: ${withResolution(reason)}`;
  }
  const { employeeId, payDate, grossCents, netPayCents } = calculated.payslip;
  return `${at}: ${employeeId} paid ${payDate}: gross ${formatMoney(grossCents)}, net ${formatMoney(netPayCents)}`;
}
