/**
 * What undoes each step of `payrollRun.asl.json` that has an effect. A step without an entry is refused by a test: the
 * author of a step says here how it is undone, or why it need not be.
 */
export const COMPENSATIONS: Readonly<Record<string, Compensation>> = {
  PrepareRun: { needsNone: 'Freezing reads; the manifest is named by its content and stays.' },
  CallHooksBeforeCalculate: { needsNone: 'A hook is told, and its answer kept, in the history of the run.' },
  CalculateSegments: { undoneBy: 'recalculatePayrollRun', how: 'Payslips that are not approved are replaced.' },
  ReconcileRun: { undoneBy: 'recalculatePayrollRun', how: 'Totals and approvals hold for one calculation only.' },
  AwaitApproval: { undoneBy: 'cancelPayrollRun', how: 'An approved run is cancelled before anything left.' },
  ConcludeRun: { needsNone: 'The run ends without effect; the period is run again by the next sequence.' },
  CallHooksBeforePay: { needsNone: 'A hook is told, and its answer kept, in the history of the run.' },
  StopRun: { needsNone: 'The run ends before anything left; the period is run again by the next sequence.' },
  PayRun: { undoneBy: 'voidPayrollRun', how: 'A reversal file with the same amounts, where its window is open.' },
  PostSegments: { undoneBy: 'voidPayrollRun', how: 'A reversal run posts exactly the negative.' },
  FinishRun: { undoneBy: 'voidPayrollRun', how: 'The run ends VOIDED, or PARTIALLY_PAID where a part stands.' },
  CallHooksAfterPay: { needsNone: 'A hook is told, and its answer kept, in the history of the run.' },
};

export type Compensation =
  /** The mutation that undoes the step. */
  | { readonly undoneBy: 'recalculatePayrollRun' | 'cancelPayrollRun' | 'voidPayrollRun'; readonly how: string }
  | { readonly needsNone: string };
