import { randomUUID } from 'node:crypto';
import {
  ApprovePayrollRunDocument,
  CancelPayrollRunDocument,
  FailedPayrollRunItemsDocument,
  PayrollRunDocument,
  PayrollRunsDocument,
  RejectPayrollRunDocument,
  type RunPartsFragment,
} from '../../generated/operations/graphql.ts';
import type { PayrollClient } from '../../sdk/PayrollClient.ts';
import { CliError, EXIT, refuseUserErrors } from '../CliError.ts';
import type { Command } from '../Command.ts';
import { columns, print } from '../print.ts';
import { runText } from '../runText.ts';
import { watchAndPrint } from '../watchAndPrint.ts';

export const runsList: Command = {
  name: 'runs list',
  synopsis: '[--first N]',
  summary: 'List the latest runs.',
  options: { first: { type: 'string' } },
  async run({ options, session: { client }, json }) {
    const first = typeof options['first'] === 'string' ? Number(options['first']) : 20;
    const { payrollRuns } = await client.execute(PayrollRunsDocument, { first });
    const nodes = payrollRuns?.nodes ?? [];
    print(json, payrollRuns, () =>
      columns(
        ['RUN', 'GROUP', 'PERIOD', 'PAID', 'STATUS', 'EMPLOYEES', 'FAILED', 'NET'],
        nodes.map((run) => [
          run.runId,
          run.payGroupId,
          run.period.startDate,
          run.period.payDate,
          run.status,
          run.employeeCount,
          run.failedCount,
          run.controlTotals?.netPay.amount,
        ]),
      ),
    );
    return EXIT.ok;
  },
};

export const runsShow: Command = {
  name: 'runs show',
  synopsis: 'RUN',
  summary: 'Show one run with its control totals and its failed employees.',
  async run({ words, session: { client }, json }) {
    const run = await readRun(client, words[0]);
    const { failedPayrollRunItems } = await client.execute(FailedPayrollRunItemsDocument, {
      runId: run.runId,
      first: 100,
    });
    const failed = failedPayrollRunItems?.nodes ?? [];
    print(json, { ...run, failed }, () =>
      [
        runText(run),
        ...failed.map(
          ({ employeeId, employeeName, error }) => `  ${employeeId} ${employeeName}: ${error?.code} ${error?.message}`,
        ),
      ].join('\n'),
    );
    return EXIT.ok;
  },
};

export const runsWatch: Command = {
  name: 'runs watch',
  synopsis: 'RUN',
  summary: 'Follow a run until it rests. Ctrl-C stops the watching, never the run.',
  run: ({ words, session: { client }, json }) => watchAndPrint(client, runIdOf(words[0]), json),
};

export const runsApprove: Command = {
  name: 'runs approve',
  synopsis: 'RUN [--hash HASH] --yes',
  summary: 'Approve the calculation whose totals are shown; without --yes they are only shown.',
  group: 'PayrollApprover',
  options: { hash: { type: 'string' }, yes: { type: 'boolean' } },
  async run({ words, options, session: { client }, json }) {
    const run = await readRun(client, words[0]);
    if (!options['yes']) {
      print(json, run, () => `${runText(run)}\nTo approve exactly this, add: --hash ${run.calculationHash} --yes`);
      return EXIT.incomplete;
    }
    const calculationHash = typeof options['hash'] === 'string' ? options['hash'] : (run.calculationHash ?? '');
    const { approvePayrollRun } = await client.execute(ApprovePayrollRunDocument, {
      input: { idempotencyKey: randomUUID(), runId: run.runId, calculationHash },
    });
    refuseUserErrors(approvePayrollRun?.userErrors);
    print(json, approvePayrollRun?.run, () => `${run.runId} is approved`);
    return EXIT.ok;
  },
};

export const runsReject: Command = {
  name: 'runs reject',
  synopsis: 'RUN --reason TEXT',
  summary: 'Reject a run that waits for approval.',
  group: 'PayrollApprover',
  options: { reason: { type: 'string' } },
  async run({ words, options, session: { client }, json }) {
    const input = { idempotencyKey: randomUUID(), runId: runIdOf(words[0]), reason: reasonOf(options['reason']) };
    const { rejectPayrollRun } = await client.execute(RejectPayrollRunDocument, { input });
    refuseUserErrors(rejectPayrollRun?.userErrors);
    print(json, rejectPayrollRun?.run, () => `${input.runId} is rejected`);
    return EXIT.ok;
  },
};

export const runsCancel: Command = {
  name: 'runs cancel',
  synopsis: 'RUN --reason TEXT',
  summary: 'Cancel a run that is not decided yet.',
  options: { reason: { type: 'string' } },
  async run({ words, options, session: { client }, json }) {
    const input = { idempotencyKey: randomUUID(), runId: runIdOf(words[0]), reason: reasonOf(options['reason']) };
    const { cancelPayrollRun } = await client.execute(CancelPayrollRunDocument, { input });
    refuseUserErrors(cancelPayrollRun?.userErrors);
    print(json, cancelPayrollRun?.run, () => `${input.runId} is cancelled`);
    return EXIT.ok;
  },
};

async function readRun(client: PayrollClient, word: string | undefined): Promise<RunPartsFragment> {
  const runId = runIdOf(word);
  const { payrollRun } = await client.execute(PayrollRunDocument, { runId });
  if (payrollRun) return payrollRun;
  throw new CliError(EXIT.refused, 'RUN_NOT_FOUND', `Run "${runId}" does not exist in this company; see "runs list".`);
}

function runIdOf(word: string | undefined): string {
  if (word) return word;
  throw new CliError(EXIT.usage, 'MISSING_ARGUMENT', 'Name the run, as "runs list" shows it.');
}

function reasonOf(reason: string | boolean | undefined): string {
  if (typeof reason === 'string' && reason.trim() !== '') return reason;
  throw new CliError(EXIT.usage, 'MISSING_OPTION', 'Say why: --reason "…".');
}
