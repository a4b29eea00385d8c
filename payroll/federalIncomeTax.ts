import type { Calculation } from './Calculation.ts';
import { bracketOf } from './bracketOf.ts';
import { yearOf } from './dates.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import type { BracketTable, FederalRules, FilingTables } from './jurisdictions/FederalRules.ts';
import {
  add,
  aboveThreshold,
  bracketTax,
  cents,
  maxCents,
  mulRate,
  subtract,
  times,
  ZERO,
  type Cents,
} from './money.ts';
import type { FederalW4 } from './TaxForms.ts';
import type { Rule, Trace } from './Trace.ts';

const WORKSHEET_1A: Rule = {
  id: 'us.incomeTax.worksheet1A',
  citation: 'IRS Publication 15-T (2026) section 1, Worksheet 1A',
};
const SUPPLEMENTAL: Rule = {
  id: 'us.incomeTax.supplemental',
  citation: 'IRS Publication 15 (2026) section 7; 26 CFR 31.3402(g)-1',
};

export const FEDERAL_INCOME_TAX = 'US_FIT';
export const FEDERAL_INCOME_TAX_SUPPLEMENTAL = 'US_FIT_SUPPLEMENTAL';

/**
 * Worksheet 1A, lines 1a to 3c: income tax on the wages of one period, without the extra withholding of Step 4(c).
 * Every line up to 3c is kept as an exact fraction and the result is rounded once, half up, to the cent; the lines in the
 * trace are shown to the cent. Line-by-line rounding is lawful too and differs by a cent at most (Publication 15-T, "Rounding").
 */
export function worksheet1A(
  wages: Cents,
  w4: FederalW4,
  nonresidentAddBack: Cents,
  periodsPerYear: number,
  rules: FederalRules['incomeTax'],
  trace: Trace,
): Cents {
  if (wages <= 0) return ZERO;
  const line1a = add(wages, nonresidentAddBack);
  const line1c = times(line1a, periodsPerYear);
  let adjusted: Cents;
  let credits = ZERO;
  let table: BracketTable;
  trace.input('taxable wages this period', wages, 'CENTS');
  trace.input('nonresident alien amount', nonresidentAddBack, 'CENTS');
  trace.input('line 1b pay periods a year', periodsPerYear, 'COUNT');
  trace.input('form', w4.form, 'TEXT');
  trace.step('line 1c annual wages', line1c, 'CENTS');
  if (w4.form === 'W4_2020') {
    const isJoint = w4.filingStatus === 'MARRIED_FILING_JOINTLY';
    const line1g = w4.isStep2Checked ? ZERO : isJoint ? rules.line1gMarriedJointlyCents : rules.line1gOthersCents;
    const line1e = add(line1c, cents(w4.step4aOtherIncomeCents));
    adjusted = maxCents(ZERO, subtract(line1e, cents(w4.step4bDeductionsCents + line1g)));
    credits = cents(w4.step3CreditsCents);
    table = tableOf(w4.isStep2Checked ? rules.step2Checked : rules.standard, w4.filingStatus);
    trace.input('filing status', w4.filingStatus, 'TEXT');
    trace.input('Step 2 box', w4.isStep2Checked ? 'checked' : 'not checked', 'TEXT');
    trace.input('line 1d Step 4(a) other income', w4.step4aOtherIncomeCents, 'CENTS');
    trace.input('line 1f Step 4(b) deductions', w4.step4bDeductionsCents, 'CENTS');
    trace.step('line 1g', line1g, 'CENTS');
    trace.step('line 1i adjusted annual wages', adjusted, 'CENTS');
  } else if (w4.form === 'NONE_ON_FILE' && !w4.isFirstPaidBefore2020) {
    adjusted = maxCents(ZERO, subtract(line1c, cents(rules.line1gOthersCents)));
    table = rules.standard.single;
    trace.step('line 1g', rules.line1gOthersCents, 'CENTS');
    trace.step('line 1i adjusted annual wages', adjusted, 'CENTS');
  } else {
    const allowances = w4.form === 'W4_BEFORE_2020' ? w4.allowances : 0;
    adjusted = maxCents(ZERO, subtract(line1c, times(cents(rules.allowanceCents), allowances)));
    const isMarried = w4.form === 'W4_BEFORE_2020' && w4.maritalStatus === 'MARRIED';
    table = isMarried ? rules.standard.marriedJointly : rules.standard.single;
    trace.input('line 1j allowances', allowances, 'COUNT');
    trace.step('line 1l adjusted annual wages', adjusted, 'CENTS');
  }
  const row = bracketOf(table, adjusted);
  const from = cents(table.fromCents[row] ?? 0);
  const plus = cents(table.plusCents[row] ?? 0);
  const ratePpm = table.ratePpm[row] ?? 0;
  const over = subtract(adjusted, from);
  const tax = bracketTax(plus, over, ratePpm, credits, periodsPerYear, 'HALF_UP');
  trace.step('line 2b bracket from', from, 'CENTS');
  trace.step('line 2c', plus, 'CENTS');
  trace.step('line 2d rate', ratePpm, 'PPM');
  trace.step('line 2e over the bracket', over, 'CENTS');
  trace.step('line 3a Step 3 credits', credits, 'CENTS');
  return tax;
}

