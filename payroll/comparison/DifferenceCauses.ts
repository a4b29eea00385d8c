import { mulDiv } from '../money.ts';
import type { Payslip } from '../Payslip.ts';
import type { LineChange } from './lineChanges.ts';
import { yearlyLimitOf } from './yearlyLimit.ts';

/** Why a line is not what it was. */
export type DifferenceCause =
  /** Hours, earnings or absence entered for the period. */
  | 'INPUT'
  /** The employee's file: pay, tax forms, deductions, orders, where the work is done. */
  | 'EMPLOYEE_RECORD'
  /** Another rule set, another edition within it, or the employer's own rate. */
  | 'RULE'
  /** The days of the period that are paid for, the pay dates of the year, or the month of the pay date. */
  | 'CALENDAR'
  /** A yearly base, limit or balance was reached, or reopened. */
  | 'YEAR_TO_DATE'
  /** The employee is on one of the payslips alone. */
  | 'HEADCOUNT';

/** What the payslips themselves do not show; their rule sets, dates, hours and wages they do. */
export type ChangedFacts = {
  /** The frozen versions of the employee's file differ. */
  readonly isEmployeeRecordChanged: boolean;
  /** What was entered differs in more than its dates. */
  readonly isInputChanged: boolean;
};

/**
 * Finds the cause of each changed line of two payslips. Not every question has one answer: this is the nearest sufficient
 * explanation, by these rules.
 *
 * - **Pay.** Salary: the file if that changed, else the input (absence), else the calendar (part of a period, pay dates in the
 *   year). Pay by the hour: the input if the hours differ, else the file if that changed. Everything else is entered: input.
 * - **Taxes with a yearly limit.** The cause of the change in pay, else in pre-tax deductions, when the taxable wages moved in
 *   their direction and no further. The file, when the job is insured in another state now. Else year to date. At the same
 *   wages: the rule.
 * - **Other taxes.** At the same taxable wages: the file if that changed, else the rule. At other wages: the cause of the
 *   change in pay, else in pre-tax deductions. A tax that came or went with a changed file is the file.
 * - **Deductions and garnishments.** The cause of the change in pay, when they are the same share of it, or when the file is
 *   the same and they moved with it. The file if that changed. Commuter benefits of another month: the calendar, for their
 *   limit is monthly. Garnishments follow taxes. Else a limit or a balance was reached: year to date.
 *
 * Several changes of one kind count as the largest of them.
 */
export class DifferenceCauses {
  readonly #before: Payslip;
  readonly #after: Payslip;
  readonly #changes: readonly LineChange[];
  readonly #facts: ChangedFacts;
  readonly #grossChange: number;
  readonly #preTaxChange: number;

  /** @param changes all changed lines of the two payslips */
  constructor(before: Payslip, after: Payslip, changes: readonly LineChange[], facts: ChangedFacts) {
    this.#before = before;
    this.#after = after;
    this.#changes = changes;
    this.#facts = facts;
    this.#grossChange = after.grossCents - before.grossCents;
    this.#preTaxChange = after.totals.preTaxDeductionsCents - before.totals.preTaxDeductionsCents;
  }

  of(change: LineChange): DifferenceCause {
    switch (change.kind) {
      case 'EARNING':
      case 'REIMBURSEMENT':
        return this.#ofPay(change);
      case 'TAX':
      case 'EMPLOYER_TAX':
        return yearlyLimitOf(change.code, this.#after.ruleSetVersion) === undefined
          ? this.#ofTax(change)
          : this.#ofLimitedTax(change);
      case 'PRE_TAX_DEDUCTION':
      case 'GARNISHMENT':
      case 'POST_TAX_DEDUCTION':
        return this.#ofDeduction(change);
    }
  }

  #ofPay({ code, before, after }: LineChange): DifferenceCause {
    const { isEmployeeRecordChanged, isInputChanged } = this.#facts;
    switch (code) {
      case 'SALARY':
        return isEmployeeRecordChanged ? 'EMPLOYEE_RECORD' : isInputChanged ? 'INPUT' : 'CALENDAR';
      case 'HOURLY':
      case 'ADDITIONAL_HOURS':
      case 'OVERTIME_PREMIUM':
        return before?.hoursHundredths === after?.hoursHundredths && isEmployeeRecordChanged
          ? 'EMPLOYEE_RECORD'
          : 'INPUT';
      default:
        return 'INPUT';
    }
  }

