import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { EmployeeConnection, QueryEmployeesArgs } from '../../clients/generated/schema.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { EMPLOYEE_PREFIX, EMPLOYEES_PER_BUCKET, employeePartition, padded } from '../../table/keys.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { cursorOf, nextPositionOf, pageSizeOf, positionOf } from '../cursor.ts';
import { employeeAnswerOf } from '../employee.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryEmployeesArgs>): DynamoDBQueryRequest {
  const { partition, afterId } = positionOf(ctx.args.after);
  return query({
    query: {
      pk: { eq: employeePartition(companyOf(ctx), padded(partition)) },
      // `#` sorts after the id itself and before every other id.
      sk: { between: [`${EMPLOYEE_PREFIX}${afterId}#`, `${EMPLOYEE_PREFIX}~`] },
    },
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryEmployeesArgs, object, { result: number }>): EmployeeConnection {
  const page = resultOf(ctx) as QueryPage<EmployeeRecord>;
  const last = page.items[page.items.length - 1];
  const next = nextPositionOf(
    positionOf(ctx.args.after),
    page.nextToken && last ? last.employeeId : null,
    Math.ceil(ctx.prev.result / EMPLOYEES_PER_BUCKET),
  );
  return {
    nodes: page.items.map((employee) => employeeAnswerOf(employee)),
    pageInfo: { hasNextPage: next !== null, endCursor: next ? cursorOf(next) : null },
  };
}
