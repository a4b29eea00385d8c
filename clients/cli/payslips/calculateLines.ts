import { calculatePayslipWithTrace } from '../../../payroll/calculatePayslip.ts';
import { refuse, type PayrollError } from '../../../payroll/errors.ts';
import type { Payslip } from '../../../payroll/Payslip.ts';
import { payslipHash } from '../../../payroll/payslipCodec.ts';
import type { PayslipTrace } from '../../../payroll/Trace.ts';
import { readFacts } from './readFacts.ts';
import { type Line, LONGEST_LINE_BYTES, readLines } from './readLines.ts';

/** What one line of the input came to. */
export type CalculatedLine = {
  /** Line of the file, from 1. */
  line: number;
} & ({ ok: true; payslip: Payslip; hash: string; trace: PayslipTrace } | { ok: false; error: PayrollError });

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Calculates a payslip for each line that is not blank, one at a time: a file may be longer than memory. A line that nothing
 * can be made of is answered with its refusal, whatever it is, and the others all the same.
 */
export async function* calculateLines(chunks: Parameters<typeof readLines>[0]): AsyncGenerator<CalculatedLine> {
  for await (const read of readLines(chunks)) {
    const text = textOf(read);
    if (typeof text !== 'string') yield { line: read.line, ...text };
    else if (text.trim() !== '') yield { line: read.line, ...calculateLine(text) };
  }
}

function textOf(read: Line) {
  if ('tooLong' in read)
    return refuse(
      'INVALID_INPUT',
      `The line has ${read.tooLong} bytes, and ${LONGEST_LINE_BYTES} are the most.`,
      'Write one employee and period on each line.',
    );
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes);
    return read.line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  } catch {
    return refuse('INVALID_INPUT', 'The line is not UTF-8 text.', 'Save the file as UTF-8.');
  }
}

function calculateLine(text: string) {
  try {
    const facts = readFacts(text);
    const traced = facts.ok ? calculatePayslipWithTrace(facts.value) : facts;
    if (!traced.ok) return { ok: false as const, error: traced.error };
    const { payslip, trace } = traced.value;
    return { ok: true as const, payslip, hash: payslipHash(payslip), trace };
  } catch (error) {
    // A fault of the rules: it holds this line, as it holds one employee of a run.
    return refuse(
      'CALCULATION_STOPPED',
      `The calculation stopped: ${(error as Error).message}.`,
      'Report the line to the maintainers of this software; do not pay by it.',
    );
  }
}