function tableOf(tables: FilingTables, filingStatus: string): BracketTable {
  if (filingStatus === 'MARRIED_FILING_JOINTLY') return tables.marriedJointly;
  return filingStatus === 'HEAD_OF_HOUSEHOLD' ? tables.headOfHousehold : tables.single;
}

/** The form that binds: a lock-in letter before the employee's own. Refuses an absent form and a claim that has run out. */
function bindingForm(c: Calculation): FederalW4 | Refusal {
  const { employee, period } = c.facts;
  const w4 = employee.lockInLetter ?? employee.federalW4;
  if (w4 === undefined) {
    return refuse(
      'W4_MISSING',
      `No Form W-4 is recorded for employee ${employee.employeeId}.`,
      'Record the form, or record that there is none on file: then the law says how to withhold.',
      'employee.federalW4',
    );
  }
  if (w4.form !== 'NONE_ON_FILE' && w4.exemptForYear !== undefined && !isExempt(w4, c)) {
    return refuse(
      'W4_EXEMPTION_EXPIRED',
      `The exemption claimed for ${w4.exemptForYear} does not cover the pay date ${period.payDate}.`,
      'Ask for a new Form W-4, or record that there is none on file.',
      'employee.federalW4.exemptForYear',
    );
  }
  return w4;
}

function isExempt(w4: FederalW4, c: Calculation): boolean {
  if (w4.form === 'NONE_ON_FILE' || w4.exemptForYear === undefined) return false;
  const { payDate } = c.facts.period;
  const year = yearOf(payDate);
  const until = c.rules.federal.incomeTax.exemptUntilMonthDay;
  return year === w4.exemptForYear || (year === w4.exemptForYear + 1 && payDate.slice(5) <= until);
}

/** Whether nothing is withheld for the federal government by the form that binds. */
export function isExemptFromFederal(c: Calculation): boolean {
  const w4 = c.facts.employee.lockInLetter ?? c.facts.employee.federalW4;
  return w4 !== undefined && isExempt(w4, c);
}

function nonresidentAddBack(c: Calculation, w4: FederalW4): Cents {
  if (c.facts.employee.nonresidentAlien !== 'STANDARD') return ZERO;
  const isOldForm = w4.form === 'W4_BEFORE_2020' || (w4.form === 'NONE_ON_FILE' && w4.isFirstPaidBefore2020);
  const { before2020, since2020 } = c.rules.federal.incomeTax.nonresidentAlienCents;
  return cents((isOldForm ? before2020 : since2020)[c.facts.period.frequency]);
}

