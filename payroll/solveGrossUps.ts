import { Calculation } from './Calculation.ts';
import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { refuse, type Refusal } from './errors.ts';
import { add, cents, formatMoney, LARGEST_AMOUNT_CENTS, ZERO, type Cents } from './money.ts';
import type { RuleSet } from './ruleSets.ts';
import { settlePayslip } from './settlePayslip.ts';
import { NO_TRACE } from './Trace.ts';

/**
 * The gross amount of each `GROSS_UP` earning, found by halving: its net is what this same calculation gives with it less
 * without it. One cent of gross never adds more than one cent of net, so a crossing hits the promised amount exactly.
 */
export function solveGrossUps(facts: EmployeePayFacts, rules: RuleSet): Cents[] | Refusal {
  const promised = facts.payInputs.earnings.filter(({ type }) => type === 'GROSS_UP');
  const gross: Cents[] = promised.map(() => ZERO);
  for (let k = 0; k < promised.length; k++) {
    const wanted = cents(promised[k]?.amountCents ?? 0);
    const netWith = (amount: Cents): Cents | Refusal => {
      gross[k] = amount;
      const settled = settlePayslip(facts, rules, NO_TRACE, gross);
      return settled instanceof Calculation ? add(settled.remainingCents, settled.reimbursementsCents) : settled;
    };
    const without = netWith(ZERO);
    if (typeof without !== 'number') return without;
    const target = add(without, wanted);
    let tooLittle = -1;
    let enough: number = wanted;
    for (let net = netWith(wanted); ; net = netWith(cents(enough))) {
      if (typeof net !== 'number') return net;
      if (net >= target) break;
      tooLittle = enough;
      enough = enough * 2 + 1;
      if (enough > LARGEST_AMOUNT_CENTS) return notReachable(wanted);
    }
    while (enough - tooLittle > 1) {
      const middle = Math.floor((enough + tooLittle) / 2);
      const net = netWith(cents(middle));
      if (typeof net !== 'number') return net;
      if (net >= target) enough = middle;
      else tooLittle = middle;
    }
    if (netWith(cents(enough)) !== target) return notReachable(wanted);
  }
  return gross;
}

function notReachable(wanted: Cents): Refusal {
  return refuse(
    'GROSS_UP_NOT_REACHABLE',
    `No gross amount gives a net of ${formatMoney(wanted)}.`,
    'Lower the amount, or pay it as a bonus without gross-up.',
    'payInputs.earnings',
  );
}
