import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { CommandInput, CommandPayload } from '../sdk/Command.ts';
import { type Operation, textOf } from '../sdk/Operation.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import { lostOf } from './lostOf.ts';
import { isPlain } from './isPlain.ts';
import { masked } from './masked.ts';
import { NothingSent } from './NothingSent.ts';
import { paint } from './paint.ts';
import { plainJson, plainText, plainTexts } from './plainText.ts';
import { ProgressBar } from './ProgressBar.ts';
import type { Session } from './Session.ts';

/** Where a command runs: the process, or what stands for it. */
export type Surroundings = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env'>;

/** How a command was called, besides what it takes itself. */
export interface CallStyle {
  json: boolean;
  dryRun: boolean;
  yes: boolean;
  key: string | undefined;
}

/** One call of a command: what it was given, and its ways to the service and to its caller. */
export class Invocation<Given> {
  readonly given: Given;
  readonly json: boolean;
  /** Aborted by Ctrl-C, and when the time of --timeout has passed. */
  readonly signal: AbortSignal;
  readonly surroundings: Surroundings;
  readonly #style: CallStyle;
  readonly #openSession: () => Session;
  #session: Session | undefined;

  constructor(
    given: Given,
    style: CallStyle,
    { openSession, ...call }: { signal: AbortSignal; surroundings: Surroundings; openSession: () => Session },
  ) {
    this.given = given;
    this.json = style.json;
    this.signal = call.signal;
    this.surroundings = call.surroundings;
    this.#style = style;
    this.#openSession = openSession;
  }

  /** Opened when a command asks for it: some do without the service. */
  get session(): Session {
    return (this.#session ??= this.#openSession());
  }

  /** What came from elsewhere, fit to be shown: its texts are plain, unless they leave as JSON. */
  shown<Value>(value: Value): Value {
    return this.json ? value : plainTexts(value);
  }

  /** Sends a query, and answers what may be shown. */
  async read<Result, Variables>(document: Operation<Result, Variables>, variables: Variables): Promise<Result> {
    return this.shown(await this.session.client.execute(document, variables, { signal: this.signal }));
  }

  /** Sends a mutation, safe against a second sending; in a dry run shows it instead, and ends the command. */
  async change<Result extends object, Input extends { idempotencyKey: string }>(
    document: Operation<Result, { input: Input }>,
    input: CommandInput<Input>,
  ): Promise<CommandPayload<Result>> {
    const idempotencyKey = this.#style.key ?? input.idempotencyKey ?? randomUUID();
    const keyed = { ...input, idempotencyKey };
    if (this.#style.dryRun) {
      this.showUnsent(document, { input: keyed });
      throw new NothingSent();
    }
    const { client } = this.session;
    try {
      return this.shown(await client.command(document, keyed as CommandInput<Input>, { signal: this.signal }));
    } catch (error) {
      throw lostOf(this.signal.aborted ? this.signal.reason : error, idempotencyKey);
    }
  }

  get isDryRun(): boolean {
    return this.#style.dryRun;
  }

  /** The key that somebody chose, or the given one. */
  keyOr(idempotencyKey: string): string {
    return this.#style.key ?? idempotencyKey;
  }

  /** What a dry run says instead of sending a mutation. */
  showUnsent(document: Operation<unknown, never>, variables: object, more: object = {}): void {
    const operation = /^mutation (\w+)/.exec(textOf(document))?.[1];
    const unsent = { dryRun: true, operation, variables: masked(variables), ...more };
    this.print(unsent, () => `Not sent: ${operation}\n${JSON.stringify(unsent.variables, null, 2)}`);
  }

  /** Answers: a JSON document on a line for scripts, or text for a person. */
  print(document: unknown, text: () => string): void {
    const { stdout, env } = this.surroundings;
    if (this.json) stdout.write(`${plainJson(document)}\n`);
    else {
      const lines = text().split('\n').map(plainText).join('\n');
      stdout.write(`${isPlain(stdout, env) ? lines : paint(lines)}\n`);
    }
  }

  /** Waits until what was printed is on its way, so that a long answer does not pile up in memory. */
  async drain(): Promise<void> {
    if (this.surroundings.stdout.writableNeedDrain) await once(this.surroundings.stdout, 'drain');
  }

  progressBar(label: string): ProgressBar {
    return new ProgressBar(label, this.surroundings.stderr, this.surroundings.env);
  }

  /** Whether somebody sits there who can be asked. */
  get canAsk(): boolean {
    const { stdin, stderr } = this.surroundings;
    return !this.json && Boolean(stdin.isTTY) && Boolean(stderr.isTTY);
  }

  /**
   * Asks before money moves: the person at the terminal types the word. Without a terminal, --yes is needed.
   * @param shown what a script gets to see of what it would have confirmed
   */
  async confirm(what: string, word: string, shown: unknown): Promise<void> {
    if (this.#style.yes || this.#style.dryRun) return;
    const { stdin, stderr } = this.surroundings;
    if (!this.canAsk) {
      if (this.json) this.print(shown, () => '');
      throw new CliError(
        EXIT.unconfirmed,
        'CONFIRMATION_NEEDED',
        `${what}. Nobody can be asked here: look at it, then add --yes.`,
      );
    }
    const asking = createInterface({ input: stdin, output: stderr });
    try {
      const answer = await asking.question(`${what}. Type ${plainText(word)} to continue: `, { signal: this.signal });
      if (answer.trim() === word) return;
    } finally {
      asking.close();
    }
    throw new CliError(EXIT.unconfirmed, 'NOT_CONFIRMED', 'That is something else. Nothing was sent.');
  }

  close(): void {
    this.#session?.client.close();
  }
}
