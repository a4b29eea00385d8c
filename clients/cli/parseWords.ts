import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CliError } from './CliError.ts';
import type { Command } from './Command.ts';
import { allOptionsOf } from './commonOptions.ts';
import { EXIT } from './exitCodes.ts';
import { optionOf, type Parameter } from './Parameter.ts';

export type Values = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Reads the words after a command's name: by the names of its parameters, each checked for its kind. */
export function parseWords(command: Command, args: string[]): Values {
  const options = allOptionsOf(command);
  const config: ParseArgsOptionsConfig = {};
  for (const [name, { kind }] of Object.entries(options))
    config[optionOf(name).slice(2)] = {
      type: kind === 'flag' ? 'boolean' : 'string',
      ...(kind === 'list' || kind === 'texts' ? { multiple: true } : {}),
      ...(name === 'help' ? { short: 'h' } : {}),
    };
  const { values, positionals } = parsed(command, args, config);
  if (values['help'] === true) return { help: true };

  const given: Record<string, Values[string]> = {};
  for (const [name, parameter] of Object.entries(options)) {
    const value = values[optionOf(name).slice(2)];
    given[name] = typeof value === 'boolean' ? value : valueOf(parameter, optionOf(name), value as string | string[]);
  }
  const rest = [...positionals];
  for (const [name, parameter] of Object.entries(command.words)) {
    const isList = parameter.kind === 'list';
    given[name] = valueOf(parameter, placeholderOf(parameter), isList ? rest.splice(0) : rest.shift());
  }
  if (rest.length > 0)
    throw usage('TOO_MANY_ARGUMENTS', `"${rest.join(' ')}" is more than "${command.name}" takes; see --help.`);
  return given;
}

function parsed(command: Command, args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node.js says in the first sentence what is wrong, and then how to write something that nobody here meant.
    const [wrong = ''] = message.split(/\. |\n/);
    const own = Object.keys(command.options).map(optionOf);
    const takes = own.length > 0 ? ` "${command.name}" takes ${own.join(', ')};` : '';
    throw usage(code.replace('ERR_PARSE_ARGS_', ''), `${wrong.replaceAll("'", '"')}.${takes} see --help.`);
  }
}

/** What stands for a value in the help. */
export const placeholderOf = (parameter: Parameter): string =>
  parameter.kind === 'choice' ? parameter.values.join('|') : parameter.kind === 'flag' ? '' : parameter.of;

const usage = (code: string, message: string) => new CliError(EXIT.usage, code, message);

function valueOf(parameter: Parameter, name: string, value: string | string[] | undefined): Values[string] {
  if (parameter.kind === 'flag') return false;
  const texts = [value ?? []].flat();
  if (texts.some((text) => text.trim() === '')) throw usage('EMPTY_VALUE', `${name} is empty.`);
  if (parameter.required && texts.length === 0) {
    const isOption = name.startsWith('--');
    const shown = isOption ? `${name} ${placeholderOf(parameter)}` : name;
    throw usage(isOption ? 'MISSING_OPTION' : 'MISSING_ARGUMENT', `${shown} is missing: ${parameter.says}.`);
  }
  if (parameter.kind === 'list') return texts.flatMap((text) => text.split(',').filter(Boolean));
  if (parameter.kind === 'texts') return texts;
  const [text] = texts;
  if (text === undefined) return undefined;
  const refuse = (what: string) => usage('INVALID_VALUE', `${name} is "${text}"; it must be ${what}.`);
  switch (parameter.kind) {
    case 'whole':
      if (!/^\d{1,9}$/.test(text)) throw refuse('a whole number');
      return Number(text);
    case 'date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw refuse('a date such as 2026-11-09');
      return text;
    case 'choice': {
      const found = parameter.values.find((known) => known.toLowerCase() === text.toLowerCase().replaceAll('-', '_'));
      if (found === undefined) throw refuse(`one of ${parameter.values.join(', ')}`);
      return found;
    }
    case 'text':
      return text;
  }
}