  #ofLimitedTax(change: LineChange): DifferenceCause {
    const { code, before, after, changeCents } = change;
    if (before !== undefined && after !== undefined) {
      const isSameWages = before.taxableCents === after.taxableCents;
      const isCountedInTax = yearlyLimitOf(code, this.#after.ruleSetVersion) === 'TAX';
      if (isSameWages && !(isCountedInTax && this.#isSameRuleSet)) return 'RULE';
      const moved = isCountedInTax ? changeCents : (after.taxableCents ?? 0) - (before.taxableCents ?? 0);
      if (this.#isWithWages(moved)) return this.#causeOfWages ?? 'YEAR_TO_DATE';
    } else if (this.#isWithoutPay(change)) {
      return this.#causeOfWages ?? 'YEAR_TO_DATE';
    }
    return this.#isInsuredElsewhere && !code.startsWith('US_') ? 'EMPLOYEE_RECORD' : 'YEAR_TO_DATE';
  }

  #ofTax({ code, before, after }: LineChange): DifferenceCause {
    const { isEmployeeRecordChanged } = this.#facts;
    const isOnBoth = before !== undefined && after !== undefined;
    // Tax on supplemental wages comes and goes with them, whatever else is new in the file.
    const isElsewhere = !isOnBoth && !code.endsWith('_SUPPLEMENTAL');
    const isSameWages = isOnBoth && before.taxableCents === after.taxableCents;
    if (isEmployeeRecordChanged && (isElsewhere || isSameWages)) return 'EMPLOYEE_RECORD';
    if (isSameWages) return 'RULE';
    return this.#causeOfWages ?? (isEmployeeRecordChanged ? 'EMPLOYEE_RECORD' : 'RULE');
  }

  #ofDeduction(change: LineChange): DifferenceCause {
    const { isEmployeeRecordChanged } = this.#facts;
    const followsPay = isEmployeeRecordChanged ? this.#isSameShareOfPay(change) : this.#isWithPay(change.changeCents);
    const causeOfPay = followsPay ? this.#ofLargest('EARNING') : undefined;
    if (causeOfPay !== undefined) return causeOfPay;
    if (isEmployeeRecordChanged) return 'EMPLOYEE_RECORD';
    const isOtherMonth = this.#before.payDate.slice(0, 7) !== this.#after.payDate.slice(0, 7);
    if ((change.code === 'COMMUTER' || change.code === 'PARKING') && isOtherMonth) return 'CALENDAR';
    const causeOfTaxes = change.kind === 'GARNISHMENT' ? this.#ofLargest('TAX') : undefined;
    return causeOfTaxes ?? 'YEAR_TO_DATE';
  }

  /** Taxable wages are pay less pre-tax deductions. */
  get #causeOfWages(): DifferenceCause | undefined {
    return this.#ofLargest('EARNING') ?? this.#ofLargest('PRE_TAX_DEDUCTION');
  }

  /** The cause of the largest change among the lines of one kind; `undefined` where none of them changed. */
  #ofLargest(kind: 'EARNING' | 'PRE_TAX_DEDUCTION' | 'TAX'): DifferenceCause | undefined {
    let largest: LineChange | undefined;
    for (const change of this.#changes) {
      if (change.kind !== kind) continue;
      if (largest === undefined || Math.abs(change.changeCents) > Math.abs(largest.changeCents)) largest = change;
    }
    return largest === undefined ? undefined : this.of(largest);
  }

  /** In the direction of the change in gross pay, and no further. */
  #isWithPay(changeCents: number): boolean {
    return Math.min(0, this.#grossChange) <= changeCents && changeCents <= Math.max(0, this.#grossChange);
  }

  /** The same with pre-tax deductions, of which each tax excludes some. */
  #isWithWages(changeCents: number): boolean {
    const allExcluded = this.#grossChange - this.#preTaxChange;
    const least = Math.min(0, this.#grossChange, allExcluded);
    return least <= changeCents && changeCents <= Math.max(0, this.#grossChange, allExcluded);
  }

  /** A line that came with the first pay, or went with the last: one of the payslips has no gross pay. */
  #isWithoutPay({ before }: LineChange): boolean {
    return (before === undefined ? this.#before : this.#after).grossCents === 0;
  }

  /** Both amounts are one share of gross pay, but for the rounding of each. */
  #isSameShareOfPay({ before, after }: LineChange): boolean {
    if (before === undefined || after === undefined || this.#before.grossCents === 0) return false;
    const share = mulDiv(before.amountCents, this.#after.grossCents, this.#before.grossCents, 'HALF_UP');
    return Math.abs(after.amountCents - share) <= 2;
  }

  /** Another state than before takes the unemployment tax. Its base is new, so that its line is there. */
  get #isInsuredElsewhere(): boolean {
    return (
      this.#facts.isEmployeeRecordChanged &&
      this.#changes.some(({ code, before }) => before === undefined && code.endsWith('_UI_EMPLOYER'))
    );
  }

  get #isSameRuleSet(): boolean {
    return this.#before.ruleSetHash === this.#after.ruleSetHash;
  }
}
