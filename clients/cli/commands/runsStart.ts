import { randomUUID } from 'node:crypto';
import { StartPayrollRunDocument } from '../../generated/operations/graphql.ts';
import { CliError, EXIT, refuseUserErrors } from '../CliError.ts';
import type { Command } from '../Command.ts';
import { print } from '../print.ts';
import { watchAndPrint } from '../watchAndPrint.ts';

export const runsStart: Command = {
  name: 'runs start',
  synopsis: '--group ID --period YYYY-MM-DD [--sequence N] [--key KEY] [--watch]',
  summary: 'Start the payroll run of a pay group for the period that begins on the given day.',
  options: {
    group: { type: 'string' },
    period: { type: 'string' },
    sequence: { type: 'string' },
    key: { type: 'string' },
    watch: { type: 'boolean' },
  },
  async run({ options, session: { client }, json }) {
    const { group, period, sequence, key, watch } = options;
    if (typeof group !== 'string' || typeof period !== 'string')
      throw new CliError(
        EXIT.usage,
        'MISSING_OPTION',
        'Name the pay group and the period: --group ID --period YYYY-MM-DD.',
      );
    const { startPayrollRun } = await client.execute(StartPayrollRunDocument, {
      input: {
        idempotencyKey: typeof key === 'string' ? key : randomUUID(),
        payGroupId: group,
        periodStartDate: period,
        ...(typeof sequence === 'string' ? { sequence: Number(sequence) } : {}),
      },
    });
    refuseUserErrors(startPayrollRun?.userErrors);
    const run = startPayrollRun?.run;
    if (!run) throw new Error('the service answered without a run');
    print(
      json,
      startPayrollRun,
      () => `${run.runId} ${startPayrollRun.replayed ? 'was started before' : 'is started'}`,
    );
    return watch ? watchAndPrint(client, run.runId, json) : EXIT.ok;
  },
};
