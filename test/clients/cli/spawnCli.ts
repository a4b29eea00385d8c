import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'clients', 'cli', 'main.ts');

/** Starts the command line as a process of its own. */
export const spawnCli = (words: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...words]);
