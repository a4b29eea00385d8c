import type { Calculation } from './Calculation.ts';
import { refuse, type Refusal } from './errors.ts';
import type { GarnishmentOrder, GarnishmentType } from './GarnishmentOrder.ts';
import {
  allocate,
  cents,
  LARGEST_AMOUNT_CENTS,
  maxCents,
  minCents,
  mulRate,
  subtract,
  times,
  ZERO,
  type Cents,
} from './money.ts';
import { ownMember } from './ownMember.ts';
import type { Rule } from './Trace.ts';

const RULES: Readonly<Record<GarnishmentType, Rule>> = {
  CHILD_SUPPORT: { id: 'garnishment.childSupport', citation: '15 U.S.C. 1673(b)' },
  FEDERAL_TAX_LEVY: { id: 'garnishment.federalTaxLevy', citation: '26 U.S.C. 6331, 6334(d); IRS Publication 1494' },
  CHAPTER_13: { id: 'garnishment.chapter13', citation: '11 U.S.C. 1325(c); 15 U.S.C. 1673(b)(1)(B)' },
  STUDENT_LOAN: { id: 'garnishment.studentLoan', citation: '20 U.S.C. 1095a; 31 CFR 285.11(i)' },
  FEDERAL_AGENCY_DEBT: { id: 'garnishment.federalAgencyDebt', citation: '31 U.S.C. 3720D; 31 CFR 285.11(i)' },
  STATE_TAX_LEVY: { id: 'garnishment.stateTaxLevy', citation: '15 U.S.C. 1673(b)(1)(C); the notice' },
  CREDITOR: { id: 'garnishment.creditor', citation: '15 U.S.C. 1673(a); 29 CFR 870.10, 870.11' },
};

/**
 * The usual order, since federal law fixes none: support, then federal levy and chapter 13, then federal debts, then state
 * levies, then creditors; within a rank by date received. A federal levy that came before the support order goes first.
 */
const RANK: Readonly<Record<GarnishmentType, number>> = {
  CHILD_SUPPORT: 1,
  FEDERAL_TAX_LEVY: 2,
  CHAPTER_13: 2,
  STUDENT_LOAN: 3,
  FEDERAL_AGENCY_DEBT: 3,
  STATE_TAX_LEVY: 4,
  CREDITOR: 5,
};

/** What the ceilings of one payslip are calculated from. */
type Ceilings = {
  /** Gross less what the law requires to be withheld. Benefits that the employee chose are not subtracted. */
  readonly disposableCents: Cents;
  /** 30 hours of the federal minimum wage a week, by pay frequency. */
  readonly protectedCents: Cents | undefined;
};

/** Takes the employee's orders from disposable earnings, each within its ceiling. Ceilings are rounded down. */
export function withholdGarnishments(c: Calculation): Refusal | undefined {
  const { garnishments } = c.facts.employee;
  if (garnishments.length === 0) return undefined;
  const rules = c.rules.federal.garnishment;
  const hours = rules.protectedHours[c.facts.period.frequency];
  const ceilings: Ceilings = {
    disposableCents: maxCents(ZERO, subtract(c.grossCents, c.taxesCents)),
    protectedCents: hours === undefined ? undefined : times(cents(c.rules.federal.minimumWageCents), hours),
  };
  const orders = [...garnishments].sort(byPriority);
  const support = orders.filter(({ type }) => type === 'CHILD_SUPPORT');
  let supportTaken = false;
  for (const order of orders) {
    if (order.type === 'CHILD_SUPPORT') {
      if (supportTaken) continue;
      supportTaken = true;
      const refusal = withholdSupport(c, support, ceilings);
      if (refusal !== undefined) return refusal;
      continue;
    }
    const ceiling = ceilingOf(c, order, ceilings);
    if (typeof ceiling !== 'number') return ceiling;
    const amount = minCents(askedAmount(c, order), maxCents(ZERO, ceiling));
    c.trace.step('disposable earnings', ceilings.disposableCents, 'CENTS');
    c.trace.step('ceiling left for this order', maxCents(ZERO, ceiling), 'CENTS', 'down to the cent');
    addGarnishment(c, order, amount);
  }
  return undefined;
}

