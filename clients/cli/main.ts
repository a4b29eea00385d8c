#!/usr/bin/env node
/** `npm run payroll -- <command>`, and the `payroll` of the package: the command line of the payroll service. */
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import { runWords } from './runWords.ts';

const words = process.argv.slice(2);
const interrupted = new AbortController();
// Once: a second Ctrl-C ends the process at once.
process.once('SIGINT', () => {
  interrupted.abort(new CliError(EXIT.interrupted, 'INTERRUPTED', 'Interrupted; what was started continues.'));
});

// The reader of a pipe may close it early, as `head` does: then the output ends.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await runWords(words, process, interrupted.signal);
} catch (error) {
  const [{ exitOf }, { plainJson, plainText }] = await Promise.all([import('./exitOf.ts'), import('./plainText.ts')]);
  const { exitCode, ...told } = exitOf(error);
  const text = `${told.code}: ${told.message}`.split('\n').map(plainText).join('\n');
  process.stderr.write(`${words.includes('--json') ? plainJson({ error: told }) : text}\n`);
  process.exitCode = exitCode;
}
