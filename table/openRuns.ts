import { createHash } from 'node:crypto';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';

/** Ten thousand runs that start in one minute are 21 writes a second to each part: far below what one partition takes. */
const PARTS = 8;

/** The part of the index of open runs that lists a run. */
export const openRunsPartition = (runId: string): string =>
  partition((createHash('sha256').update(runId).digest()[0] ?? 0) % PARTS);

const partition = (part: number) => `OPEN#${part}`;

/** Every run that a workflow is to move, of all companies, from an index: one that ended a moment ago may be among them. */
export async function* openRuns(): AsyncGenerator<{ companyId: string; runId: string }> {
  for (let part = 0; part < PARTS; part++) {
    const pages = paginateQuery(
      { client: documentClient },
      {
        TableName: tableName(),
        IndexName: 'openRuns',
        KeyConditionExpression: 'openRuns = :part',
        ExpressionAttributeValues: { ':part': partition(part) },
      },
    );
    for await (const { Items } of pages) for (const { pk } of Items ?? []) yield referenceOf(String(pk));
  }
}

/** Whose run it is: the reverse of `runPartition`. */
function referenceOf(pk: string): { companyId: string; runId: string } {
  const [, companyId, runId] = /^COMPANY#(.*)#RUN#(.*)$/.exec(pk) ?? [];
  if (companyId === undefined || runId === undefined) throw new Error(`${pk} is not the partition of a run`);
  return { companyId, runId };
}
