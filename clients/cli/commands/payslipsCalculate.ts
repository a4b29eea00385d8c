import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { formatMoney } from '../../../payroll/money.ts';
import { CliError, EXIT } from '../CliError.ts';
import type { Command } from '../Command.ts';
import { type CalculatedLine, calculateLines } from '../payslips/calculateLines.ts';

export const payslipsCalculate: Command = {
  name: 'payslips calculate',
  synopsis: '--input FILE.jsonl',
  summary:
    'Calculate a payslip for each line of a file (- for standard input), without the service. A line is one employee ' +
    'and one period, as docs/payslip-input.md describes it; a wrong line is answered with its error.',
  options: { input: { type: 'string' } },
  async run({ options, json }) {
    const { input } = options;
    if (typeof input !== 'string' || input === '')
      throw new CliError(
        EXIT.usage,
        'MISSING_OPTION',
        'Name the file: --input FILE.jsonl, or --input - to read from a pipe.',
      );
    const source = input === '-' ? process.stdin : createReadStream(input);
    // Asked for first, so that a file that is not there is told before anything is answered.
    await readable(source, input);
    let failed = 0;
    for await (const calculated of calculateLines(createInterface({ input: source, crlfDelay: Infinity }))) {
      if (!calculated.ok) failed += 1;
      const text = json ? JSON.stringify(calculated) : lineText(calculated, input);
      if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
    }
    return failed > 0 ? EXIT.incomplete : EXIT.ok;
  },
};

async function readable(source: NodeJS.ReadableStream, name: string): Promise<void> {
  if (source === process.stdin) return;
  try {
    await once(source, 'open');
  } catch (error) {
    throw new CliError(EXIT.usage, 'FILE_NOT_READABLE', `${name} cannot be read: ${(error as Error).message}`);
  }
}

function lineText(calculated: CalculatedLine, name: string): string {
  const at = `${name}:${calculated.line}`;
  if (!calculated.ok) {
    const { type, field, message } = calculated.error;
    return `${at}: ${type}${field === undefined ? '' : ` ${field}`}: ${message}`;
  }
  const { employeeId, payDate, grossCents, netPayCents } = calculated.payslip;
  return `${at}: ${employeeId} paid ${payDate}: gross ${formatMoney(grossCents)}, net ${formatMoney(netPayCents)}`;
}
