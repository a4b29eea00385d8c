import type { ExecutionRow } from './Store.ts';

/** The event that Step Functions puts on the default bus; instants are epoch milliseconds, unlike in the API. */
export interface ExecutionStatusChange {
  readonly source: 'aws.states';
  readonly 'detail-type': 'Step Functions Execution Status Change';
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** EventBridge's limit when this event was designed: input or output that would not fit are left out. */
const MAX_DETAIL_BYTES = 248_000;

export function executionStatusChange(row: Omit<ExecutionRow, 'id'>): ExecutionStatusChange {
  const inputFits = row.input.length <= MAX_DETAIL_BYTES;
  const outputFits = inputFits
    ? row.input.length + (row.output?.length ?? 0) <= MAX_DETAIL_BYTES
    : (row.output?.length ?? 0) <= MAX_DETAIL_BYTES;
  return {
    source: 'aws.states',
    'detail-type': 'Step Functions Execution Status Change',
    resources: [row.arn],
    detail: {
      executionArn: row.arn,
      stateMachineArn: row.machine_arn,
      name: row.name,
      status: row.status,
      startDate: row.started_ms,
      stopDate: row.stopped_ms,
      input: inputFits ? row.input : null,
      inputDetails: { included: inputFits },
      output: outputFits ? row.output : null,
      outputDetails: row.output === null ? null : { included: outputFits },
      error: row.error,
      cause: row.cause,
      redriveCount: row.redrive_count,
      redriveDate: row.redriven_ms,
    },
  };
}
