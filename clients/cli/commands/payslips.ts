import {
  ExplainPayslipDocument,
  PayslipDocument,
  PayslipOfEmployeeDocument,
  type PayslipPartsFragment,
  VerifyPayslipDocument,
} from '../../generated/operations/graphql.ts';
import type { PayrollClient } from '../../sdk/PayrollClient.ts';
import { CliError, EXIT } from '../CliError.ts';
import type { Command } from '../Command.ts';
import { explanationText } from '../payslips/explanationText.ts';
import { payslipText } from '../payslips/payslipText.ts';
import { print } from '../print.ts';

const SYNOPSIS = 'PAYSLIP | RUN EMPLOYEE';

export const payslipsShow: Command = {
  name: 'payslips show',
  synopsis: SYNOPSIS,
  summary: 'Show a payslip, named by its id or by its run and employee.',
  async run({ words, session: { client }, json }) {
    const payslip = await readPayslip(client, words);
    print(json, payslip, () => payslipText(payslip));
    return EXIT.ok;
  },
};

export const payslipsExplain: Command = {
  name: 'payslips explain',
  synopsis: SYNOPSIS,
  summary: 'Show how every line of a payslip came about: rule, source, and each step to the cent.',
  async run({ words, session: { client }, json }) {
    const payslipId = await payslipIdOf(client, words);
    const { explainPayslip } = await client.execute(ExplainPayslipDocument, { payslipId });
    if (!explainPayslip) throw notFound(words);
    print(json, explainPayslip, () => explanationText(explainPayslip));
    return EXIT.ok;
  },
};

export const payslipsVerify: Command = {
  name: 'payslips verify',
  synopsis: SYNOPSIS,
  summary: 'Calculate a payslip again from its frozen inputs and compare every byte; exit code 1 when it differs.',
  async run({ words, session: { client }, json }) {
    const payslipId = await payslipIdOf(client, words);
    const { verifyPayslip } = await client.execute(VerifyPayslipDocument, { payslipId });
    if (!verifyPayslip) throw notFound(words);
    const { matches, hash, firstDifference } = verifyPayslip;
    print(json, { payslipId, ...verifyPayslip }, () =>
      matches ? `${payslipId} matches its frozen inputs; SHA-256 ${hash}` : `${payslipId} differs: ${firstDifference}`,
    );
    return matches ? EXIT.ok : EXIT.incomplete;
  },
};

async function readPayslip(client: PayrollClient, words: string[]): Promise<PayslipPartsFragment> {
  const [first, employeeId] = words;
  if (!first || words.length > 2 || (!employeeId && !first.startsWith('slip_')))
    throw new CliError(
      EXIT.usage,
      'MISSING_ARGUMENT',
      'Name the payslip (slip_…), or the run (run_…) and the employee (emp_…).',
    );
  const payslip = employeeId
    ? (await client.execute(PayslipOfEmployeeDocument, { runId: first, employeeId })).payslipOfEmployee
    : (await client.execute(PayslipDocument, { payslipId: first })).payslip;
  if (!payslip) throw notFound(words);
  return payslip;
}

async function payslipIdOf(client: PayrollClient, words: string[]): Promise<string> {
  const [only] = words;
  return words.length === 1 && only?.startsWith('slip_') ? only : (await readPayslip(client, words)).payslipId;
}

const notFound = (words: string[]) =>
  new CliError(
    EXIT.refused,
    'PAYSLIP_NOT_FOUND',
    `There is no payslip ${words.join(' ')} in this company; "runs show" names the employees of a run that have none.`,
  );
