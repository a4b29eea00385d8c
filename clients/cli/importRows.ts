import { randomUUID } from 'node:crypto';
import { batchesOf } from '../sdk/batchesOf.ts';
import type { RowProblem } from '../sdk/import/RowProblem.ts';
import type { Operation } from '../sdk/Operation.ts';
import type { RowResult, UpsertAllOptions } from '../sdk/upsertAll.ts';
import { withResolution } from '../sdk/withResolution.ts';
import { blockedNotice } from './blockedNotice.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';
import { NothingSent } from './NothingSent.ts';

interface Import<Row> {
  file: string;
  rows: readonly { line: number; row: Row }[];
  problems: readonly RowProblem[];
  /** What is probably a mistake and can be meant. */
  questions: readonly RowProblem[];
  /** The mutation that takes a batch, and what it takes. */
  mutation: Operation<unknown, never>;
  inputOf: (batch: Row[], idempotencyKey: string) => object;
  send: (rows: Row[], options: UpsertAllOptions) => Promise<RowResult[]>;
}

/**
 * Sends the rows of a file in batches. Each import is an intention of its own: the same file sent again after another one
 * changes everything back, and after an interruption what was done answers as unchanged.
 */
export async function importRows<Row>(invocation: Invocation<unknown>, order: Import<Row>): Promise<number> {
  const { file, rows, send } = order;
  const problems = invocation.shown(order.problems);
  // One bad row stops the import before anything is sent: half an import is harder to correct than a file.
  if (problems.length > 0) {
    invocation.print({ imported: 0, problems }, () =>
      [...problems.map((problem) => problemText(file, problem)), 'Nothing was imported.'].join('\n'),
    );
    return EXIT.refused;
  }
  const all = rows.map(({ row }) => row);
  const idempotencyKey = invocation.keyOr(`import:${randomUUID()}`);
  if (invocation.isDryRun) {
    let index = 0;
    for (const batch of batchesOf(all))
      invocation.showUnsent(order.mutation, { input: order.inputOf(batch, `${idempotencyKey}:${index++}`) });
    throw new NothingSent();
  }
  const questions = invocation.shown(order.questions);
  if (questions.length > 0) await askAbout(invocation, file, questions);
  const bar = invocation.progressBar('imported');
  const results = await send(all, {
    idempotencyKey,
    signal: invocation.signal,
    onProgress: (done) => !invocation.json && bar.update(done, all.length),
    onBlocked: (pauseMs) => !invocation.json && bar.say(blockedNotice(pauseMs)),
  }).finally(() => bar.end());
  const summary = { ...countsOf(results), refused: invocation.shown(refusedRows(rows, results)) };
  invocation.print({ ...summary, idempotencyKey }, () =>
    [
      ...summary.refused.map(
        ({ line, externalId, code, message }) => `${file}:${line}: ${externalId}: ${code} ${message}`,
      ),
      summaryText(summary),
    ].join('\n'),
  );
  return summary.refused.length > 0 ? EXIT.incomplete : EXIT.ok;
}

async function askAbout(invocation: Invocation<unknown>, file: string, questions: readonly RowProblem[]) {
  if (!invocation.json)
    for (const question of questions) invocation.surroundings.stderr.write(`${problemText(file, question)}\n`);
  const rows = questions.length === 1 ? 'row looks' : 'rows look';
  await invocation.confirm(`${questions.length} ${rows} like a mistake`, 'import', { imported: 0, questions });
}

/** What is wrong with a row, and for a heading that is not known the words that map it. */
function problemText(file: string, { line, column, message, suggestion }: RowProblem): string {
  const way = suggestion === undefined ? '' : ` For example: --map "${column}=${suggestion}"`;
  return `${file}:${line}: ${message}${way}`;
}

/** What this import did. What an earlier call with the same key did is counted by itself. */
function countsOf(results: readonly RowResult[]) {
  const count = (outcome: string) => results.filter((result) => !result.replayed && result.outcome === outcome).length;
  return {
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED'),
    replayed: results.filter(({ replayed, outcome }) => replayed && outcome !== 'REFUSED').length,
  };
}

const refusedRows = (rows: readonly { line: number }[], results: readonly RowResult[]) =>
  results.flatMap(({ outcome, externalId, userErrors: [error] }, index) =>
    outcome === 'REFUSED'
      ? [
          {
            line: rows[index]?.line ?? 0,
            externalId,
            code: error?.code,
            message: error ? withResolution(error) : 'The service gave no reason.',
          },
        ]
      : [],
  );

function summaryText({
  created,
  updated,
  unchanged,
  replayed,
  refused,
}: ReturnType<typeof countsOf> & { refused: readonly unknown[] }) {
  const earlier = replayed > 0 ? `, ${replayed} done by an earlier import with this key` : '';
  return `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused${earlier}`;
}
