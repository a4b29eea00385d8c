import type { PayFrequency } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { BracketTable } from './FederalRules.ts';

/** A state's income tax on wages: the name of its formula (one file each in `stateFormulas/`), and the formula's figures. */
export type StateIncomeTax = { readonly formula: 'NONE' } | TaxedWages;

export type TaxedWages =
  | PerPeriodTax
  | AnnualisedTax
  | PrintedTablesTax
  | ElectedRateTax
  | UtahTax
  | CaliforniaTax
  | NewYorkTax
  | MassachusettsTax
  | AlabamaTax
  | ArkansasTax
  | ConnecticutTax
  | MarylandTax
  | NorthDakotaTax
  | OregonTax;

/** What the state's certificate holds. Anything else on file is refused. */
export type FormRules = {
  readonly filingStatuses?: readonly string[];
  readonly members: readonly StateFormMember[];
  /** What the law assumes without a certificate; where it says nothing, a missing certificate is refused. */
  readonly whenAbsent?: Omit<StateTaxForm, 'state'>;
  /** The certificate has no filing status, and the state goes by that of the federal Form W-4. */
  readonly goesByFederalStatus?: boolean;
  /** A claim to be exempt for a year, and the month and day of the next year to which it holds. */
  readonly exemption?: { readonly untilMonthDay?: string };
  /** An employee exempt from federal withholding is exempt here. */
  readonly followsFederalExemption?: boolean;
};

export type StateFormMember = Exclude<
  keyof StateTaxForm,
  'state' | 'extraWithholdingCents' | 'hasReciprocityCertificate' | 'exemptForYear' | 'isMilitarySpouse'
>;

/** How bonuses and other supplemental wages are taxed. */
export type StateSupplemental =
  /** Added to the regular wages; the tax on those is taken off again. */
  | { readonly method: 'COMBINED' }
  /** Together with regular wages: one combined wage. Paid apart: these rates. */
  | { readonly method: 'RATES_WHEN_APART'; readonly bonusRatePpm: number; readonly otherRatePpm: number }
  /** One rate, unless the employer chose the aggregate method. */
  | {
      readonly method: 'FLAT';
      readonly ratePpm: number;
      /** Open only for what is paid apart from regular wages; together they are one combined wage. */
      readonly isForPaidApart?: boolean;
      /** Open only if this state's tax was withheld from regular wages, of this pay, this year or the last. */
      readonly needsRegularTax?: boolean;
      /** The rate is a floor: the aggregate method may take more, never less. */
      readonly isFloor?: boolean;
    }
  /** Paid apart: the rate of the bracket that the year's regular wages fall into. Otherwise combined. */
  | {
      readonly method: 'BRACKET_RATE_WHEN_APART';
      readonly fromCents: readonly number[];
      readonly ratePpm: readonly number[];
    }
  /** Paid apart: the table of the period without allowances. Otherwise combined. */
  | { readonly method: 'NO_ALLOWANCES_WHEN_APART' }
  /** What the year's tax rises by when the supplemental wages are added to a year of regular wages. */
  | { readonly method: 'ANNUAL_MARGIN' }
  /** A part of the federal income tax on the same wages. */
  | { readonly method: 'SHARE_OF_FEDERAL'; readonly sharePpm: number }
  /** The state's rate on all of it: exemptions are used up by regular wages. */
  | { readonly method: 'WITHOUT_EXEMPTIONS'; readonly ratePpm: number }
  | { readonly method: 'MASSACHUSETTS' };

type Common = {
  readonly form: FormRules;
  readonly supplemental: StateSupplemental;
  /** How the sum of tax and extra withholding is rounded, where it is rounded once more. */
  readonly roundsWithExtra?: 'DOLLAR' | 'DOLLAR_UP';
};

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
  /** The yearly amount of the certificate, where it states one, stands instead of the amount of the filing status. */
  readonly isFormAmountInstead?: boolean;
  /** By filing status: full up to a yearly wage, then falling evenly to nothing. */
  readonly fading?: Readonly<Record<string, FadingAmount>>;
  /** A share of the yearly wages, for those who claim an allowance. */
  readonly wageShare?: { readonly ratePpm: number; readonly mostCents: number };
};

export type FadingAmount = {
  readonly fullCents: number;
  readonly fromCents: number;
  readonly toCents: number;
  readonly roundTo: 'CENT' | 'DOLLAR';
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
  /** Filing statuses with a table of their own. */
  readonly tableByFilingStatus?: Readonly<Record<string, BracketTable>>;
  /** Comes off the year's tax, for each allowance. */
  readonly creditPerAllowanceCents?: number;
  /** A smaller tax on the period is not withheld. */
  readonly nothingUnderCents?: number;
  /** By filing status: yearly wages above this have no confirmed rule and are refused. */
  readonly notConfirmedAboveCents?: Readonly<Record<string, number>>;
  /** Days in a year of daily pay, where the state does not count 260. */
  readonly daysPerYear?: number;
  /** `DOLLAR_TWICE`: the year's tax, and what falls on the period again. */
  readonly roundTo: 'CENT' | 'DOLLAR' | 'DOLLAR_TWICE';
};

/** (wages - allowances) through the table that the state prints for the period. Nothing is annualised. */
export type PrintedTablesTax = Common & {
  readonly formula: 'PRINTED_TABLES';
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, PrintedPeriod>>>;
  /** The column of each filing status; `single` where there is none. */
  readonly columnOf?: Readonly<Record<string, string>>;
  /** "Over ... but not over": a figure itself belongs to the row below it. */
  readonly rowsStartAbove?: boolean;
  /** Employers of this size withhold at least this share of the wages. */
  readonly least?: { readonly ratePpm: number; readonly fromHeadcount: number };
  readonly roundTo: 'CENT' | 'DOLLAR';
};

