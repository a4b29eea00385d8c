import { CashRequirementDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { runNotFound } from '../../readRun.ts';

export async function run(invocation: Invocation<{ run: string }>): Promise<number> {
  const runId = invocation.given.run;
  const { cashRequirement } = await invocation.read(CashRequirementDocument, { runId });
  if (!cashRequirement) throw runNotFound(runId);
  const { fundingDate, fundingAccountId, directDeposits, checks, taxes, garnishments, deductions, total } =
    cashRequirement;
  invocation.print(cashRequirement, () =>
    [
      `${runId}: ${total.amount} USD by ${fundingDate}${fundingAccountId ? ` in ${fundingAccountId}` : ''}`,
      columns(
        ['ACCOUNT', 'FOR', 'AMOUNT'],
        [
          ['', 'Direct deposits', directDeposits.amount],
          ['', 'Checks', checks.amount],
          ...[...taxes, ...garnishments, ...deductions].map(({ account, name, amount }) => [
            account,
            name,
            amount.amount,
          ]),
          ['', 'TOTAL', total.amount],
        ],
      ),
    ].join('\n'),
  );
  return EXIT.ok;
}
