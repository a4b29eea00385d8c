import { ApprovePayrollRunDocument } from '../../../generated/operations/graphql.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';
import { readRun } from '../../readRun.ts';
import { runText } from '../../runText.ts';

export async function run(
  invocation: Invocation<{ run: string; hash: string | undefined; watch: boolean }>,
): Promise<number> {
  const { run: runId, hash, watch } = invocation.given;
  if (hash && invocation.isDryRun) await invocation.change(ApprovePayrollRunDocument, { runId, calculationHash: hash });
  const shown = await readRun(invocation, runId);
  const { calculationHash, controlTotals } = shown;
  if (!calculationHash || !controlTotals)
    throw new CliError(EXIT.refused, 'INVALID_STATE', `${runId} is ${shown.status}: it has no totals to approve yet.`);
  if (hash && hash !== calculationHash)
    throw new CliError(
      EXIT.refused,
      'STALE_CALCULATION',
      `${runId} was calculated again: look at it, and approve ${calculationHash}.`,
    );
  if (!invocation.json) invocation.print(shown, () => runText(shown));
  const net = controlTotals.netPay.amount;
  await invocation.confirm(`Approving ${runId} pays net ${net} USD by calculation ${calculationHash}`, net, shown);
  const payload = await invocation.change(ApprovePayrollRunDocument, { runId, calculationHash });
  return printChanged(invocation, payload, 'has your approval', watch);
}
