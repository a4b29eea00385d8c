import { RunDifferenceDocument, type RunDifferenceQuery } from '../../../generated/operations/graphql.ts';
import { CliError } from '../../CliError.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import type { PageGiven } from '../../printPages.ts';
import { runNotFound } from '../../readRun.ts';
import { refuse } from '../../refuse.ts';
import { totalsText } from '../../totalsText.ts';

type Difference = NonNullable<RunDifferenceQuery['diffPayrollRuns']>;

const HEADINGS = ['EMPLOYEE', 'NAME', 'LINE', 'BEFORE', 'AFTER', 'CHANGE', 'CAUSE'];

export async function run(
  invocation: Invocation<PageGiven & { run: string; against: string | undefined }>,
): Promise<number> {
  const { run: runId, against, first, after, all } = invocation.given;
  let cursor = after ?? null;
  for (let isFirst = true; ; isFirst = false) {
    const page = { first: first ?? (all ? 100 : 50), after: cursor };
    const variables = { runId, ...(against ? { againstRunId: against } : {}), ...page };
    const { diffPayrollRuns: difference } = await invocation.read(RunDifferenceDocument, variables);
    if (!difference) throw runNotFound(runId);
    refuse(difference.userErrors);
    if (!difference.againstRunId)
      throw new CliError(EXIT.refused, 'RUN_NOT_FOUND', `There is no run before ${runId}: name one to compare with.`);
    const { hasNextPage, endCursor } = difference.pageInfo;
    const isLast = !hasNextPage || !endCursor;
    cursor = endCursor;
    invocation.print(difference, () =>
      [
        ...(isFirst ? headOf(difference) : []),
        bodyOf(difference),
        ...(isLast || all ? [] : [`More: --after ${cursor}`]),
      ].join('\n'),
    );
    await invocation.drain();
    if (!all || isLast) return EXIT.ok;
  }
}

const headOf = ({ runId, againstRunId, before, after }: Difference): string[] => [
  `${runId} against ${againstRunId}`,
  ...(before ? [`  before: ${totalsText(before)}`] : []),
  ...(after ? [`  after:  ${totalsText(after)}`] : []),
];

const bodyOf = ({ employees }: Difference): string =>
  employees.length === 0
    ? 'Nobody differs.'
    : columns(
        HEADINGS,
        employees.flatMap(({ employeeId, employeeName, netPayBefore, netPayAfter, lines }) => [
          [employeeId, employeeName, 'NET', netPayBefore.amount, netPayAfter.amount],
          ...lines.map((line) => [
            '',
            '',
            line.code,
            line.before.amount,
            line.after.amount,
            line.change.amount,
            line.cause,
          ]),
        ]),
      );
