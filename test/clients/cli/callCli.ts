import { PassThrough } from 'node:stream';
import { exitOf } from '../../../clients/cli/exitOf.ts';
import type { Surroundings } from '../../../clients/cli/Invocation.ts';
import { runWords } from '../../../clients/cli/runWords.ts';
import type { CliAnswer } from './runCli.ts';

interface CallOptions {
  env?: NodeJS.ProcessEnv;
  stdin?: string;
  /** Whether a person sits there. */
  isTerminal?: boolean;
}

/** Runs the command line within the test: quicker than a process, and on a terminal if need be. */
export async function callCli(
  words: string[],
  { env = {}, stdin = '', isTerminal = false }: CallOptions = {},
): Promise<CliAnswer> {
  const streams = Array.from({ length: 3 }, () =>
    Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 100 }),
  );
  const [input, out, error] = streams as unknown as [PassThrough, PassThrough, PassThrough];
  const written = [out, error].map((stream) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += String(chunk)));
    return () => text;
  }) as [() => string, () => string];
  input.end(stdin);
  const surroundings = { stdin: input, stdout: out, stderr: error, env } as unknown as Surroundings;
  let exitCode: number;
  let told = '';
  try {
    exitCode = await runWords(words, surroundings, new AbortController().signal);
  } catch (thrown) {
    const exit = exitOf(thrown);
    ({ exitCode } = exit);
    told = `${exit.code}: ${exit.message}`;
  }
  return { exitCode, stdout: written[0](), stderr: written[1]() + told };
}
