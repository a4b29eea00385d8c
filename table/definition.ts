/** The one table, as `infra/` makes it and as every reader and writer of it finds it. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Set on items that may go by themselves (exports, counts of files); never on pay, nor on what a command did. */
  timeToLiveAttribute: 'expiresAtSeconds',
  indexes: [
    /** A company's runs, latest pay period last. Sparse: only runs carry `runsOfCompany`. */
    { name: 'runsByCompany', partitionKey: 'runsOfCompany', sortKey: 'runOrder', projection: 'ALL' },
    /** The failed employees of a run. Sparse: only failed items carry `failedInRun`, so a good payslip costs one write. */
    { name: 'failedItemsByRun', partitionKey: 'failedInRun', sortKey: 'sk', projection: 'ALL' },
    /** Returned payments of a run that were not paid again. Sparse: only items with one carry `returnedInRun`. */
    { name: 'returnedPaymentsByRun', partitionKey: 'returnedInRun', sortKey: 'sk', projection: 'ALL' },
    /**
     * Runs that a workflow is to move, of all companies. Sparse: only they carry `openRuns`. Keys alone, so that a run is
     * written to it once and taken out once, however often it moves.
     */
    { name: 'openRuns', partitionKey: 'openRuns', sortKey: 'pk', projection: 'KEYS_ONLY' },
  ],
} as const;
