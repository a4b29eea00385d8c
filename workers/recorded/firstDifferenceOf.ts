import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { formatMoney, cents } from '../../payroll/money.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { decodePayslip, encodePayslip } from '../../payroll/payslipCodec.ts';
import { verifyPayslip } from '../../payroll/verifyPayslip.ts';
import type { CalculatedItem } from '../../table/runItem.ts';

/**
 * Calculates a recorded payslip again from its frozen facts and compares every byte that was recorded of it.
 * @returns what differs first, in words; nothing when all is as it was recorded
 */
export function firstDifferenceOf(item: CalculatedItem, facts: EmployeePayFacts): string | undefined {
  let recorded: Payslip;
  try {
    recorded = decodePayslip(item.payslip);
  } catch (error) {
    return `The recorded text cannot be read as a payslip: ${(error as Error).message}.`;
  }
  if (recorded.ruleSetVersion !== facts.ruleSetVersion)
    return `The run was frozen with rule set ${facts.ruleSetVersion}, and the payslip names ${recorded.ruleSetVersion}.`;
  const verified = verifyPayslip(facts, recorded);
  if (!verified.ok) return verified.error.message;
  // The text says each thing once, so that another text of the same payslip was not written by a run.
  if (encodePayslip(recorded) !== item.payslip) return 'The recorded text is not the one that a run writes.';
  // What lists show beside the text.
  const shown = [
    ['grossPay', item.grossPayCents, recorded.grossCents],
    ['netPay', item.netPayCents, recorded.netPayCents],
  ] as const;
  for (const [name, listed, calculated] of shown)
    if (listed !== calculated)
      return `${name} is listed as ${formatMoney(cents(listed))}, and the payslip has ${formatMoney(calculated)}.`;
  const named = [
    ['payDate', item.payDate, recorded.payDate],
    ['ruleSetVersion', item.ruleSetVersion, recorded.ruleSetVersion],
  ] as const;
  for (const [name, listed, calculated] of named)
    if (listed !== calculated) return `${name} is listed as ${listed}, and the payslip has ${calculated}.`;
  return undefined;
}