/** Federal income tax on regular and on supplemental wages, each a line, because the 1,000,000 threshold counts only the latter. */
export function withholdFederalIncomeTax(c: Calculation): Refusal | undefined {
  const w4 = bindingForm(c);
  if (isRefusal(w4)) return w4;
  const exempt = isExempt(w4, c);
  const regular = subtract(c.regularCents, subtract(c.fromFederal, c.fromFederalSupplemental));
  const supplemental = subtract(c.supplementalCents, c.fromFederalSupplemental);
  const addBack = nonresidentAddBack(c, w4);
  const rules = c.rules.federal.incomeTax;
  const { periodsPerYear } = c.facts.period;

  let onRegular = ZERO;
  if (exempt) c.trace.input('claims to be exempt for', exemptYear(w4), 'COUNT');
  else onRegular = worksheet1A(regular, w4, addBack, periodsPerYear, rules, c.trace);
  c.federalTaxRegularCents = onRegular;
  c.trace.part('line 3c tax on regular wages', onRegular, 'half up to the cent, once');
  let regularTax = onRegular;
  if (!exempt && regular > 0) {
    const extra = c.extraWithholding(extraOf(w4));
    c.trace.part('line 4a extra withholding', extra);
    regularTax = add(regularTax, extra);
  }
  c.addTax(WORKSHEET_1A, FEDERAL_INCOME_TAX, 'TAX', regularTax, regular);
  if (supplemental <= 0) return undefined;

  const { yearToDate, employee, payInputs } = c.facts;
  const before = cents(yearToDate.taxableCents[FEDERAL_INCOME_TAX_SUPPLEMENTAL] ?? 0);
  const aboveMillion = aboveThreshold(supplemental, before, cents(rules.supplementalThresholdCents));
  const belowMillion = subtract(supplemental, aboveMillion);
  const mandatory = mulRate(aboveMillion, rules.supplementalOverThresholdRatePpm, 'HALF_UP');
  c.trace.input('supplemental wages this year before', before, 'CENTS');
  c.trace.step('supplemental wages above 1,000,000.00', aboveMillion, 'CENTS');
  c.trace.part('mandatory 37 %', mandatory, 'half up to the cent');
  let rest = ZERO;
  if (!exempt && belowMillion > 0) {
    const isFlatOpen =
      onRegular > 0 ||
      (yearToDate.amountsCents[FEDERAL_INCOME_TAX] ?? 0) > 0 ||
      employee.wasTaxWithheldLastYear === true;
    if (isFlatOpen && payInputs.supplementalMethod !== 'AGGREGATE') {
      rest = mulRate(belowMillion, rules.supplementalRatePpm, 'HALF_UP');
      c.trace.part('flat 22 %', rest, 'half up to the cent');
    } else {
      rest = aggregate(c, w4, belowMillion, regular, addBack, periodsPerYear);
    }
  }
  c.addTax(SUPPLEMENTAL, FEDERAL_INCOME_TAX_SUPPLEMENTAL, 'TAX', add(mandatory, rest), supplemental);
  return undefined;
}

/** Federal income tax on the regular wages of this payslip, or on the last ones where there are none; without extra withholding. */
export function federalTaxOnRegular(c: Calculation): Cents {
  if (c.regularCents > c.fromFederal - c.fromFederalSupplemental) return c.federalTaxRegularCents;
  const w4 = c.facts.employee.lockInLetter ?? c.facts.employee.federalW4;
  const last = cents(c.facts.yearToDate.lastRegularTaxableCents?.[FEDERAL_INCOME_TAX] ?? 0);
  if (w4 === undefined || isExempt(w4, c)) return ZERO;
  const { periodsPerYear } = c.facts.period;
  return worksheet1A(last, w4, nonresidentAddBack(c, w4), periodsPerYear, c.rules.federal.incomeTax, c.trace);
}

/** Tax on regular and supplemental wages as one payment of the period, less the tax on the regular part. */
function aggregate(
  c: Calculation,
  w4: FederalW4,
  supplemental: Cents,
  regular: Cents,
  addBack: Cents,
  n: number,
): Cents {
  const rules = c.rules.federal.incomeTax;
  const base = regular > 0 ? regular : cents(c.facts.yearToDate.lastRegularTaxableCents?.[FEDERAL_INCOME_TAX] ?? 0);
  const together = worksheet1A(add(base, supplemental), w4, addBack, n, rules, c.trace);
  const apart = worksheet1A(base, w4, addBack, n, rules, c.trace);
  c.trace.part('aggregate: tax on regular and supplemental wages together', together, 'half up to the cent');
  c.trace.part('less tax on the regular wages', subtract(ZERO, apart));
  return subtract(together, apart);
}

function extraOf(w4: FederalW4): number {
  if (w4.form === 'W4_2020') return w4.step4cExtraWithholdingCents;
  return w4.form === 'W4_BEFORE_2020' ? w4.additionalWithholdingCents : 0;
}

function exemptYear(w4: FederalW4): number {
  return w4.form === 'NONE_ON_FILE' ? 0 : (w4.exemptForYear ?? 0);
}
