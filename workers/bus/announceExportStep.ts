import { publish } from './publish.ts';

/** Which segment of its run an export goes on with; behind the last one, the file is put together. */
export interface ExportStep {
  companyId: string;
  operationId: string;
  fromSegment: number;
}

/**
 * Asks `runExport` for the next step of an export. By the bus and not by a direct call: the bus keeps it through retries, and
 * Lambda takes a function that calls itself for a loop that ran away.
 */
export const announceExportStep = ({ companyId, operationId, fromSegment }: ExportStep): Promise<void> =>
  publish('ExportStepRequested', { companyId, operationId, fromSegment });
