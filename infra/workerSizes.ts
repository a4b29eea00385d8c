/** What a worker runs with. Lambda gives processor time by memory: 1,769 MiB is one whole virtual CPU. */
export interface WorkerSize {
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
}

/** Enough for a worker behind a field; AppSync itself gives up after 30 seconds. */
const ANSWERS_A_FIELD: WorkerSize = { memoryMiB: 512, timeoutSeconds: 29 };

const SIZES: Readonly<Record<string, WorkerSize>> = {
  /** A thousand rows of a call are read, sealed and written in a few seconds. */
  upsertEmployees: { memoryMiB: 1769, timeoutSeconds: 29 },
  upsertPayrollInputs: { memoryMiB: 1769, timeoutSeconds: 29 },
  /** A file of payments is up to 24 MB, read whole. */
  changePayment: { memoryMiB: 1769, timeoutSeconds: 29 },
  /** Gross to net of about 100 employees: bound by the processor; retried by the map. */
  calculateSegment: { memoryMiB: 1769, timeoutSeconds: 40 },
  /** A hundred conditional writes, which it waits for more than it works. */
  postSegment: { memoryMiB: 1024, timeoutSeconds: 40 },
  /** These walk a whole run; the workflow waits as long for them. */
  preparePayrollRun: { memoryMiB: 1769, timeoutSeconds: 900 },
  reconcilePayrollRun: { memoryMiB: 1769, timeoutSeconds: 120 },
  finishPayrollRun: { memoryMiB: 1769, timeoutSeconds: 120 },
  payPayrollRun: { memoryMiB: 1769, timeoutSeconds: 900 },
  /** Hands on one file of up to 25 MB; a message that failed is tried again after six times as long. */
  submitPayments: { memoryMiB: 1769, timeoutSeconds: 120 },
  /** A thousand PDFs, or the whole file from its pieces: it is read and written once. */
  runExport: { memoryMiB: 1769, timeoutSeconds: 900 },
  /** Two thousand rows, or the whole file once: bound by the processor. */
  runImport: { memoryMiB: 1769, timeoutSeconds: 900 },
  /** One PDF, which the processor sets. */
  renderPayslipDocument: { memoryMiB: 1769, timeoutSeconds: 29 },
  /** Looks at every open run of every company, one after the other. */
  continueStalledRuns: { memoryMiB: 512, timeoutSeconds: 900 },
  /** Cognito waits 5 seconds for a trigger, AppSync 10 seconds for an authorizer. */
  addTokenClaims: { memoryMiB: 256, timeoutSeconds: 5 },
  authorizePartner: { memoryMiB: 512, timeoutSeconds: 10 },
};

/** The size of a worker: its own, or that of a worker behind a field. */
export function workerSize(name: string): WorkerSize {
  return SIZES[name] ?? ANSWERS_A_FIELD;
}
