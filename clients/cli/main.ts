#!/usr/bin/env node
/** `npm run payroll -- <command>`, and the `payroll` of the package: the command line of the payroll service. */
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import { runWords } from './runWords.ts';

const words = process.argv.slice(2);
const interrupted = new AbortController();
// Once: whoever presses Ctrl-C a second time does not want to wait for a farewell.
process.once('SIGINT', () => {
  interrupted.abort(new CliError(EXIT.interrupted, 'INTERRUPTED', 'Interrupted; what was started goes on.'));
});

// Whoever reads through a pipe may have seen enough, as `head` does: then nothing is left to be said.
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