function byPriority(a: GarnishmentOrder, b: GarnishmentOrder): number {
  const rank = (order: GarnishmentOrder): number => (order.isBeforeSupport === true ? 0 : RANK[order.type]);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.receivedDate !== b.receivedDate) return a.receivedDate < b.receivedDate ? -1 : 1;
  return a.orderId < b.orderId ? -1 : 1;
}

/** What an order asks of this pay: its amount once a period, never more than is still owed. */
function askedAmount(c: Calculation, order: GarnishmentOrder): Cents {
  let asked = LARGEST_AMOUNT_CENTS;
  if (order.amountCents !== undefined) asked = c.isPeriodRun ? cents(order.amountCents) : ZERO;
  if (order.balanceCents === undefined) return asked;
  const collected = ownMember(c.facts.yearToDate.byOrderCents, order.orderId) ?? 0;
  return minCents(asked, maxCents(ZERO, cents(order.balanceCents - collected)));
}

function addGarnishment(c: Calculation, order: GarnishmentOrder, amount: Cents): void {
  const asked = askedAmount(c, order);
  const short = order.amountCents !== undefined && amount < asked ? subtract(asked, amount) : undefined;
  c.trace.part('withheld', amount);
  if (amount === 0 && short === undefined) c.trace.discard();
  else {
    const code = `GARNISHMENT_${order.type}`;
    c.addLine(RULES[order.type], code, 'GARNISHMENT', amount, undefined, undefined, order.orderId, short);
  }
}

/** Support orders share one ceiling: 50 or 60 % of disposable earnings, 5 % more for old arrears. */
function withholdSupport(c: Calculation, orders: readonly GarnishmentOrder[], ceilings: Ceilings): Refusal | undefined {
  const rules = c.rules.federal.garnishment;
  const supportsOthers = orders.some(({ isSupportingOtherFamily }) => isSupportingOtherFamily === true);
  const hasArrears = orders.some(({ hasArrearsOver12Weeks }) => hasArrearsOver12Weeks === true);
  const ratePpm =
    (supportsOthers ? rules.supportOtherFamilyPpm : rules.supportPpm) + (hasArrears ? rules.supportArrearsPpm : 0);
  const limit = mulRate(ceilings.disposableCents, ratePpm, 'DOWN');
  const ceiling = maxCents(ZERO, minCents(limit, subtract(ceilings.disposableCents, c.garnishmentsCents)));
  const asked: Cents[] = [];
  let total = 0;
  for (const order of orders) {
    if (order.amountCents === undefined) return incomplete(order, 'amountCents', 'the amount per pay period');
    const amount = askedAmount(c, order);
    asked.push(amount);
    total += amount;
  }
  let amounts = asked;
  if (total > ceiling) {
    const { supportAllocation } = c.facts.employee;
    if (orders.length > 1 && supportAllocation === undefined) {
      return refuse(
        'GARNISHMENT_INCOMPLETE',
        `${orders.length} support orders do not fit into the ceiling, and how they share it is state law.`,
        'Set employee.supportAllocation to PRORATE or EQUAL.',
        'employee.supportAllocation',
      );
    }
    amounts = supportAllocation === 'EQUAL' ? shareEqually(ceiling, asked) : allocate(ceiling, asked);
  }
  orders.forEach((order, i) => {
    c.trace.step('disposable earnings', ceilings.disposableCents, 'CENTS');
    c.trace.input('ceiling of support', ratePpm, 'PPM');
    c.trace.step('ceiling of all support orders', ceiling, 'CENTS', 'down to the cent');
    c.trace.step('asked', asked[i] ?? ZERO, 'CENTS');
    addGarnishment(c, order, amounts[i] ?? ZERO);
  });
  return undefined;
}

