import type { EmployeeRecord } from './employee.ts';
import { getAll } from './batch.ts';
import { externalIdKey } from './keys.ts';
import { NEW, putUnless } from './putUnless.ts';

/** The employee ids that belong to external ids; external ids that are not known are absent. */
export async function employeeIdsOf(companyId: string, externalIds: string[]): Promise<Map<string, string>> {
  const found = await getAll<{ externalId: string; employeeId: string }>(
    [...new Set(externalIds)].map((externalId) => externalIdKey(companyId, externalId)),
  );
  return new Map(found.map(({ externalId, employeeId }) => [externalId, employeeId]));
}

/**
 * Gives an external id to an employee id, unless it belongs to another already. Written before the employee: what a death in
 * between leaves leads nowhere, and is completed by whoever takes the external id on next.
 * @returns the employee id that the external id belongs to
 */
export async function claimExternalId({
  companyId,
  externalId,
  employeeId,
}: Pick<EmployeeRecord, 'companyId' | 'externalId' | 'employeeId'>): Promise<string> {
  const owner = await putUnless({
    Item: { externalId, employeeId, ...externalIdKey(companyId, externalId) },
    ...NEW,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  return owner === undefined ? employeeId : (owner.Item?.['employeeId']?.S ?? '');
}
