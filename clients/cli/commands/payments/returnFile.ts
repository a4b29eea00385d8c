import { RecordBankReturnsDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { readFileBytes } from '../../readFileBytes.ts';

const HEADINGS = ['RECORD', 'CODE', 'TRACE NUMBER', 'INDIVIDUAL ID', 'NAME', 'AMOUNT', 'OUTCOME', 'WHAT TO DO'];

export async function run(invocation: Invocation<{ file: string }>): Promise<number> {
  const file = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileBytes(invocation.given.file));
  const payload = await invocation.change(RecordBankReturnsDocument, { file });
  const { returns, remainingCount } = payload;
  const more = remainingCount > 0 ? `\n${remainingCount} more are left: hand in the same file again.` : '';
  invocation.print(
    payload,
    () =>
      columns(
        HEADINGS,
        returns.map((each) => [
          each.recordNumber,
          each.code,
          each.traceNumber,
          each.individualId,
          each.individualName,
          each.amount.amount,
          each.outcome,
          each.message,
        ]),
      ) + more,
  );
  const isWell = returns.every(({ outcome }) => outcome === 'RECORDED' || outcome === 'ALREADY_RECORDED');
  return isWell && remainingCount === 0 ? EXIT.ok : EXIT.incomplete;
}
