/** Form W-4, in the two generations that are in force, or the recorded fact that there is none. */
export type FederalW4 = W4Since2020 | W4Before2020 | W4NoneOnFile;

export type W4Since2020 = {
  readonly form: 'W4_2020';
  readonly filingStatus: 'SINGLE' | 'MARRIED_FILING_SEPARATELY' | 'MARRIED_FILING_JOINTLY' | 'HEAD_OF_HOUSEHOLD';
  readonly isStep2Checked: boolean;
  /** Step 3, credits, a year. */
  readonly step3CreditsCents: number;
  /** Step 4(a), other income, a year. */
  readonly step4aOtherIncomeCents: number;
  /** Step 4(b), deductions, a year. */
  readonly step4bDeductionsCents: number;
  /** Step 4(c), extra withholding, per pay period. */
  readonly step4cExtraWithholdingCents: number;
  /** The year for which the employee claims to be exempt; it holds to 15 February of the next. */
  readonly exemptForYear?: number;
};

export type W4Before2020 = {
  readonly form: 'W4_BEFORE_2020';
  readonly maritalStatus: 'SINGLE' | 'MARRIED' | 'MARRIED_HIGHER_SINGLE_RATE';
  readonly allowances: number;
  /** Line 6, per pay period. */
  readonly additionalWithholdingCents: number;
  readonly exemptForYear?: number;
};

/** No valid form. First paid in 2020 or later: single, nothing else. First paid before: single, zero allowances. */
export type W4NoneOnFile = {
  readonly form: 'NONE_ON_FILE';
  readonly isFirstPaidBefore2020: boolean;
};

/**
 * A state's withholding certificate. One shape for all states; each uses the members it has on its form and refuses the
 * others, so that nothing on file is silently ignored. `docs/payslip-input.md` lists the members by state.
 */
export type StateTaxForm = {
  readonly state: string;
  /** In the state's own words, for example `SINGLE` or `MARRIED_ONE_EARNER`. */
  readonly filingStatus?: string;
  readonly allowances?: number;
  /** A second count: additional allowances, dependents, Illinois line 2. */
  readonly additionalAllowances?: number;
  /** Indiana: first-time dependents. */
  readonly firstTimeDependents?: number;
  /** Indiana: adopted children. */
  readonly adoptedChildren?: number;
  /** Massachusetts: employee and spouse who are blind. */
  readonly blindness?: number;
  /** A yearly amount on the form: Mississippi exemption, Iowa allowance. */
  readonly annualAmountCents?: number;
  /** Arizona: the rate the employee elected. */
  readonly electedRatePpm?: number;
  /** Per pay period, added last. */
  readonly extraWithholdingCents?: number;
  /** Per pay period, instead of the computed tax: Missouri's reduced amount, Montana line 4, Wisconsin WT-4A. */
  readonly fixedWithholdingCents?: number;
  /** Per pay period, taken off the computed tax: Connecticut line 3. */
  readonly reducedWithholdingCents?: number;
  /** The year for which the employee claims to be exempt from this state's withholding. */
  readonly exemptForYear?: number;
  /** The spouse of a servicemember, who keeps the home state while working here (50 U.S.C. 4001). */
  readonly isMilitarySpouse?: boolean;
  /** Reciprocity: the certificate that keeps the work state from withholding on a resident of another. */
  readonly hasReciprocityCertificate?: boolean;
};
