import type { PayFrequency } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { BracketTable } from './FederalRules.ts';

/** A state's income tax on wages: the name of its formula (one file each in `stateFormulas/`), and the formula's figures. */
export type StateIncomeTax = { readonly formula: 'NONE' } | TaxedWages;

export type TaxedWages =
  PerPeriodTax | AnnualisedTax | ElectedRateTax | UtahTax | CaliforniaTax | NewYorkTax | MassachusettsTax;

/** What the state's certificate holds. Anything else on file is refused. */
export type FormRules = {
  readonly filingStatuses?: readonly string[];
  readonly members: readonly StateFormMember[];
  /** What the law assumes without a certificate; where it says nothing, a missing certificate is refused. */
  readonly whenAbsent?: Omit<StateTaxForm, 'state'>;
};

export type StateFormMember = Exclude<
  keyof StateTaxForm,
  'state' | 'extraWithholdingCents' | 'hasReciprocityCertificate'
>;

/** How bonuses and other supplemental wages are taxed. */
export type StateSupplemental =
  /** Added to the regular wages; the tax on those is taken off again. */
  | { readonly method: 'COMBINED' }
  /** Together with regular wages: one combined wage. Paid apart: these rates. */
  | { readonly method: 'RATES_WHEN_APART'; readonly bonusRatePpm: number; readonly otherRatePpm: number }
  /** One rate, unless the employer chose the aggregate method. */
  | { readonly method: 'FLAT'; readonly ratePpm: number }
  /** The state's rate on all of it: exemptions are used up by regular wages. */
  | { readonly method: 'WITHOUT_EXEMPTIONS'; readonly ratePpm: number }
  | { readonly method: 'MASSACHUSETTS' };

type Common = { readonly form: FormRules; readonly supplemental: StateSupplemental };

/** Yearly amounts that leave the wages. */
export type AnnualDeduction = {
  readonly fixedCents?: number;
  readonly byFilingStatusCents?: Readonly<Record<string, number>>;
  readonly allowanceCents?: number;
  readonly additionalAllowanceCents?: number;
  readonly firstTimeDependentCents?: number;
  readonly adoptedChildCents?: number;
  /** The certificate states a yearly amount itself. */
  readonly isFormAmountDeducted?: boolean;
};

/** (wages - yearly deduction / periods) x rate. */
export type PerPeriodTax = Common & {
  readonly formula: 'PER_PERIOD';
  readonly ratePpm: number;
  readonly deduction: AnnualDeduction;
  /** Printed deductions per period and filing status, where the state prints them instead of dividing. */
  readonly printedDeductionCents?: Readonly<Partial<Record<PayFrequency, Readonly<Record<string, number>>>>>;
  /** Yearly credit against the tax: the certificate's amount and so much per allowance. */
  readonly credit?: { readonly allowanceCents: number };
  readonly roundTo: 'CENT' | 'DOLLAR';
};

/** Wages x periods - yearly deduction, through a yearly table, / periods. */
export type AnnualisedTax = Common & {
  readonly formula: 'ANNUALISED';
  readonly deduction: AnnualDeduction;
  readonly table: BracketTable;
  readonly roundTo: 'CENT' | 'DOLLAR';
};

/** Wages x the rate that the employee elected. */
export type ElectedRateTax = Common & {
  readonly formula: 'ELECTED_RATE';
  readonly ratesPpm: readonly number[];
  readonly defaultRatePpm: number;
};

export type UtahTax = Common & {
  readonly formula: 'UTAH';
  readonly ratePpm: number;
  readonly phaseOutPpm: number;
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, Readonly<Record<'single' | 'married', UtahAllowance>>>>>;
};

export type UtahAllowance = { readonly baseCents: number; readonly thresholdCents: number };

export type CaliforniaTax = Common & {
  readonly formula: 'CALIFORNIA_METHOD_B';
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, CaliforniaTables>>>;
};

export type CaliforniaTables = {
  readonly lowIncomeCents: { readonly a: number; readonly b: number };
  readonly standardDeductionCents: { readonly a: number; readonly b: number };
  /** By number of additional allowances, 0 to 10. */
  readonly estimatedDeductionCents: readonly number[];
  /** By number of regular allowances, 0 to 10. */
  readonly exemptionCreditCents: readonly number[];
  readonly single: BracketTable;
  readonly married: BracketTable;
  readonly headOfHousehold: BracketTable;
};

export type NewYorkTax = Common & {
  readonly formula: 'NEW_YORK_METHOD_II';
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, NewYorkTables>>>;
  /** Method III: flat on all of it, from these yearly wages on; the first row starts where the period's column says. */
  readonly methodThree: { readonly fromCents: readonly number[]; readonly ratePpm: readonly number[] };
};

export type NewYorkTables = {
  readonly deductionCents: { readonly single: number; readonly married: number };
  readonly exemptionCents: number;
  readonly methodThreeFromCents: { readonly single: number; readonly married: number };
  readonly single: BracketTable;
  readonly married: BracketTable;
};

export type MassachusettsTax = Common & {
  readonly formula: 'MASSACHUSETTS_CIRCULAR_M';
  /** Yearly: the rate, and the surtax rate above its threshold. */
  readonly table: BracketTable;
  /** Employee FICA that leaves the wages, at most this much a year. */
  readonly ficaLimitCents: number;
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, MassachusettsFigures>>>;
};

export type MassachusettsFigures = {
  readonly perExemptionCents: number;
  readonly firstExemptionCents: number;
  readonly headOfHouseholdCents: number;
  readonly blindnessCents: number;
  readonly noTaxBelowCents: number;
};
