import type { Import } from '../../clients/generated/schema.ts';
import type { ImportRecord } from '../../table/importJob.ts';
import type { Download } from '../exports/presignDownload.ts';

/** An import as the API shows it, with the address of its results where they are there. */
export function importOf(record: ImportRecord, results?: Download): Import {
  const { importId, kind, status, doneCount, totalCount, requestedAt } = record;
  const { createdCount, updatedCount, removedCount = 0, unchangedCount, refusedCount, place } = record;
  return {
    ...{ importId, kind, status, doneCount, requestedAt },
    ...{ createdCount, updatedCount, removedCount, unchangedCount, refusedCount },
    payGroupId: place?.payGroupId ?? null,
    periodStartDate: place?.periodStartDate ?? null,
    source: place?.source ?? null,
    totalCount: totalCount ?? null,
    reason: record.reason ?? null,
    finishedAt: record.finishedAt ?? null,
    resultsUrl: results?.url ?? null,
    resultsUrlExpiresAt: results?.expiresAt ?? null,
  };
}
