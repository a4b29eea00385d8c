import type { Operation } from '../clients/generated/schema.ts';
import { getOperation } from '../table/operation.ts';
import { operationOf } from './exports/operationOf.ts';
import { presignDownload } from './exports/presignDownload.ts';

interface ReadOperationEvent {
  companyId: string;
  operationId: string;
}

/** Query.operation: an export and how far it is; its file gets an address at each call. */
export const handler = async ({ companyId, operationId }: ReadOperationEvent): Promise<Operation | null> => {
  const nowMs = Date.now();
  const operation = await getOperation(companyId, operationId);
  if (!operation) return null;
  const { fileKey } = operation;
  return operationOf(operation, fileKey === undefined ? undefined : await presignDownload(fileKey, nowMs));
};
