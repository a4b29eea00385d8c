import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

export interface CliAnswer {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

const MAIN = join(import.meta.dirname, '..', '..', '..', 'clients', 'cli', 'main.ts');

/** Runs the command line as a process of its own, as a script would. */
export async function runCli(words: string[], stdin = ''): Promise<CliAnswer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...words]);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(stdin);
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { exitCode, stdout, stderr };
}
