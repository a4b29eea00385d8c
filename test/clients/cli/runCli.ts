import { text } from 'node:stream/consumers';
import { spawnCli } from './spawnCli.ts';

export interface CliAnswer {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a process of its own, as a script would. */
export async function runCli(words: string[], stdin = ''): Promise<CliAnswer> {
  const child = spawnCli(words);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(stdin);
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { exitCode, stdout, stderr };
}
