import { FailedPayrollRunItemsDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { readRun } from '../../readRun.ts';
import { runText } from '../../runText.ts';
import { withResolution } from '../../../sdk/withResolution.ts';

const SHOWN = 100;

export async function run(invocation: Invocation<{ run: string }>): Promise<number> {
  const shown = await readRun(invocation, invocation.given.run);
  const { failedPayrollRunItems } = await invocation.read(FailedPayrollRunItemsDocument, {
    runId: shown.runId,
    first: SHOWN,
  });
  const failed = failedPayrollRunItems?.nodes ?? [];
  invocation.print({ ...shown, failed }, () =>
    [
      runText(shown),
      ...failed.map(
        ({ employeeId, employeeName, error }) =>
          `  ${employeeId} ${employeeName}: ${error ? `${error.code} ${withResolution(error)}` : ''}`,
      ),
      ...(failedPayrollRunItems?.pageInfo.hasNextPage ? [`  and more than ${SHOWN}: "runs register" has all`] : []),
    ].join('\n'),
  );
  return EXIT.ok;
}
