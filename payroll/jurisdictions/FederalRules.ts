import type { TreatedType } from '../Deduction.ts';
import type { FicaExemption } from '../EmployeePayFacts.ts';
import type { PayFrequency } from '../payPeriods.ts';

/** Parallel columns of a tax table, all rising in `from`: the row applies from its figure up to the next row's. */
export type BracketTable = {
  readonly fromCents: readonly number[];
  readonly plusCents: readonly number[];
  readonly ratePpm: readonly number[];
};

export type FederalRules = {
  readonly jurisdiction: 'US';
  readonly year: number;
  readonly source: string;
  readonly incomeTax: {
    /** Worksheet 1A line 1g, Step 2 box not checked. */
    readonly line1gMarriedJointlyCents: number;
    readonly line1gOthersCents: number;
    /** Worksheet 1A line 1k. */
    readonly allowanceCents: number;
    readonly standard: FilingTables;
    readonly step2Checked: FilingTables;
    /** Publication 15-T, nonresident alien adjustment, per period. */
    readonly nonresidentAlienCents: {
      readonly before2020: Readonly<Record<PayFrequency, number>>;
      readonly since2020: Readonly<Record<PayFrequency, number>>;
    };
    readonly supplementalRatePpm: number;
    readonly supplementalOverThresholdRatePpm: number;
    readonly supplementalThresholdCents: number;
    /** An exempt claim holds to this month and day of the following year. */
    readonly exemptUntilMonthDay: string;
  };
  readonly socialSecurity: {
    readonly ratePpm: number;
    readonly wageBaseCents: number;
    /** The most of a year in tax, which roundings of single payments must not pass. */
    readonly annualMaximumCents?: number;
  };
  readonly medicare: { readonly ratePpm: number };
  readonly additionalMedicare: { readonly ratePpm: number; readonly thresholdCents: number };
  readonly futa: { readonly netRatePpm: number; readonly wageBaseCents: number };
  readonly exemptions: Readonly<
    Record<
      FicaExemption,
      {
        readonly socialSecurity: boolean;
        readonly medicare: boolean;
        readonly futa: boolean;
        /** State unemployment laws leave this employment out too. */
        readonly stateUnemployment?: boolean;
      }
    >
  >;
  /** True where the deduction leaves the base. */
  readonly excludedBy: Readonly<
    Record<TreatedType, { readonly incomeTax: boolean; readonly fica: boolean; readonly futa: boolean }>
  >;
  readonly limits: FederalLimits;
  readonly minimumWageCents: number;
  /** Commissions and shift premiums raise the regular rate whatever is said of them, and a grossed-up bonus as any other. */
  readonly isOnlyBonusDiscretionary?: boolean;
  readonly garnishment: FederalGarnishment;
};

export type FilingTables = {
  readonly marriedJointly: BracketTable;
  readonly single: BracketTable;
  readonly headOfHousehold: BracketTable;
};

export type FederalLimits = {
  readonly deferralCents: number;
  readonly catchUp50Cents: number;
  readonly catchUp60To63Cents: number;
  readonly rothCatchUpAboveCents: number;
  readonly planCompensationCents: number;
  readonly hsaSelfOnlyCents: number;
  readonly hsaFamilyCents: number;
  readonly hsaCatchUp55Cents: number;
  readonly healthFsaCents: number;
  readonly dependentCareCents: number;
  readonly dependentCareFilingSeparatelyCents: number;
  /** Qualified transit or parking, a month. */
  readonly commuterMonthCents: number;
};

export type FederalGarnishment = {
  readonly creditorRatePpm: number;
  /** Multiples of the hourly minimum wage that a creditor must leave, by period (29 CFR 870.10). */
  readonly protectedHours: Readonly<Partial<Record<PayFrequency, number>>>;
  readonly supportOtherFamilyPpm: number;
  readonly supportPpm: number;
  readonly supportArrearsPpm: number;
  readonly studentLoanPpm: number;
  readonly agencyDebtPpm: number;
  /** Health insurance premiums leave disposable pay for debts to federal agencies and the Department of Education. */
  readonly healthPremiumsLeaveFederalDebtPay?: boolean;
};
