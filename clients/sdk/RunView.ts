import type { PayrollRunStatus, RunProgress, RunStatusChange } from '../generated/schema.ts';

type ProgressMessage = Omit<RunProgress, '__typename'>;

/**
 * What a watcher knows of a run, merged from messages and reads in whatever order they come: counts by the highest
 * sequence, the status by the highest version, each employee once.
 */
export class RunView {
  readonly runId: string;
  status: PayrollRunStatus | undefined;
  version = 0;
  sequence = -1;
  employeeCount = 0;
  calculatedCount = 0;
  failedCount = 0;
  /** Employees that messages told of: employee id -> what became of them. */
  readonly employees = new Map<string, 'CALCULATED' | 'FAILED'>();
  /** How many times a message told of an employee who was known already. */
  repeatedEmployees = 0;

  constructor(runId: string) {
    this.runId = runId;
  }

  get doneCount(): number {
    return this.calculatedCount + this.failedCount;
  }

  takeProgress(progress: ProgressMessage): void {
    for (const { employeeId, status } of progress.changed ?? []) {
      if (this.employees.has(employeeId)) this.repeatedEmployees += 1;
      this.employees.set(employeeId, status);
    }
    if (progress.sequence <= this.sequence) return;
    this.sequence = progress.sequence;
    this.employeeCount = progress.employeeCount;
    this.calculatedCount = progress.calculatedCount;
    this.failedCount = progress.failedCount;
  }

  takeStatus({ status, version }: Pick<RunStatusChange, 'status' | 'version'>): void {
    if (version <= this.version) return;
    this.status = status;
    this.version = version;
  }
}
