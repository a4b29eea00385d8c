/**
 * What travels between the steps of `payrollRun.asl.json`. Ids, counts and sums only: an execution's history is kept for
 * 90 days and read by operators, so nothing personal goes through it.
 */
import type { EmployerTaxProfile } from '../payroll/EmployeePayFacts.ts';
import type { PayPeriod } from '../payroll/payPeriods.ts';
import type { RunStatus } from '../payroll/runStatus.ts';
import type { RunTotals } from '../table/payrollRun.ts';

/** Input of the execution, and of every step that looks at the run as a whole. */
export interface RunReference {
  companyId: string;
  runId: string;
}

export interface PrepareOutput {
  /** `CALCULATING` when there is work; otherwise the status that the run has instead. */
  status: RunStatus;
  /** S3 key of the manifest; empty when there is no work. */
  manifestKey: string;
}

/** One frozen employee: id, version of the employee, version of the period's input (0 where there is none). */
export type RosterEntry = [employeeId: string, employeeVersion: number, inputVersion: number];

/** One line of the manifest, and so the input of one child execution: about a hundred employees. */
export interface Segment extends RunReference {
  payGroupId: string;
  /** From 0. */
  segment: number;
  type: 'REGULAR' | 'OFF_CYCLE';
  /** Of the run, among those of its type in the period: an off-cycle run pays the earnings that were entered for it. */
  sequence: number;
  period: PayPeriod;
  /** What the employer's taxes depend on, as it was at the freeze. */
  employer: EmployerTaxProfile;
  ruleSetVersion: string;
  employees: RosterEntry[];
}

/** The facts that reconciling established: they become part of the run when it asks for approval. */
export interface Reconciled {
  calculatedCount: number;
  failedCount: number;
  totals: RunTotals;
  calculationHash: string;
}

export interface ReconcileOutput {
  /** `CALCULATING` when a person must decide; otherwise the status that the run has now. */
  status: RunStatus;
  reconciled: Reconciled;
}

export interface RequestApprovalInput extends RunReference {
  reconciled: Reconciled;
  taskToken: string;
  timeoutSeconds: number;
}