export type PrintedPeriod = {
  readonly allowanceCents?: number;
  /** By column: what the first allowance, the first two ... are worth together; `allowanceCents` is each further one. */
  readonly firstAllowancesCents?: Readonly<Record<string, readonly number[]>>;
  /** A smaller tax on the period is not withheld. */
  readonly nothingUnderCents?: number;
  /** Above these wages allowances are worth nothing. */
  readonly noAllowancesAboveCents?: number;
  readonly columns: Readonly<Record<string, BracketTable>>;
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
  /** The surtax test on bonuses takes a year's FICA off a year's wages, not the period's times the periods. */
  readonly isFicaOfTheYearInSurtaxTest?: boolean;
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, MassachusettsFigures>>>;
};

export type MassachusettsFigures = {
  readonly perExemptionCents: number;
  readonly firstExemptionCents: number;
  readonly headOfHouseholdCents: number;
  readonly blindnessCents: number;
  readonly noTaxBelowCents: number;
};

/** Annualised; federal income tax, a standard deduction by steps of gross wages, exemptions and dependents leave the wages. */
export type AlabamaTax = Common & {
  readonly formula: 'ALABAMA';
  readonly byCode: Readonly<Record<string, AlabamaFigures>>;
  /** What a dependent is worth, by yearly gross wages: the first row whose figure they do not exceed; the last has none. */
  readonly dependents: readonly { readonly toCents: number; readonly amountCents: number }[];
};

export type AlabamaFigures = {
  readonly personalCents: number;
  /** The standard deduction up to the first figure; then less `lessCents` for each step or part of one; the floor at the end. */
  readonly standardCents: number;
  readonly fullToCents: number;
  readonly stepCents: number;
  readonly lessCents: number;
  readonly floorFromCents: number;
  readonly floorCents: number;
  readonly table: BracketTable;
};

/** Annualised, to the middle of 100.00; rate x income less an amount, to the dollar; then credits. */
export type ArkansasTax = Common & {
  readonly formula: 'ARKANSAS';
  readonly standardCents: number;
  /** From this income on it is taken as it is. */
  readonly exactFromCents: number;
  readonly rows: readonly ArkansasRow[];
  readonly creditPerAllowanceCents: number;
  /** Low-income credit by filing status, first for at most one dependent, then for more. */
  readonly lowIncome: Readonly<Record<string, readonly LowIncomeCredit[]>>;
};

export type ArkansasRow = {
  readonly fromCents: number;
  readonly ratePpm: number;
  readonly lessCents: number;
  /** The amount falls by this much for each further 100.00 of income. */
  readonly fallsPer100Cents?: number;
};

export type LowIncomeCredit = { readonly lowerCents: number; readonly upperCents: number; readonly mostCents: number };

/** Circular CT: by withholding code. Exemption and credit fade, phase-out and recapture are added, all in steps. */
export type ConnecticutTax = Common & {
  readonly formula: 'CONNECTICUT';
  readonly byCode: Readonly<Record<string, ConnecticutFigures>>;
  /** On wages without a certificate. */
  readonly noFormRatePpm: number;
};

export type ConnecticutFigures = {
  readonly exemption: { readonly fullCents: number; readonly fullToCents: number };
  readonly table: BracketTable;
  /** The phase-out of the lowest rate, and the three recaptures. */
  readonly steps: readonly ConnecticutSteps[];
  /** Yearly salary up to the figure: this credit, in hundredths; none above the last. */
  readonly credit: { readonly toCents: readonly number[]; readonly percent: readonly number[] };
};

/** So much for each step, or part of one, above a salary; at most so many steps. */
export type ConnecticutSteps = {
  readonly fromCents: number;
  readonly stepCents: number;
  readonly amountCents: number;
  readonly most: number;
};

/** Standard deduction and exemptions of the period; the state's part and the county's on the same income. */
export type MarylandTax = Common & {
  readonly formula: 'MARYLAND';
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, MarylandFigures>>>;
  readonly single: BracketTable;
  readonly joint: BracketTable;
  readonly jointStatuses: readonly string[];
  /** Withheld from those who do not live in Maryland, instead of a county's part. */
  readonly nonresidentRatePpm: number;
  readonly daysPerYear: number;
};

export type MarylandFigures = {
  readonly standardCents: number;
  readonly exemptionCents: number;
  readonly noTaxBelowCents: number;
};

/** By the generation of the federal Form W-4. */
export type NorthDakotaTax = Common & {
  readonly formula: 'NORTH_DAKOTA';
  readonly since2020: AnnualisedTax;
  readonly before2020: PrintedTablesTax;
};

/** Annualised; federal income tax up to a cap leaves the wages; tables by size of wages. */
export type OregonTax = Common & {
  readonly formula: 'OREGON';
  readonly standardCents: { readonly single: number; readonly wide: number };
  readonly tablesFromCents: number;
  readonly below: { readonly single: BracketTable; readonly wide: BracketTable };
  readonly above: { readonly single: BracketTable; readonly wide: BracketTable };
  /** Federal tax that counts, by yearly wages below the figure; none from the last on. */
  readonly cap: {
    readonly belowSingleCents: readonly number[];
    readonly belowMarriedCents: readonly number[];
    readonly capCents: readonly number[];
  };
  readonly creditPerAllowanceCents: number;
  /** Allowances count nothing above these yearly wages. */
  readonly allowancesToCents: { readonly single: number; readonly married: number };
  /** On wages without a certificate. */
  readonly noFormRatePpm: number;
};
