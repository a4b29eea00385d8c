/** A deduction that the employee chose. What it removes from which taxable base is law, not a choice: see `deductionTreatment.ts`. */
export type Deduction = {
  readonly deductionId: string;
  readonly type: DeductionType;
  /** A fixed amount per run, in cents ... */
  readonly amountCents?: number;
  /** ... or a share of plan compensation. Exactly one of the two is given. */
  readonly ratePpm?: number;
  /** What was still owed when the year began, or the deduction came: it stops there to the cent. Absent: it has no end. */
  readonly balanceCents?: number;
  /** Per-period amounts are usually not repeated off cycle. Default `REGULAR_RUNS`. */
  readonly takenIn?: 'REGULAR_RUNS' | 'EVERY_RUN';
  /** When pay does not reach: take what there is (the default), or nothing. What is missing is shown as `shortfallCents`. */
  readonly whenPayIsShort?: 'REDUCE' | 'SKIP';
  /** HSA: decides the yearly limit. */
  readonly hsaCoverage?: 'SELF_ONLY' | 'FAMILY';
  /** Dependent care FSA of somebody married who files separately: half the limit. */
  readonly isFilingSeparately?: boolean;
  /** Answers for states where the treatment is not established; by state code. */
  readonly stateTreatment?: Readonly<Record<string, StateTreatment>>;
};

/** Whether the deduction leaves (`EXCLUDED`) or stays in (`TAXED`) the state's bases. */
export type StateTreatment = {
  readonly incomeTax?: 'EXCLUDED' | 'TAXED';
  readonly levies?: 'EXCLUDED' | 'TAXED';
};

/** The type under which the law treats a deduction: parking is a commuter benefit with a limit of its own (26 U.S.C. 132(f)). */
export const treatedAs = (type: DeductionType): TreatedType => (type === 'PARKING' ? 'COMMUTER' : type);
export type TreatedType = Exclude<DeductionType, 'PARKING'>;

/** An employer's answers for all deductions of a type, by place. */
export type DeductionTreatments = Readonly<Partial<Record<DeductionType, Readonly<Record<string, StateTreatment>>>>>;

export type DeductionType =
  | 'SECTION_125_HEALTH'
  | 'HEALTH_FSA'
  | 'DEPENDENT_CARE_FSA'
  | 'HSA'
  /** Transit passes and commuter highway vehicles. */
  | 'COMMUTER'
  /** Qualified parking: a monthly limit of its own. */
  | 'PARKING'
  | 'TRADITIONAL_401K'
  | 'ROTH_401K'
  | 'POST_TAX';
