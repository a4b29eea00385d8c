import type { EmployeePayFacts } from './EmployeePayFacts.ts';
import { cents, LARGEST_AMOUNT_CENTS, ZERO, type Cents } from './money.ts';
import type { LineKind, PayslipLine } from './Payslip.ts';
import type { TakenDeduction } from './preTaxDeductions.ts';
import type { RuleSet } from './ruleSets.ts';
import type { Rule, Trace } from './Trace.ts';

/**
 * What one attempt assumes. A payslip that must be cut or grossed up is calculated again along the same path with other
 * assumptions, so that taxes always belong to the amounts on the payslip.
 */
export type Assumptions = {
  /** The most that pre-tax deductions may take together. */
  readonly preTaxBudgetCents: Cents;
  /** Extra withholding that the employee asked for is reduced by this much. */
  readonly extraWithholdingCutCents: Cents;
  /** Gross amounts assumed for the `GROSS_UP` earnings, in their order. */
  readonly grossUpCents: readonly Cents[];
  /** Their gross amounts are known, so they raise the regular rate. While they are looked for, the premium stands still. */
  readonly areGrossUpsKnown: boolean;
};

export const NO_ASSUMPTIONS: Assumptions = {
  preTaxBudgetCents: LARGEST_AMOUNT_CENTS,
  extraWithholdingCutCents: ZERO,
  grossUpCents: [],
  areGrossUpsKnown: false,
};

/** Working state of one attempt at one payslip: wages by base, and the lines so far. Never leaves `calculatePayslip`. */
export class Calculation {
  readonly facts: EmployeePayFacts;
  readonly rules: RuleSet;
  readonly trace: Trace;
  readonly assumptions: Assumptions;
  readonly lines: PayslipLine[] = [];

  /** Cash wages; the two sum to gross. */
  regularCents: Cents = ZERO;
  supplementalCents: Cents = ZERO;
  /** The part of the supplemental wages that is bonus: California has a rate of its own for it. */
  bonusCents: Cents = ZERO;
  /** Gross less pay that no plan counts (severance). */
  planCompensationCents: Cents = ZERO;

  /** What pre-tax deductions take out of each base; the `Supplemental` part of it comes out of supplemental wages. */
  fromFederal: Cents = ZERO;
  fromFederalSupplemental: Cents = ZERO;
  fromFica: Cents = ZERO;
  fromFuta: Cents = ZERO;
  readonly taken: TakenDeduction[] = [];

  /** Federal income tax on regular wages, without the extra withholding that was asked for: some states subtract it. */
  federalTaxRegularCents: Cents = ZERO;

  /** Income tax of the work state on this payslip: the home state credits it. */
  workTaxRegularCents: Cents = ZERO;
  workTaxSupplementalCents: Cents = ZERO;

  /** Extra withholding asked for, after the cut that was assumed. */
  extraWithholdingLeftToCut: Cents;
  extraWithholdingTakenCents: Cents = ZERO;

  preTaxCents: Cents = ZERO;
  taxesCents: Cents = ZERO;
  garnishmentsCents: Cents = ZERO;
  postTaxCents: Cents = ZERO;
  reimbursementsCents: Cents = ZERO;

  constructor(facts: EmployeePayFacts, rules: RuleSet, trace: Trace, assumptions: Assumptions) {
    this.facts = facts;
    this.rules = rules;
    this.trace = trace;
    this.assumptions = assumptions;
    this.extraWithholdingLeftToCut = assumptions.extraWithholdingCutCents;
  }

  get grossCents(): Cents {
    return cents(this.regularCents + this.supplementalCents);
  }

  /** Pay left after everything that is on the payslip so far, without reimbursements. */
  get remainingCents(): Cents {
    const { preTaxCents, taxesCents, garnishmentsCents, postTaxCents } = this;
    return cents(
      this.regularCents + this.supplementalCents - preTaxCents - taxesCents - garnishmentsCents - postTaxCents,
    );
  }

  /** Amounts of this code on this payslip so far. */
  amountOnPayslip(code: string): Cents {
    let amount = 0;
    for (const line of this.lines) if (line.code === code) amount += line.amountCents;
    return cents(amount);
  }

  /** The same with the year before this payslip. */
  amountThisYear(code: string): Cents {
    return cents(this.amountOnPayslip(code) + (this.facts.yearToDate.amountsCents[code] ?? 0));
  }

  /** True in runs that pay salary and hours, and so take what is due once a period. */
  get isPeriodRun(): boolean {
    return this.facts.runType === 'REGULAR' || this.facts.runType === 'TERMINATION';
  }

  /** The extra withholding that may be taken: what was asked, once a period, less the cut still to be made. */
  extraWithholding(askedCents: number): Cents {
    if (askedCents === 0 || !this.isPeriodRun) return ZERO;
    const cut = Math.min(askedCents, this.extraWithholdingLeftToCut);
    this.extraWithholdingLeftToCut = cents(this.extraWithholdingLeftToCut - cut);
    const taken = cents(askedCents - cut);
    this.extraWithholdingTakenCents = cents(this.extraWithholdingTakenCents + taken);
    return taken;
  }

  /** A tax line; left out when there is neither tax nor taxable pay. */
  addTax(rule: Rule, code: string, kind: 'TAX' | 'EMPLOYER_TAX', amountCents: Cents, taxableCents: Cents): void {
    if (amountCents === 0 && taxableCents === 0) this.trace.discard();
    else this.addLine(rule, code, kind, amountCents, taxableCents);
  }

  addLine(
    rule: Rule,
    code: string,
    kind: LineKind,
    amountCents: Cents,
    taxableCents?: Cents,
    hoursHundredths?: number,
    reference?: string,
    shortfallCents?: Cents,
  ): void {
    this.lines.push({ code, kind, amountCents, taxableCents, hoursHundredths, reference, shortfallCents });
    this.trace.line(rule, code, kind, amountCents, reference);
    switch (kind) {
      case 'EARNING':
        break; // counted as regular or supplemental by the earning itself
      case 'PRE_TAX_DEDUCTION':
        this.preTaxCents = cents(this.preTaxCents + amountCents);
        break;
      case 'TAX':
        this.taxesCents = cents(this.taxesCents + amountCents);
        break;
      case 'GARNISHMENT':
        this.garnishmentsCents = cents(this.garnishmentsCents + amountCents);
        break;
      case 'POST_TAX_DEDUCTION':
        this.postTaxCents = cents(this.postTaxCents + amountCents);
        break;
      case 'REIMBURSEMENT':
        this.reimbursementsCents = cents(this.reimbursementsCents + amountCents);
        break;
      case 'EMPLOYER_TAX':
        break; // beside the pay
    }
  }
}
