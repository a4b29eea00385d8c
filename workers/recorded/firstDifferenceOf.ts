import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { formatMoney, cents } from '../../payroll/money.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { decodePayslip, encodePayslip } from '../../payroll/payslipCodec.ts';
import { verifyPayslip } from '../../payroll/verifyPayslip.ts';
import { verifyReversal } from '../../payroll/verifyReversal.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import type { RecordedPayslip } from './getRecordedPayslip.ts';

/**
 * Calculates a recorded payslip again from its frozen facts and compares every byte that was recorded of it. A reversal is
 * compared with the payslip that it takes back, after that one is proved.
 * @returns what differs first, in words; nothing when all is as it was recorded
 */
export function firstDifferenceOf({ item, facts, original }: RecordedPayslip): string | undefined {
  if (!original) return differenceOf(item, facts, (recorded) => verifyPayslip(facts, recorded));
  const earlier = firstDifferenceOf({ item: original, facts });
  if (earlier !== undefined) return `The payslip that is taken back: ${earlier}`;
  const takenBack = decodePayslip(original.payslip);
  return differenceOf(item, facts, (recorded) => verifyReversal(takenBack, recorded));
}

function differenceOf(
  item: CalculatedItem,
  { ruleSetVersion }: EmployeePayFacts,
  verify: (recorded: Payslip) => ReturnType<typeof verifyPayslip>,
): string | undefined {
  let recorded: Payslip;
  try {
    recorded = decodePayslip(item.payslip);
  } catch (error) {
    return `The recorded text cannot be read as a payslip: ${(error as Error).message}.`;
  }
  if (recorded.ruleSetVersion !== ruleSetVersion)
    return `The run was frozen with rule set ${ruleSetVersion}, and the payslip names ${recorded.ruleSetVersion}.`;
  const verified = verify(recorded);
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
