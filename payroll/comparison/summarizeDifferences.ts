import { add, ZERO, type Cents } from '../money.ts';
import type { Payslip } from '../Payslip.ts';
import type { PayslipDifference } from './diffPayslips.ts';

/** Sums over all payslips of one of the two runs. */
export type PayslipSums = {
  readonly grossCents: Cents;
  readonly taxesCents: Cents;
  readonly netPayCents: Cents;
  readonly employerTaxesCents: Cents;
};

export type DifferenceSummary = {
  readonly before: PayslipSums;
  readonly after: PayslipSums;
  readonly joinedCount: number;
  readonly leftCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
};

const NOTHING: PayslipSums = { grossCents: ZERO, taxesCents: ZERO, netPayCents: ZERO, employerTaxesCents: ZERO };

/** What changed from run to run, of all employees. */
export function summarizeDifferences(differences: Iterable<PayslipDifference>): DifferenceSummary {
  let before = NOTHING;
  let after = NOTHING;
  const count = { JOINED: 0, LEFT: 0, CHANGED: 0, UNCHANGED: 0 };
  for (const difference of differences) {
    before = addPayslip(before, difference.before);
    after = addPayslip(after, difference.after);
    count[difference.outcome] += 1;
  }
  return {
    before,
    after,
    joinedCount: count.JOINED,
    leftCount: count.LEFT,
    changedCount: count.CHANGED,
    unchangedCount: count.UNCHANGED,
  };
}

function addPayslip(sums: PayslipSums, payslip: Payslip | undefined): PayslipSums {
  if (payslip === undefined) return sums;
  return {
    grossCents: add(sums.grossCents, payslip.grossCents),
    taxesCents: add(sums.taxesCents, payslip.totals.taxesCents),
    netPayCents: add(sums.netPayCents, payslip.netPayCents),
    employerTaxesCents: add(sums.employerTaxesCents, payslip.totals.employerTaxesCents),
  };
}
