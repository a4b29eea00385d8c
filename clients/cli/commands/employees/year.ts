import { YearToDateDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import { employeeNotFound } from '../../employeeNotFound.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<{ employee: string; year: number }>): Promise<number> {
  const { employee: employeeId, year } = invocation.given;
  const { yearToDate } = await invocation.read(YearToDateDocument, { employeeId, year });
  if (!yearToDate) throw employeeNotFound(employeeId);
  const { grossPay, netPay, amounts, postedRunCount } = yearToDate;
  invocation.print(yearToDate, () =>
    [
      `${employeeId} in ${year}: gross ${grossPay.amount}, net ${netPay.amount} USD, from ${postedRunCount} posted runs`,
      columns(
        ['CODE', 'AMOUNT', 'TAXABLE WAGES'],
        amounts.map(({ code, amount, taxableWages }) => [code, amount.amount, taxableWages?.amount]),
      ),
    ].join('\n'),
  );
  return EXIT.ok;
}
