import { VoidPayrollRunDocument } from '../../../generated/operations/graphql.ts';
import { followRun } from '../../followRun.ts';
import type { Invocation } from '../../Invocation.ts';
import { EXIT } from '../../exitCodes.ts';
import { readRun } from '../../readRun.ts';
import { runText } from '../../runText.ts';

interface Given {
  run: string;
  employees: readonly string[];
  reason: string;
  watch: boolean;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { run: runId, employees, reason, watch } = invocation.given;
  if (!invocation.isDryRun) await confirmed(invocation);
  const some = employees.length > 0 ? { employeeIds: [...employees] } : {};
  const payload = await invocation.change(VoidPayrollRunDocument, { runId, reason, ...some });
  const { reversalRun } = payload;
  invocation.print(payload, () => `${runId} is reversed by ${reversalRun?.runId}`);
  return watch && reversalRun ? followRun(invocation, reversalRun.runId) : EXIT.ok;
}

async function confirmed(invocation: Invocation<Given>): Promise<void> {
  const { run: runId, employees } = invocation.given;
  const shown = await readRun(invocation, runId);
  if (!invocation.json) invocation.print(shown, () => runText(shown));
  const whom = employees.length > 0 ? `of ${employees.join(', ')}` : `of all ${shown.calculatedCount ?? ''} employees`;
  await invocation.confirm(`Voiding ${runId} reverses the pay ${whom}`, 'void', shown);
}
