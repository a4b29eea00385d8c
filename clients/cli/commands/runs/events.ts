import { CompanyDocument, PayrollRunEventsDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import { breakIn, type RunEvent } from '../../breakIn.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { runNotFound } from '../../readRun.ts';

const HEADINGS = ['EVENT', 'AT', 'STATUS', 'WHO', 'WHY', 'HASH'];

/** The chain is proven over the texts as the service has them: made plain for a terminal, their hashes would not fit. */
export async function run(invocation: Invocation<{ run: string }>): Promise<number> {
  const runId = invocation.given.run;
  const { client } = invocation.session;
  const { company } = await client.execute(CompanyDocument, {}, invocation);
  const events = await readEvents(invocation, runId);
  if (events.length === 0) throw runNotFound(runId);
  const firstBreak = breakIn(events, company?.companyId ?? '', runId) ?? null;
  invocation.print({ runId, events, isChainWhole: firstBreak === null, firstBreak }, () =>
    [
      columns(
        HEADINGS,
        invocation
          .shown(events)
          .map(({ sequence, at, status, actor, reason, hash }) => [
            sequence,
            at,
            status,
            actor,
            reason,
            hash.slice(0, 12),
          ]),
      ),
      firstBreak === null ? `VERIFIED: the chain of ${events.length} events is whole.` : `FAILED: ${firstBreak}.`,
    ].join('\n'),
  );
  return firstBreak === null ? EXIT.ok : EXIT.incomplete;
}

async function readEvents(invocation: Invocation<{ run: string }>, runId: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for (;;) {
    const variables = { runId, afterSequence: events.at(-1)?.sequence ?? 0 };
    const { payrollRunEvents } = await invocation.session.client.execute(
      PayrollRunEventsDocument,
      variables,
      invocation,
    );
    if (!payrollRunEvents || payrollRunEvents.length === 0) return events;
    events.push(...payrollRunEvents);
  }
}
