import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../../clients/cli/catalog.ts';
import { EXIT, EXIT_CODES } from '../../../clients/cli/exitCodes.ts';
import { manual } from '../../../clients/cli/manual.ts';
import { parseWords } from '../../../clients/cli/parseWords.ts';
import { callCli } from './callCli.ts';
import { shellWords } from './shellWords.ts';

/* What the help promises is there. */

const commands = CATALOG.flatMap((chapter) => chapter.commands);

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test('is there to be run', async () => {
    expect(await command.load()).toMatchObject({ run: expect.any(Function) });
  });

  test.each(command.examples)('understands its example: %s', (example) => {
    const words = shellWords(example);
    expect(words.slice(0, name.split(' ').length).join(' ')).toBe(name);
    expect(() => parseWords(command, words.slice(name.split(' ').length))).not.toThrow();
  });

  test('has help with its examples', async () => {
    const { exitCode, stdout } = await callCli([...name.split(' '), '--help']);
    expect(exitCode).toBe(EXIT.ok);
    for (const example of command.examples) expect(stdout).toContain(`payroll ${example}`);
  });
});

test('no name is the beginning of another one', () => {
  const names = commands.map(({ name }) => name);
  expect(names.filter((name) => names.some((other) => other.startsWith(`${name} `)))).toEqual([]);
});

test('the help names every command and every exit code', async () => {
  const { stdout } = await callCli(['--help']);
  for (const { name } of commands) expect(stdout).toContain(`\n  ${name} `);
  for (const [code, says] of Object.values(EXIT_CODES))
    expect(stdout).toMatch(new RegExp(`^  ${code} +${says.slice(0, 20)}`, 'm'));
});

test('a word alone tells the commands that begin with it', async () => {
  const { exitCode, stdout } = await callCli(['payments']);
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('payments retry') });
});

test('docs/cli.md is what the definitions say', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'cli.md'), 'utf8');
  expect(page, 'run: node clients/cli/build.ts').toBe(manual());
});
