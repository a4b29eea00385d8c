import { UpsertEmployeesDocument } from '../../generated/operations/graphql.ts';
import type { EmployeeInput } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';

/** Records one employee; answers the id. */
export async function saveEmployee(employee: EmployeeInput, idempotencyKey: string) {
  const input = { idempotencyKey, employees: [employee] };
  const { upsertEmployees } = await execute(UpsertEmployeesDocument, { input });
  const [result] = upsertEmployees?.results ?? [];
  const userErrors = [...(upsertEmployees?.userErrors ?? []), ...(result?.userErrors ?? [])];
  return { value: userErrors.length === 0 ? result?.employeeId : undefined, userErrors };
}
