import { ExcludePayrollRunItemsDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';

export async function run(
  invocation: Invocation<{ run: string; employees: readonly string[]; reason: string; watch: boolean }>,
): Promise<number> {
  const { run: runId, employees, reason, watch } = invocation.given;
  const payload = await invocation.change(ExcludePayrollRunItemsDocument, {
    runId,
    employeeIds: [...employees],
    reason,
  });
  return printChanged(invocation, payload, `continues without ${employees.join(', ')}`, watch);
}
