import type { PayrollRunItemStatus, PayrollRunStatus, RunProgress, RunStatusChange } from '../generated/schema.ts';

/** A message, or what `runProgress` reads: that names no employees. */
export interface ProgressNews extends Pick<
  RunProgress,
  'sequence' | 'employeeCount' | 'calculatedCount' | 'failedCount' | 'excludedCount'
> {
  changed: readonly { employeeId: string; status: PayrollRunItemStatus }[] | null;
}

/**
 * What a watcher knows of a run, merged from messages and reads in whatever order they come: counts by the highest
 * sequence, the status by the highest version, each employee by the highest sequence that told of him or her.
 */
export class RunView {
  readonly runId: string;
  status: PayrollRunStatus | undefined;
  version = 0;
  sequence = -1;
  employeeCount = 0;
  calculatedCount = 0;
  failedCount = 0;
  /** Employees who were left out of the run. */
  excludedCount = 0;
  /** Whether messages come; otherwise the run is read from time to time. */
  isLive = false;
  /** Employees that messages told of, or that were read: employee id -> what became of them. */
  readonly employees = new Map<string, PayrollRunItemStatus>();
  /** How many times a message told of an employee who was known already. */
  repeatedEmployees = 0;
  readonly #toldBy = new Map<string, number>();
  /** Every message up to this one came, or was made up for by a read of the employees. */
  #heardUpTo = 0;
  /** Messages that came beyond it. */
  readonly #heardBeyond = new Set<number>();
  /** The same, leaving out those of before the first read, which nobody can expect. */
  #heardSince: number | undefined;

  constructor(runId: string) {
    this.runId = runId;
  }

  get doneCount(): number {
    return this.calculatedCount + this.failedCount;
  }

  /** Whether a message since the watching began has not come; it may still be on its way. */
  get isMissingMessages(): boolean {
    let heard = Math.max(this.#heardUpTo, this.#heardSince ?? 0);
    while (this.#heardBeyond.has(heard + 1)) heard += 1;
    this.#heardSince = heard;
    return heard < this.sequence;
  }

  /** Whether an employee may have changed whom no message told of. */
  get isMissingEmployees(): boolean {
    return this.#heardUpTo < this.sequence;
  }

  takeProgress(progress: ProgressNews): void {
    const { sequence, changed } = progress;
    if (changed) {
      for (const { employeeId, status } of changed) {
        if (this.employees.has(employeeId)) this.repeatedEmployees += 1;
        this.#takeEmployee(employeeId, status, sequence);
      }
      this.#hear(sequence);
    } else this.#heardSince ??= sequence;
    if (sequence <= this.sequence) return;
    this.sequence = sequence;
    this.employeeCount = progress.employeeCount;
    this.calculatedCount = progress.calculatedCount;
    this.failedCount = progress.failedCount;
    this.excludedCount = progress.excludedCount;
  }

  takeStatus({ status, version }: Pick<RunStatusChange, 'status' | 'version'>): void {
    if (version <= this.version) return;
    this.status = status;
    this.version = version;
  }

  /** Takes all employees of the run, as they were read after the counts of `sequence` had been. */
  takeEmployees(read: ReadonlyMap<string, PayrollRunItemStatus>, sequence: number): void {
    for (const [employeeId, toldBy] of this.#toldBy)
      if (toldBy <= sequence && !read.has(employeeId)) {
        this.employees.delete(employeeId);
        this.#toldBy.delete(employeeId);
      }
    for (const [employeeId, status] of read) this.#takeEmployee(employeeId, status, sequence);
    for (const heard of this.#heardBeyond) if (heard <= sequence) this.#heardBeyond.delete(heard);
    this.#heardUpTo = Math.max(this.#heardUpTo, sequence);
    this.#hear(this.#heardUpTo);
  }

  #takeEmployee(employeeId: string, status: PayrollRunItemStatus, sequence: number): void {
    if ((this.#toldBy.get(employeeId) ?? -1) > sequence) return;
    this.employees.set(employeeId, status);
    this.#toldBy.set(employeeId, sequence);
  }

  #hear(sequence: number): void {
    if (sequence > this.#heardUpTo) this.#heardBeyond.add(sequence);
    while (this.#heardBeyond.delete(this.#heardUpTo + 1)) this.#heardUpTo += 1;
  }
}
