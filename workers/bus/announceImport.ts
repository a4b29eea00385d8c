import type { ImportRecord } from '../../table/importJob.ts';
import { publish } from './publish.ts';

/** Which step of an import is to be done. */
export interface ImportStep {
  companyId: string;
  importId: string;
  step: number;
}

/** Asks `runImport` for a step: by the bus, which keeps it through retries. */
export const announceImportStep = ({ companyId, importId, step }: ImportStep): Promise<void> =>
  publish('ImportStepRequested', { companyId, importId, step });

/** Notifies subscribers how far an import is. Ids and counts alone. */
export const announceImport = (record: ImportRecord): Promise<void> => {
  const { companyId, importId, status, doneCount, totalCount = null } = record;
  const { createdCount, updatedCount, removedCount = 0, unchangedCount, refusedCount } = record;
  return publish('ImportProgressed', {
    import: {
      ...{ companyId, importId, status, doneCount, totalCount },
      ...{ createdCount, updatedCount, removedCount, unchangedCount, refusedCount },
    },
  });
};
