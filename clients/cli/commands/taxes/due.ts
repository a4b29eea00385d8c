import { TaxYearDocument } from '../../../generated/operations/graphql.ts';
import { CliError } from '../../CliError.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

const HEADINGS = ['DUE', 'LIABILITY', 'TO', 'PAID FROM', 'TO', 'RULE', 'AMOUNT', 'DEPOSITED', 'BALANCE', ''];

export async function run(invocation: Invocation<{ year: number }>): Promise<number> {
  const { taxYear } = await invocation.read(TaxYearDocument, { year: invocation.given.year });
  if (!taxYear) throw new CliError(EXIT.refused, 'NOT_FOUND', 'There is no such year in this company.');
  const { liabilities, missing, corrections } = taxYear;
  invocation.print(taxYear, () =>
    [
      liabilities.length === 0
        ? 'Nothing is owed for this year.'
        : columns(
            HEADINGS,
            liabilities.map((each) => [
              each.dueDate ?? 'see notice',
              each.liabilityId,
              each.name,
              each.periodStartDate,
              each.periodEndDate,
              each.rule,
              each.amount.amount,
              each.deposited.amount,
              each.balance.amount,
              each.isOverdue ? 'OVERDUE' : '',
            ]),
          ),
      ...corrections.map(
        ({ name, payDate, amount, runId }) =>
          `To correct on a return of its quarter: ${name}, pay of ${payDate}, ${amount.amount} (${runId})`,
      ),
      ...missing.map((text) => `Missing: ${text}`),
    ].join('\n'),
  );
  return EXIT.ok;
}
