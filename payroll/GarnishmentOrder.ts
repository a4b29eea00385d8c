/** An order that binds the employer. Ceilings: 15 U.S.C. 1671-1677; priority: see `garnishments.ts`. */
export type GarnishmentOrder = {
  readonly orderId: string;
  readonly type: GarnishmentType;
  /** Creditors of one rank are served by this date. */
  readonly receivedDate: string;
  /** What the order asks per pay period; absent: as much as its ceiling allows. */
  readonly amountCents?: number;
  /** What was still owed when the year began (or the order came); collection stops there. */
  readonly balanceCents?: number;
  /** Support: the employee supports another spouse or child (ceiling 50 %, not 60 %). */
  readonly isSupportingOtherFamily?: boolean;
  /** Support: the order covers arrears more than 12 weeks old (ceiling 5 % higher). */
  readonly hasArrearsOver12Weeks?: boolean;
  /** Creditors: the state's own ceiling where it protects more of the wage; `FEDERAL_ONLY` states that there is none. Required. */
  readonly stateLimit?: 'FEDERAL_ONLY' | { readonly ratePpm: number; readonly protectedCents: number };
  /** Levies: the amount per pay period that the notice leaves to the employee. Required. */
  readonly exemptCents?: number;
  /** A federal levy received before a support order is served before it. */
  readonly isBeforeSupport?: boolean;
};

export type GarnishmentType =
  | 'CHILD_SUPPORT'
  | 'FEDERAL_TAX_LEVY'
  | 'CHAPTER_13'
  | 'STUDENT_LOAN'
  | 'FEDERAL_AGENCY_DEBT'
  | 'STATE_TAX_LEVY'
  | 'CREDITOR';
