import type { CalendarDate } from '../dates.ts';
import type { PayFrequency } from '../payPeriods.ts';
import type { BracketTable } from './FederalRules.ts';
import type { DeductionTreatment } from './StateRules.ts';

/** A locality's tax: the name of its formula, and its figures. It belongs to the state file that lists it. */
export type LocalTaxRules =
  NewYorkCityTax | YonkersTax | DatedRateTax | CountyRateTax | HigherRateTax | AnnualAmountTax | MarylandCountyTax;

type Common = {
  readonly jurisdiction: string;
  readonly code: string;
  readonly source: string;
  /** Treatment of deductions where the locality has its own; otherwise the state's. */
  readonly excludes?: DeductionTreatment;
};

export type NewYorkCityTax = Common & {
  readonly formula: 'NEW_YORK_CITY';
  readonly supplementalRatePpm: number;
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, NewYorkCityTables>>>;
};

export type NewYorkCityTables = {
  readonly deductionCents: { readonly single: number; readonly married: number };
  readonly exemptionCents: number;
  readonly table: BracketTable;
};

export type YonkersTax = Common & {
  readonly formula: 'YONKERS';
  /** Residents: this part of the state tax. */
  readonly residentSharePpm: number;
  readonly nonresidentRatePpm: number;
  /** Non-residents: exclusions by gross pay "up to", rising; none above the last. */
  readonly byFrequency: Readonly<Partial<Record<PayFrequency, YonkersExclusions>>>;
};

export type YonkersExclusions = {
  readonly noTaxBelowCents: number;
  readonly below: readonly { readonly grossCents: number; readonly exclusionCents: number }[];
};

/** A resident and a workplace rate, changing on pay dates. */
export type DatedRateTax = Common & {
  readonly formula: 'DATED_RATE';
  readonly editions: readonly {
    readonly effectiveFrom: CalendarDate;
    readonly residentRatePpm: number;
    readonly workplaceRatePpm: number;
  }[];
};

/** The recorded rate on the wages that the state taxes, after the state's own exemptions; every employee of the state has one. */
export type CountyRateTax = Common & { readonly formula: 'COUNTY_RATE' };

/** The higher of the recorded resident and workplace rates. */
export type HigherRateTax = Common & { readonly formula: 'HIGHER_RATE' };

/** A recorded yearly amount, spread over the pay periods and rounded down. */
export type AnnualAmountTax = Common & { readonly formula: 'ANNUAL_AMOUNT' };

/** Maryland: a table on the year's income that the state taxes too; Frederick taxes the whole of it at the rate of its row. */
export type MarylandCountyTax = Common & {
  readonly formula: 'MARYLAND_COUNTY';
  readonly name: string;
  readonly isWholeAmountAtOneRate: boolean;
  readonly single: BracketTable;
  readonly joint: BracketTable;
};
