import type { CalendarDate } from '../dates.ts';
import type { TreatedType } from '../Deduction.ts';
import type { StateIncomeTax } from './StateIncomeTax.ts';
import type { LocalTaxRules } from './LocalTaxRules.ts';

/** One state and year as data. A new state is one new file and its line in `registry.ts`. */
export type StateRules = {
  readonly jurisdiction: string;
  readonly state: string;
  readonly name: string;
  readonly year: number;
  readonly source: string;
  /** A: read in the agency's own publication, or agreeing transcriptions. B: one secondary source. */
  readonly confidence: 'A' | 'B';
  /** Which date selects the edition: most states say the pay date, Ohio the end of the period. */
  readonly keyedBy: 'PAY_DATE' | 'PERIOD_END';
  /** Rising by date. A date before the first has no confirmed rules and is refused. */
  readonly editions: readonly StateEdition[];
  /** What deductions leave the income tax base; a type that is absent is not established and must be answered. */
  readonly incomeTaxExcludes: DeductionTreatment;
  /** The same for the state's levies and unemployment tax. */
  readonly leviesExclude: DeductionTreatment;
  readonly levies: readonly Levy[];
  /** Yearly wage base of unemployment tax, where it is known here. */
  readonly unemploymentWageBaseCents?: number;
  /** States whose residents this state does not tax, given their certificate: in rule set 2026.1; later ones have one table. */
  readonly reciprocity?: readonly string[];
  /**
   * What is withheld for this state from its residents who work in another one that taxes them too. Absent: its tax less the
   * other's.
   */
  readonly residentsElsewhere?: 'IN_FULL' | 'NOT_WHERE_TAXED' | 'NOT_CONFIRMED';
  readonly localTaxes?: readonly LocalTaxRules[];
  /** Overtime by the day exists and must come from timekeeping: in rule set 2026.1; later ones say what it is. */
  readonly hasDailyOvertime?: boolean;
  readonly dailyOvertime?: DailyOvertime;
};

/** What state law adds by the day to the hours over 40 of a week. */
export type DailyOvertime = {
  /** Half more from these hours of a day on. */
  readonly afterHundredths: number;
  /**
   * Twice the rate from these hours of a day on; on the seventh day of a week that is worked throughout, half more from the first
   * hour and twice the rate after `afterHundredths`. Absent: what the hours of each day come to is for timekeeping to say.
   */
  readonly doubleAfterHundredths?: number;
  /** Due from employers of this size on. */
  readonly fromHeadcount?: number;
  /** Due to those who are paid less than this an hour. */
  readonly belowHourlyCents?: number;
  readonly source: string;
};

/** How the mark B reads in a citation. */
export const ONE_SOURCE = 'mark B: one source';

export type StateEdition = {
  readonly effectiveFrom: CalendarDate;
  readonly incomeTax: StateIncomeTax;
  /** Published before it had to be used, and the first day is not confirmed: between `fromDate` and `effectiveFrom` the employer says. */
  readonly open?: { readonly fromDate: CalendarDate; readonly decision: string };
  /** Absent: the state's own mark. */
  readonly confidence?: 'A' | 'B';
};

export type DeductionTreatment = Readonly<Partial<Record<TreatedType, 'EXCLUDED' | 'TAXED'>>>;

/** A state programme at one rate on wages up to a yearly base. */
export type Levy = {
  readonly code: string;
  readonly paidBy: 'EMPLOYEE' | 'EMPLOYER';
  readonly ratePpm: number;
  /** The part of the rate that this payer bears, where the law splits one premium. */
  readonly sharePpm?: number;
  readonly wageBaseCents?: number;
  /** The most in a year, in tax. */
  readonly annualMaximumCents?: number;
  /** The most per pay period, by frequency. */
  readonly periodMaximumCents?: Readonly<Record<string, number>>;
  /** Due from employers of this size on. */
  readonly fromHeadcount?: number;
  /** Due from employers below this size. */
  readonly belowHeadcount?: number;
  /** Treatment of deductions where it is not that of the state's other programmes. */
  readonly excludes?: DeductionTreatment;
  /** Withheld only if the employer elected it. */
  readonly isEmployerOption?: boolean;
  /** Once a period: a run beside the regular one takes nothing more. */
  readonly isOncePerPeriod?: boolean;
  /** The employee may hold an exemption letter, and then the employer must not withhold. */
  readonly isExemptible?: boolean;
  /** Due on employment that unemployment insurance covers, and on no other. */
  readonly isOfInsuredEmployment?: boolean;
  /** Due on the same wages as the unemployment tax that it is paid with. */
  readonly isOnUnemploymentWages?: boolean;
  readonly source: string;
  /** As of the state; absent where the state's own mark holds. */
  readonly confidence?: 'A' | 'B';
};
