import { RetryPayrollRunItemsDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';

export async function run(
  invocation: Invocation<{ run: string; employees: readonly string[]; watch: boolean }>,
): Promise<number> {
  const { run: runId, employees, watch } = invocation.given;
  const some = employees.length > 0 ? { employeeIds: [...employees] } : {};
  const payload = await invocation.change(RetryPayrollRunItemsDocument, { runId, ...some });
  return printChanged(invocation, payload, 'calculates them again', watch);
}
