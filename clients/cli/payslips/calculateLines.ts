import { calculatePayslipWithTrace } from '../../../payroll/calculatePayslip.ts';
import type { PayrollError } from '../../../payroll/errors.ts';
import type { Payslip } from '../../../payroll/Payslip.ts';
import { payslipHash } from '../../../payroll/payslipCodec.ts';
import type { PayslipTrace } from '../../../payroll/Trace.ts';
import { readFacts } from './readFacts.ts';

/** What one line of the input came to. */
export type CalculatedLine = {
  /** Line of the file, from 1. */
  line: number;
} & ({ ok: true; payslip: Payslip; hash: string; trace: PayslipTrace } | { ok: false; error: PayrollError });

const BYTE_ORDER_MARK = '\uFEFF';

/** Calculates a payslip for each line that is not blank, one at a time: a file may be longer than memory. */
export async function* calculateLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CalculatedLine> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const json = line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    if (json.trim() !== '') yield { line, ...calculateLine(json) };
  }
}

function calculateLine(text: string) {
  const facts = readFacts(text);
  const traced = facts.ok ? calculatePayslipWithTrace(facts.value) : facts;
  if (!traced.ok) return { ok: false as const, error: traced.error };
  const { payslip, trace } = traced.value;
  return { ok: true as const, payslip, hash: payslipHash(payslip), trace };
}
