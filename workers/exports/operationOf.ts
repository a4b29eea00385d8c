import type { Operation } from '../../clients/generated/schema.ts';
import type { OperationRecord } from '../../table/operation.ts';
import type { Download } from './presignDownload.ts';

/** An export as the API shows it, with the address of its file where there is one. */
export function operationOf(operation: OperationRecord, download: Download | undefined): Operation {
  const { operationId, runId, report, format, status, doneCount, totalCount, requestedAt } = operation;
  return {
    ...{ operationId, runId, report, format, status, doneCount, totalCount, requestedAt },
    reason: operation.reason ?? null,
    finishedAt: operation.finishedAt ?? null,
    url: download?.url ?? null,
    urlExpiresAt: download?.expiresAt ?? null,
  };
}
