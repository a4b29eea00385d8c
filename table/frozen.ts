/**
 * Reading records at the versions that a run froze. Most are current and sit side by side in their bucket; the few that
 * were edited since are found among the kept versions.
 */
import { getAll } from './batch.ts';
import { bucketOfEmployee, employeePartition, type ItemKey } from './keys.ts';
import { queryAll } from './queryAll.ts';

/** An employee and the version of the record that was frozen; in the order of employee ids. */
export interface FrozenVersion {
  employeeId: string;
  version: number;
}

interface Versioned {
  employeeId: string;
  version: number;
}

/**
 * The records of a list of employees at exactly the versions asked for, by employee.
 * @param prefix what the sort keys of the records begin with, before the employee id
 * @param pastKeyOf where the record's version was kept when it was replaced
 */
export async function readFrozen<Record extends Versioned>(
  companyId: string,
  wanted: readonly FrozenVersion[],
  prefix: string,
  pastKeyOf: (entry: FrozenVersion) => ItemKey,
): Promise<Map<string, Record>> {
  const found = new Map<string, Record>();
  const byBucket = Map.groupBy(wanted, ({ employeeId }) => bucketOfEmployee(employeeId));
  await Promise.all(
    [...byBucket].map(async ([bucket, members]) => {
      const records = await queryAll<Record>({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': employeePartition(companyId, bucket),
          ':first': `${prefix}${members[0]?.employeeId}`,
          ':last': `${prefix}${members.at(-1)?.employeeId}`,
        },
      });
      for (const record of records) found.set(record.employeeId, record);
    }),
  );
  const edited = wanted.filter(({ employeeId, version }) => found.get(employeeId)?.version !== version);
  for (const record of await getAll<Record>(edited.map(pastKeyOf))) found.set(record.employeeId, record);
  for (const { employeeId, version } of edited)
    if (found.get(employeeId)?.version !== version)
      // An eventually consistent read may miss what was written moments ago: the worker is run again.
      throw new Error(`${prefix}${employeeId} is not there at version ${version} (yet)`);
  return found;
}
