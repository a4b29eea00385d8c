import { FindPaymentsDocument } from '../../../generated/operations/graphql.ts';
import { defined } from '../../../sdk/defined.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

interface Given {
  trace: string | undefined;
  individual: string | undefined;
  amount: string | undefined;
  settles: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { trace, individual, amount, settles } = invocation.given;
  if (!trace && !individual && !amount && !settles)
    throw new CliError(EXIT.usage, 'NOTHING_TO_FIND', 'Give --trace, --individual, --amount or --settles.');
  const { findPayments } = await invocation.read(
    FindPaymentsDocument,
    defined({ traceNumber: trace, individualId: individual, amount, effectiveEntryDate: settles }),
  );
  return printList(invocation, findPayments, {
    headings: ['PAYMENT', 'NAME', 'AMOUNT', 'ACCOUNT', 'SETTLES', 'TRACE NUMBER', 'INDIVIDUAL ID', 'STATUS'],
    cells: (found) => [
      found.payment?.paymentId ?? 'a prenote',
      found.individualName,
      found.amount.amount,
      found.maskedAccountNumber,
      found.effectiveEntryDate,
      found.traceNumber,
      found.individualId,
      found.payment?.status,
    ],
    none: 'No payment file of the company has it.',
  });
}
