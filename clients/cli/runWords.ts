import { CATALOG } from './catalog.ts';
import { CliError } from './CliError.ts';
import type { Command } from './Command.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation, Surroundings } from './Invocation.ts';
import manifest from './package.json' with { type: 'json' };
import { parseWords, type Values } from './parseWords.ts';

/**
 * Runs the command that the words name, and answers its exit code.
 * @param interrupted aborted by Ctrl-C
 */
export async function runWords(words: string[], surroundings: Surroundings, interrupted: AbortSignal): Promise<number> {
  if (words[0] === '--version') {
    surroundings.stdout.write(`${manifest.version}\n`);
    return EXIT.ok;
  }
  const command = commandOf(words);
  if (!command) return help(words, surroundings);
  const values = parseWords(command, words.slice(command.name.split(' ').length));
  if (values['help']) return help(words, surroundings);
  const stop = new AbortController();
  interrupted.addEventListener('abort', () => stop.abort(interrupted.reason), { once: true });
  const timer = stopLater(values['timeout'] as number | undefined, stop);
  const invocation = await open(command, values, surroundings, stop.signal);
  try {
    const { run } = await command.load();
    return await run(invocation as Invocation<never>);
  } catch (error) {
    if ((error as Error).name === 'NothingSent') return EXIT.ok;
    // What was under way tells of its end in its own words; why it ended is in the signal.
    throw stop.signal.aborted && !(error instanceof CliError) ? stop.signal.reason : error;
  } finally {
    clearTimeout(timer);
    invocation.close();
  }
}

/** A longer one would go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const commandOf = (words: readonly string[]): Command | undefined =>
  CATALOG.flatMap(({ commands }) => commands).find(({ name }) =>
    name.split(' ').every((word, index) => words[index] === word),
  );

async function help(words: readonly string[], { stdout }: Surroundings): Promise<number> {
  const [noun = ''] = words;
  const isAsked = words.length === 0 || words.includes('--help') || words.includes('-h');
  const chapter = CATALOG.find((each) => noun !== '' && each.noun === noun);
  if (!isAsked && !(chapter && words.length === 1)) {
    const named = words.slice(0, 2).join(' ');
    const near = chapter ? `; ${noun} has ${chapter.commands.map(({ name }) => name.split(' ')[1]).join(', ')}` : '';
    throw new CliError(EXIT.usage, 'UNKNOWN_COMMAND', `There is no command "${named}"${near}; see --help.`);
  }
  const { helpOfAll, helpOfChapter, helpOfCommand } = await import('./help.ts');
  const command = commandOf(words);
  stdout.write(`${command ? helpOfCommand(command) : chapter ? helpOfChapter(chapter) : helpOfAll()}\n`);
  return EXIT.ok;
}

/** Everything behind the service is loaded here, where help is no longer what is asked for. */
async function open(command: Command, values: Values, surroundings: Surroundings, signal: AbortSignal) {
  const [{ Invocation }, { openSession }] = await Promise.all([import('./Invocation.ts'), import('./Session.ts')]);
  const text = (name: string) => values[name] as string | undefined;
  return new Invocation<Values>(
    values,
    { json: values['json'] === true, dryRun: values['dryRun'] === true, yes: values['yes'] === true, key: text('key') },
    {
      signal,
      surroundings,
      openSession: () =>
        openSession({
          env: surroundings.env,
          dataDirectory: text('dataDir') ?? '.payroll',
          as: text('as'),
          role: command.role ?? 'PayrollAdmin',
        }),
    },
  );
}

function stopLater(seconds: number | undefined, stop: AbortController): NodeJS.Timeout | undefined {
  if (seconds === undefined) return undefined;
  const message = `The ${seconds} seconds of --timeout have passed; what was started continues.`;
  return setTimeout(
    () => stop.abort(new CliError(EXIT.timedOut, 'TIMED_OUT', message)),
    Math.min(seconds * 1000, LONGEST_TIMER_MS),
  );
}
