import { PayrollRunDocument } from '../generated/operations/graphql.ts';
import type { PayrollClient } from '../sdk/PayrollClient.ts';
import { watchRun } from '../sdk/watchRun.ts';
import { EXIT } from './CliError.ts';
import { print } from './print.ts';
import { ProgressBar } from './ProgressBar.ts';
import { runText } from './runText.ts';

/** Shows a run's progress until it rests. Ctrl-C stops the watching, never the run. */
export async function watchAndPrint(client: PayrollClient, runId: string, json: boolean): Promise<number> {
  const bar = new ProgressBar('calculated');
  const view = await watchRun(client, runId, {
    onChange: ({ status, doneCount, employeeCount, failedCount, sequence }) => {
      if (json) console.log(JSON.stringify({ runId, status, sequence, employeeCount, doneCount, failedCount }));
      else bar.update(doneCount, employeeCount, `${failedCount} failed · ${status ?? ''}`);
    },
  });
  if (!json) bar.end();
  const { payrollRun } = await client.execute(PayrollRunDocument, { runId });
  print(json, payrollRun, () => (payrollRun ? runText(payrollRun) : ''));
  return view.status === 'FAILED' ? EXIT.incomplete : EXIT.ok;
}
