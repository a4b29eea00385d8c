import { createHash } from 'node:crypto';
import type { RowPartsFragment } from '../generated/operations/graphql.ts';
import { batchesOf } from '../sdk/batchesOf.ts';
import type { Operation } from '../sdk/Operation.ts';
import type { UpsertAllOptions } from '../sdk/upsertAll.ts';
import type { RowProblem } from '../sdk/import/RowCells.ts';
import { blockedNotice } from './blockedNotice.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';
import { NothingSent } from './NothingSent.ts';

interface Import<Row> {
  file: string;
  text: string;
  rows: { line: number; row: Row }[];
  problems: RowProblem[];
  /** The mutation that takes a batch, and what it takes. */
  mutation: Operation<unknown, never>;
  inputOf: (batch: Row[], idempotencyKey: string) => object;
  send: (rows: Row[], options: UpsertAllOptions) => Promise<RowPartsFragment[]>;
}

/** Sends the rows of a file in batches. The same file sent again changes nothing. */
export async function importRows<Row>(invocation: Invocation<unknown>, order: Import<Row>): Promise<number> {
  const { file, text, rows, send } = order;
  const problems = invocation.shown(order.problems);
  // One bad row stops the import before anything is sent: half an import is harder to mend than a file.
  if (problems.length > 0) {
    invocation.print({ imported: 0, problems }, () =>
      [...problems.map(({ line, message }) => `${file}:${line}: ${message}`), 'Nothing was imported.'].join('\n'),
    );
    return EXIT.refused;
  }
  const all = rows.map(({ row }) => row);
  const digest = createHash('sha256')
    .update(JSON.stringify(order.inputOf([], '')))
    .update(text)
    .digest('hex');
  const idempotencyKey = invocation.keyOr(`import:${digest.slice(0, 32)}`);
  if (invocation.isDryRun) {
    let index = 0;
    for (const batch of batchesOf(all))
      invocation.showUnsent(order.mutation, { input: order.inputOf(batch, `${idempotencyKey}:${index++}`) });
    throw new NothingSent();
  }
  const bar = invocation.progressBar('imported');
  const results = await send(all, {
    idempotencyKey,
    signal: invocation.signal,
    onProgress: (done) => !invocation.json && bar.update(done, all.length),
    onBlocked: (pauseMs) => !invocation.json && bar.say(blockedNotice(pauseMs)),
  }).finally(() => bar.end());
  const refused = invocation
    .shown(results)
    .flatMap(({ outcome, externalId, userErrors: [error] }, index) =>
      outcome === 'REFUSED'
        ? [{ line: rows[index]?.line ?? 0, externalId, code: error?.code, message: error?.message }]
        : [],
    );
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  const summary = { created: count('CREATED'), updated: count('UPDATED'), unchanged: count('UNCHANGED'), refused };
  invocation.print(summary, () =>
    [
      ...refused.map(({ line, externalId, code, message }) => `${file}:${line}: ${externalId}: ${code} ${message}`),
      `${summary.created} created, ${summary.updated} updated, ${summary.unchanged} unchanged, ${refused.length} refused`,
    ].join('\n'),
  );
  return refused.length > 0 ? EXIT.incomplete : EXIT.ok;
}
