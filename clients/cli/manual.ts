import { CATALOG } from './catalog.ts';
import type { Command } from './Command.ts';
import { CHANGE_OPTIONS, COMMON_OPTIONS, MONEY_OPTIONS } from './commonOptions.ts';
import { ENVIRONMENT, EXIT_CODE_ROWS, optionRows, synopsisOf } from './help.ts';
import { placeholderOf } from './parseWords.ts';

/** The whole of docs/cli.md, from the same definitions as the help. */
export const manual = (): string =>
  `${[
    '# The command line',
    '',
    'Written by `node clients/cli/build.ts` from the help; `npm test` compares.',
    '',
    '`npm run payroll -- <command>` here; `payroll <command>` where the package `@payroll/cli` is installed, or',
    '`npx @payroll/cli <command>`. Answers go to standard output, progress and errors to standard error.',
    '',
    '## Exit codes',
    '',
    ...table(['Code', 'Says'], EXIT_CODE_ROWS),
    '',
    'With `--json` an error is one line on standard error: `{"error":{"code","message"}}`, for what the service refused with',
    'all its `userErrors`.',
    '',
    '## Everywhere',
    '',
    ...table(['Option', 'Does'], coded(optionRows(COMMON_OPTIONS))),
    '',
    '## Where something is changed',
    '',
    ...table(['Option', 'Does'], coded(optionRows({ ...CHANGE_OPTIONS, ...MONEY_OPTIONS }))),
    '',
    'A command by which money moves shows it and asks on a terminal. Where nobody can be asked (no terminal, or `--json`) it',
    'ends with exit code 6 unless `--yes` is there.',
    '',
    '## Environment',
    '',
    ...table(['Variable', 'Holds'], coded(ENVIRONMENT)),
    ...CATALOG.flatMap(({ title, commands }) => ['', `## ${title}`, ...commands.flatMap(sectionOf)]),
  ].join('\n')}\n`;

function sectionOf(command: Command): string[] {
  const { name, summary, words, options, examples } = command;
  const told = [
    ...Object.values(words).map((word): [string, string] => [placeholderOf(word), word.says]),
    ...optionRows(options),
  ];
  return [
    '',
    `### ${name}`,
    '',
    summary,
    '',
    '```',
    `payroll ${synopsisOf(command)}`,
    '```',
    '',
    ...(told.length > 0 ? [...table(['Takes', ''], coded(told)), ''] : []),
    '```sh',
    ...examples.map((example) => `payroll ${example}`),
    '```',
  ];
}

const coded = (rows: readonly [string, string][]): [string, string][] =>
  rows.map(([left, right]) => [`\`${left}\``, right]);

function table(headings: readonly [string, string], rows: readonly [string, string][]): string[] {
  const cells = (row: readonly [string, string]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [cells(headings), '| --- | --- |', ...rows.map(cells)];
}
