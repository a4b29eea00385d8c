/**
 * What travels between the steps of `payrollRun.asl.json`. Ids, counts and sums only: an execution's history is kept for
 * 90 days and read by operators, so nothing personal goes through it.
 */
import type { EmployerTaxProfile } from '../payroll/EmployeePayFacts.ts';
import type { EnteredNotPaid } from '../payroll/enteredNotPaid.ts';
import type { PayPeriod } from '../payroll/payPeriods.ts';
import type { RunStatus } from '../payroll/runStatus.ts';
import type { PayrollRunType, RunTotals } from '../table/payrollRun.ts';

/** Input of the execution, and of every step that looks at the run as a whole. */
export interface RunReference {
  companyId: string;
  runId: string;
}

export interface PrepareOutput {
  /** `CALCULATING` when there is work; otherwise the status that the run has instead. */
  status: RunStatus;
  /**
   * S3 key of the segments that are to be calculated, a line each: the whole manifest, or after a retry of some employees
   * only their segments. Empty when there is no work.
   */
  workKey: string;
  /** Of the whole run. */
  segmentCount: number;
  /** The hooks of the run as they were when its inputs were frozen, by point. */
  hooks: Record<HookPoint, HookToCall[]>;
}

export type HookPoint = 'BEFORE_CALCULATE' | 'BEFORE_PAY' | 'AFTER_PAY';

export interface HookToCall {
  hookId: string;
  /** For a hook that does not block, the time that telling may take. */
  timeoutSeconds: number;
}

/** Input of `callHook`, which answers the token: at once, unless the hook blocks. */
export interface CallHookInput extends RunReference, HookToCall {
  point: HookPoint;
  taskToken: string;
}

/** What `callHook` and `concludeHook` answer the workflow with. */
export interface HookAnswer {
  outcome: 'CONTINUE' | 'STOP';
}

/** Input of `payPayrollRun`, which answers the token when the gateway took every file. */
export interface PayInput extends RunReference {
  taskToken: string;
}

/** Input of one child that posts. */
export interface PostSegmentInput extends RunReference {
  segment: number;
}

/** One frozen employee: id, version of the employee, version of the period's input (0 where there is none). */
export type RosterEntry = [employeeId: string, employeeVersion: number, inputVersion: number];

/** One line of the manifest, and so the input of one child execution: about a hundred employees. */
export interface Segment extends RunReference {
  payGroupId: string;
  /** From 0. */
  segment: number;
  type: PayrollRunType;
  /** Which calculation of the run this is, from 1. */
  calculation: number;
  /** Of the run, among those of its type in the period: an off-cycle run pays the earnings that were entered for it. */
  sequence: number;
  period: PayPeriod;
  /** The account that direct deposits are paid from, as it was at the freeze. Absent: everybody is paid by check. */
  funding?: { fundingAccountId: string; sendsPrenotes: boolean };
  /** What the employer's taxes depend on, as it was at the freeze. */
  employer: EmployerTaxProfile;
  ruleSetVersion: string;
  employees: RosterEntry[];
  /** Those of the employees who are left out. */
  excludedIds?: string[];
  /** Of an off-cycle run or a correction: those of the employees who get the salary and hours of the period as well. */
  regularPayIds?: string[];
  /** Where the employees' years to date lie as they were at the freeze, as a range of bytes. Absent: nobody has one. */
  yearsToDate?: { key: string; firstByte: number; lastByte: number };
  /** Of a correction: the run that it pays again, by what decides which of the entered pay is paid. */
  corrects?: { type: PayrollRunType; sequence: number };
  /** Of a reversal: the segment whose payslips are reversed. */
  reverses?: { runId: string; segment: number };
}

/** The facts that reconciling established: they become part of the run when it asks for approval. */
export interface Reconciled {
  calculatedCount: number;
  failedCount: number;
  excludedCount: number;
  totals: RunTotals;
  calculationHash: string;
  requiredApprovals: number;
}

/** What the requirements are made of beside the counts: counts and the first ids of each reason. */
export interface Assessed {
  /** Absent in an execution that began before it was looked for. */
  enteredNotPaid?: EnteredNotPaid[];
}

export interface ReconcileOutput {
  /** `CALCULATING` when a person must decide or fix something; otherwise the status that the run has now. */
  status: RunStatus;
  reconciled: Reconciled & Assessed;
}

export interface RequestApprovalInput extends RunReference {
  reconciled: Reconciled & Assessed;
  taskToken: string;
  timeoutSeconds: number;
}
