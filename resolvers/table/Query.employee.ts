import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { Employee, QueryEmployeeArgs } from '../../clients/generated/schema.ts';
import type { EmployeeRecord } from '../../table/employee.ts';
import { employeeKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { employeeAnswerOf } from '../employee.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryEmployeeArgs>): DynamoDBGetItemRequest {
  return get({ key: employeeKey(companyOf(ctx), ctx.args.employeeId) });
}

export function response(ctx: Context<QueryEmployeeArgs>): Employee | null {
  const employee = resultOf(ctx) as EmployeeRecord | null;
  return employee ? employeeAnswerOf(employee) : null;
}
