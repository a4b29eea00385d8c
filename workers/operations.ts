import type { Import, Operation } from '../clients/generated/schema.ts';
import { getImport } from '../table/importJob.ts';
import { getOperation } from '../table/operation.ts';
import { operationOf } from './exports/operationOf.ts';
import { presignDownload } from './exports/presignDownload.ts';
import { changeImport } from './imports/changeImport.ts';
import { importOf } from './imports/importOf.ts';

interface ReadOperationEvent {
  companyId: string;
  operationId: string;
  /** Of which kind the operation is. */
  field: 'operation' | 'import';
}

/**
 * What goes on after its mutation answered: Query.operation, Query.import, Mutation.createImport and Mutation.startImport. One
 * function for all of them, because a stack has 500 resources at the most.
 */
export const handler = (event: ReadOperationEvent | Parameters<typeof changeImport>[0]) =>
  'mutation' in event ? changeImport(event) : read(event);

/** How far it is; its file gets an address at each call. */
async function read({ companyId, operationId, field }: ReadOperationEvent): Promise<Operation | Import | null> {
  const nowMs = Date.now();
  const addressOf = (key: string | undefined) => (key === undefined ? undefined : presignDownload(key, nowMs));
  if (field === 'import') {
    const record = await getImport(companyId, operationId);
    return record ? importOf(record, await addressOf(record.resultsKey)) : null;
  }
  const operation = await getOperation(companyId, operationId);
  return operation ? operationOf(operation, await addressOf(operation.fileKey)) : null;
}