/** Equal shares; what an order does not need goes to the others. */
function shareEqually(ceiling: Cents, asked: readonly Cents[]): Cents[] {
  const shares = asked.map(() => ZERO);
  let left = ceiling;
  for (let open = asked.map((_, i) => i); left > 0 && open.length > 0;) {
    const parts = allocate(
      left,
      open.map(() => 1),
    );
    open.forEach((at, i) => {
      const share = minCents(parts[i] ?? ZERO, subtract(asked[at] ?? ZERO, shares[at] ?? ZERO));
      shares[at] = cents((shares[at] ?? 0) + share);
      left = subtract(left, share);
    });
    open = open.filter((at) => (shares[at] ?? 0) < (asked[at] ?? 0));
  }
  return shares;
}

/** The most that this order may take now, after the orders before it; may come out negative, which is nothing. */
function ceilingOf(c: Calculation, order: GarnishmentOrder, ceilings: Ceilings): Cents | Refusal {
  const { disposableCents, protectedCents } = ceilings;
  const rules = c.rules.federal.garnishment;
  const left = subtract(disposableCents, c.garnishmentsCents);
  switch (order.type) {
    case 'FEDERAL_TAX_LEVY':
    case 'STATE_TAX_LEVY':
      if (order.exemptCents === undefined) return incomplete(order, 'exemptCents', 'the amount the notice leaves');
      return subtract(left, cents(order.exemptCents));
    case 'CHAPTER_13':
      if (order.amountCents === undefined) return incomplete(order, 'amountCents', 'the amount the court ordered');
      return left;
    case 'CHILD_SUPPORT':
      return left;
    case 'STUDENT_LOAN':
    case 'FEDERAL_AGENCY_DEBT':
    case 'CREDITOR':
  }
  if (protectedCents === undefined) {
    return refuse(
      'JURISDICTION_NOT_SUPPORTED',
      `The protected earnings of ${c.facts.period.frequency} pay are not established.`,
      'Pay weekly, biweekly, semimonthly or monthly.',
      'period.frequency',
    );
  }
  const isFederalDebt = order.type !== 'CREDITOR' && rules.healthPremiumsLeaveFederalDebtPay === true;
  const debtPay = isFederalDebt ? maxCents(ZERO, subtract(disposableCents, healthPremiums(c))) : disposableCents;
  const quarter = mulRate(disposableCents, rules.creditorRatePpm, 'DOWN');
  const titleThree = subtract(minCents(quarter, subtract(disposableCents, protectedCents)), c.garnishmentsCents);
  if (order.type !== 'CREDITOR') {
    const ratePpm = order.type === 'STUDENT_LOAN' ? rules.studentLoanPpm : rules.agencyDebtPpm;
    const ofKind = subtract(mulRate(debtPay, ratePpm, 'DOWN'), c.amountOnPayslip(`GARNISHMENT_${order.type}`));
    return minCents(ofKind, titleThree);
  }
  if (order.stateLimit === undefined) return incomplete(order, 'stateLimit', "the state's ceiling, or FEDERAL_ONLY");
  if (order.stateLimit === 'FEDERAL_ONLY') return titleThree;
  const byRate = mulRate(disposableCents, order.stateLimit.ratePpm, 'DOWN');
  const byState = minCents(byRate, subtract(disposableCents, cents(order.stateLimit.protectedCents)));
  return minCents(titleThree, subtract(byState, c.garnishmentsCents));
}

/** Premiums on this payslip; health insurance is bought before tax under section 125. */
function healthPremiums(c: Calculation): Cents {
  return c.amountOnPayslip('SECTION_125_HEALTH');
}

function incomplete(order: GarnishmentOrder, member: string, meaning: string): Refusal {
  return refuse(
    'GARNISHMENT_INCOMPLETE',
    // Not the order's id: it may be a case number, and anyone who watches the run reads this.
    `A ${order.type} order has no ${member}.`,
    `Enter ${member}: ${meaning}.`,
    'employee.garnishments',
  );
}
