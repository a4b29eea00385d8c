import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import type { RunRecord } from './payrollRun.ts';

const RUNS_AT_ONCE = 200;

/**
 * The runs of a company, the latest pay period first, from an index: one that moved a moment ago may be seen as it was.
 * @param beforeRunId only those that come after it in this order
 */
export async function* runsOfCompany(companyId: string, beforeRunId: string | undefined): AsyncGenerator<RunRecord> {
  const pages = paginateQuery(
    { client: documentClient, pageSize: RUNS_AT_ONCE },
    {
      TableName: tableName(),
      IndexName: 'runsByCompany',
      KeyConditionExpression: `runsOfCompany = :company${beforeRunId === undefined ? '' : ' AND runOrder < :run'}`,
      ExpressionAttributeValues: {
        ':company': companyId,
        ...(beforeRunId === undefined ? {} : { ':run': beforeRunId }),
      },
      ScanIndexForward: false,
    },
  );
  for await (const { Items } of pages) yield* (Items ?? []) as RunRecord[];
}
