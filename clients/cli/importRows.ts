import { randomUUID } from 'node:crypto';
import type { RowProblem } from '../sdk/import/RowProblem.ts';
import type { Operation } from '../sdk/Operation.ts';
import type { ImportOptions } from '../sdk/importRows.ts';
import type { RowResult } from '../sdk/upsertAll.ts';
import { withResolution } from '../sdk/withResolution.ts';
import { blockedNotice } from './blockedNotice.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';
import { NothingSent } from './NothingSent.ts';
import { plainText } from './plainText.ts';

interface Import<Row> {
  file: string;
  rows: readonly { line: number; row: Row }[];
  problems: readonly RowProblem[];
  /** What is probably a mistake and can be meant. */
  questions: readonly RowProblem[];
  /** How many rows change nothing, so that they are not sent. */
  unsent?: number;
  /** What the import will change, to be looked at before it is sent. */
  preview?: { document: unknown; text: string };
  /** The mutation that takes a batch, and what it takes. */
  mutation: Operation<unknown, never>;
  inputOf: (batch: Row[], idempotencyKey: string) => object;
  send: (rows: Row[], options: ImportOptions) => Promise<RowResult[]>;
}

/**
 * Sends the rows of a file, in calls or as a file that the service imports. Each import is an intention of its own: the same file sent again after another one
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
  const { preview } = order;
  if (invocation.isDryRun) return dryRun(invocation, order, idempotencyKey);
  const questions = invocation.shown(order.questions);
  if (!invocation.json) {
    const { stderr } = invocation.surroundings;
    if (preview && all.length > 0) stderr.write(`${preview.text.split('\n').map(plainText).join('\n')}\n`);
    for (const question of questions) stderr.write(`${problemText(file, question)}\n`);
  }
  // Nobody can be asked in a script: what is in order is sent, what looks like a mistake needs --yes.
  if (all.length > 0 && (questions.length > 0 || (preview && invocation.canAsk)))
    await invocation.confirm(
      questions.length > 0 ? `${questions.length} of the rows may be a mistake` : `${all.length} rows will be sent`,
      'import',
      { imported: 0, questions, ...(preview ? { preview: preview.document } : {}) },
    );
  const bar = invocation.progressBar('imported');
  const results = await send(all, {
    idempotencyKey,
    signal: invocation.signal,
    onProgress: (done) => !invocation.json && bar.update(done, all.length),
    onBlocked: (pauseMs) => !invocation.json && bar.say(blockedNotice(pauseMs)),
  }).finally(() => bar.end());
  const summary = { ...countsOf(results, order.unsent), refused: invocation.shown(refusedRows(rows, results)) };
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

/** Shows what would change, and what would be sent; a script gets both as one document. */
function dryRun<Row>(invocation: Invocation<unknown>, order: Import<Row>, idempotencyKey: string): never {
  const { preview, questions, rows, file } = order;
  if (preview && !invocation.json)
    invocation.print(undefined, () =>
      [preview.text, ...questions.map((question) => problemText(file, question)), 'Nothing was sent.'].join('\n'),
    );
  else {
    const input = order.inputOf(
      rows.map(({ row }) => row),
      idempotencyKey,
    );
    const more = { questions, ...(preview ? { preview: preview.document } : {}) };
    invocation.showUnsent(order.mutation, { input }, more);
  }
  throw new NothingSent();
}

/** What is wrong with a row, and for a heading that is not known the words that map it. */
function problemText(file: string, { line, column, message, suggestion }: RowProblem): string {
  const way = suggestion === undefined ? '' : ` For example: --map "${column}=${suggestion}"`;
  return `${file}:${line}: ${message}${way}`;
}

/** What this import did. What an earlier call with the same key did is counted by itself. */
function countsOf(results: readonly RowResult[], unsent = 0) {
  const count = (outcome: string) => results.filter((result) => !result.replayed && result.outcome === outcome).length;
  return {
    created: count('CREATED'),
    updated: count('UPDATED'),
    removed: count('REMOVED'),
    unchanged: count('UNCHANGED') + unsent,
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
  removed,
  unchanged,
  replayed,
  refused,
}: ReturnType<typeof countsOf> & { refused: readonly unknown[] }) {
  const earlier = replayed > 0 ? `, ${replayed} done by an earlier import with this key` : '';
  const takenOut = removed > 0 ? `, ${removed} removed` : '';
  return `${created} created, ${updated} updated${takenOut}, ${unchanged} unchanged, ${refused.length} refused${earlier}`;
}
