import { CATALOG, type Chapter } from './catalog.ts';
import type { Command } from './Command.ts';
import { CHANGE_OPTIONS, COMMON_OPTIONS, MONEY_OPTIONS } from './commonOptions.ts';
import { EXIT_CODES } from './exitCodes.ts';
import { optionOf, type Parameter, type Parameters } from './Parameter.ts';
import { placeholderOf } from './parseWords.ts';

const WIDTH = 100;

export function helpOfAll(): string {
  return [
    'payroll <command> [options]        "payroll <command> --help" tells more, with examples',
    ...CATALOG.flatMap(({ title, commands }) => [
      '',
      `${title.toUpperCase()}`,
      ...rows(commands.map((each) => [each.name, each.summary])),
    ]),
    '',
    'EVERYWHERE',
    ...rows([...optionRows(COMMON_OPTIONS), ['--version', 'show the version of this command line']]),
    '',
    'WHERE SOMETHING IS CHANGED',
    ...rows(optionRows({ ...CHANGE_OPTIONS, ...MONEY_OPTIONS })),
    '',
    'EXIT CODES',
    ...rows(EXIT_CODE_ROWS),
    '',
    'ENVIRONMENT',
    ...rows(ENVIRONMENT),
  ].join('\n');
}

export const helpOfChapter = ({ noun, commands }: Chapter): string =>
  [`payroll ${noun} <command> [options]`, '', ...rows(commands.map((each) => [each.name, each.summary]))].join('\n');

export function helpOfCommand(command: Command): string {
  const { words, options, effect } = command;
  const common = { ...(effect ? CHANGE_OPTIONS : {}), ...(effect === 'MONEY' ? MONEY_OPTIONS : {}), ...COMMON_OPTIONS };
  const told = [
    ...Object.values(words).map((word): [string, string] => [placeholderOf(word), word.says]),
    ...optionRows(options),
  ];
  return [
    `payroll ${synopsisOf(command)}`,
    '',
    ...wrapped(command.summary, 0),
    ...(told.length > 0 ? ['', ...rows(told)] : []),
    '',
    'OPTIONS OF MANY COMMANDS',
    ...rows(optionRows(common)),
    '',
    'EXAMPLES',
    ...command.examples.map((example) => `  payroll ${example}`),
  ].join('\n');
}

/** A command with all that it takes: `runs start --group ID [--watch]`. */
export const synopsisOf = ({ name, words, options }: Command): string =>
  [
    name,
    ...Object.values(words).map((word) => {
      const shown = `${placeholderOf(word)}${word.kind === 'list' ? '...' : ''}`;
      return isRequired(word) ? shown : `[${shown}]`;
    }),
    ...Object.entries(options)
      .sort(([, one], [, other]) => Number(isRequired(other)) - Number(isRequired(one)))
      .map(([option, parameter]) => {
        const shown = `${optionOf(option)} ${placeholderOf(parameter)}`.trim();
        return isRequired(parameter) ? shown : `[${shown}]`;
      }),
  ].join(' ');

/** What the environment says; the same for the help and for docs/cli.md. */
export const ENVIRONMENT: [string, string][] = [
  ['PAYROLL_GRAPHQL_URL', 'the API, where it is not the one of this machine; with one of the following'],
  ['PAYROLL_TOKEN', 'an access token, or "key SECRET" of a partner application'],
  ['PAYROLL_USER_POOL_ENDPOINT', 'with PAYROLL_USER_POOL_CLIENT_ID, PAYROLL_USERNAME and PAYROLL_PASSWORD: sign-in'],
  ['PAYROLL_ACCOUNT_NUMBER', 'the bank account number of "funding set", so that no list of processes shows it'],
  ['NO_COLOR', 'no colours and no moving bar, whatever the terminal can do'],
];

export const EXIT_CODE_ROWS = Object.values(EXIT_CODES).map(([code, says]): [string, string] => [String(code), says]);

export const optionRows = (options: Parameters): [string, string][] =>
  Object.entries(options).map(([name, parameter]) => [
    `${optionOf(name)} ${parameter.kind === 'choice' ? 'WORD' : placeholderOf(parameter)}`.trim(),
    parameter.kind === 'choice' ? `${parameter.says}: ${parameter.values.join(', ')}` : parameter.says,
  ]);

const isRequired = (parameter: Parameter): boolean => parameter.kind !== 'flag' && parameter.required === true;

function rows(cells: readonly [string, string][]): string[] {
  const indent = Math.min(26, Math.max(...cells.map(([left]) => left.length))) + 4;
  return cells.flatMap(([left, right]) => {
    const [first = '', ...others] = wrapped(right, indent);
    const start = `  ${left}`;
    return start.length > indent - 2
      ? [start, `${' '.repeat(indent)}${first.trimStart()}`, ...others]
      : [`${start.padEnd(indent)}${first.trimStart()}`, ...others];
  });
}

/** The text in lines that a terminal has room for. */
function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(' '.repeat(indent) + word);
  }
  return lines;
}
