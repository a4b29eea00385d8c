import { foldedId } from '../payroll/foldedId.ts';
import { atOnce } from './atOnce.ts';
import { getAll } from './batch.ts';
import type { EmployeeRecord } from './employee.ts';
import { insertAll } from './insertAll.ts';
import { externalIdKey, type ItemKey } from './keys.ts';
import { NEW, putUnless } from './putUnless.ts';

/** An external id, and the employee id that it was given to. */
interface Owner {
  externalId: string;
  employeeId: string;
}

/**
 * What is kept under the folding of an external id: the first who had one of that folding, and with it everything that is
 * needed to notice the second. A second item for each employee would cost a write unit each.
 */
interface ExternalIdItem extends Owner, ItemKey {
  /** Those with a similar external id who were confirmed to be other people. */
  furtherOwners?: Owner[];
}

export interface ExternalIdOwners {
  /** By external id; those that are not known are absent. */
  employeeIds: Map<string, string>;
  /** The external ids that differ from one in writing alone. */
  similarTo: (externalId: string) => string[];
}

/** A folding may be eighteen times as long as its id, and a key no longer than 2,048 bytes: the rest makes no difference. */
const LONGEST_FOLDING = 200;

const foldingKey = (companyId: string, externalId: string): ItemKey =>
  externalIdKey(companyId, [...foldedId(externalId)].slice(0, LONGEST_FOLDING).join(''));

const ownersOf = (item: ExternalIdItem): Owner[] => [item, ...(item.furtherOwners ?? [])];

/** Who has external ids, and who has one that differs in writing alone. */
export async function findExternalIds(companyId: string, externalIds: string[]): Promise<ExternalIdOwners> {
  const keys = new Map(externalIds.map((externalId) => [externalId, foldingKey(companyId, externalId).pk]));
  const wanted = new Map(
    externalIds.map((externalId) => foldingKey(companyId, externalId)).map((key) => [key.pk, key]),
  );
  const items = await getAll<ExternalIdItem>([...wanted.values()]);
  const owners = new Map(items.map((item) => [item.pk, ownersOf(item)]));
  const employeeIds = new Map(
    [...owners.values()]
      .flat()
      .flatMap(({ externalId, employeeId }) => (keys.has(externalId) ? [[externalId, employeeId] as const] : [])),
  );
  // Records of before external ids were folded are under the id as it is written.
  const unfolded = [...keys].flatMap(([externalId, folded]) => {
    const key = externalIdKey(companyId, externalId);
    return employeeIds.has(externalId) || key.pk === folded ? [] : [key];
  });
  for (const { externalId, employeeId } of await getAll<Owner>(unfolded)) employeeIds.set(externalId, employeeId);
  const similarTo = (externalId: string) =>
    (owners.get(keys.get(externalId) ?? '') ?? []).map((owner) => owner.externalId).filter((id) => id !== externalId);
  return { employeeIds, similarTo };
}

/** The employee ids that belong to external ids; external ids that are not known are absent. */
export const employeeIdsOf = async (companyId: string, externalIds: string[]): Promise<Map<string, string>> =>
  (await findExternalIds(companyId, externalIds)).employeeIds;

/**
 * Gives an external id to an employee id, unless it or one that differs in writing alone belongs to another already. Written
 * before the employee: what a crash in between leaves cannot be resolved, and is completed by the next row with that external id.
 * @param distinctFrom similar external ids that are known to be other people's
 * @returns the employee id that the external id belongs to; absent when it could not be given
 */
export async function claimExternalId(
  { companyId, externalId, employeeId }: Pick<EmployeeRecord, 'companyId' | 'externalId' | 'employeeId'>,
  distinctFrom: readonly string[],
): Promise<string | undefined> {
  const key = foldingKey(companyId, externalId);
  const failed = await putUnless({ Item: { externalId, employeeId, ...key }, ...NEW });
  if (!failed) return employeeId;
  return claimBeside(key, { externalId, employeeId }, distinctFrom);
}

/**
 * Gives many external ids at once, no two of which differ in writing alone.
 * @returns in their order, whether each belongs to its employee now
 */
export async function claimExternalIds(claims: readonly Claim[]): Promise<boolean[]> {
  const isFree = await insertAll(
    claims.map(({ companyId, externalId, employeeId }) => ({
      externalId,
      employeeId,
      ...foldingKey(companyId, externalId),
    })),
  );
  const taken = claims.filter((_claim, index) => !isFree[index]);
  const owners = await atOnce(CLAIMS_AT_ONCE, taken, ({ companyId, externalId, employeeId, distinctFrom }) =>
    claimBeside(foldingKey(companyId, externalId), { externalId, employeeId }, distinctFrom),
  );
  const ownerOf = new Map(taken.map((claim, index) => [claim, owners[index]]));
  return claims.map((claim, index) => isFree[index] === true || ownerOf.get(claim) === claim.employeeId);
}

/** An external id that an employee is to have. */
export interface Claim extends Owner {
  companyId: string;
  /** Similar external ids that are known to be other people's. */
  distinctFrom: readonly string[];
}

const CLAIMS_AT_ONCE = 24;

/** Gives an external id beside those of the same folding that are given already. */
async function claimBeside(
  key: ItemKey,
  { externalId, employeeId }: Owner,
  distinctFrom: readonly string[],
): Promise<string | undefined> {
  const [item] = await getAll<ExternalIdItem>([key]);
  if (!item) return undefined;
  const owners = ownersOf(item);
  const own = owners.find((owner) => owner.externalId === externalId);
  if (own) return own.employeeId;
  if (owners.some((owner) => !distinctFrom.includes(owner.externalId))) return undefined;
  const { furtherOwners = [] } = item;
  const lost = await putUnless({
    Item: { ...item, furtherOwners: [...furtherOwners, { externalId, employeeId }] },
    // Owners are only ever added: as many as were read are those that were read.
    ...(furtherOwners.length === 0
      ? { ConditionExpression: 'attribute_not_exists(furtherOwners)' }
      : {
          ConditionExpression: 'size(furtherOwners) = :seen',
          ExpressionAttributeValues: { ':seen': furtherOwners.length },
        }),
  });
  return lost ? undefined : employeeId;
}
