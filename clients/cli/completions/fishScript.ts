import { CATALOG } from '../catalog.ts';
import { allOptionsOf } from '../commonOptions.ts';
import { optionOf } from '../Parameter.ts';

/** In single quotes, as fish reads them. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Completion for fish: each word with what it does. */
export function fishScript(): string {
  const lines = ['# payroll completions fish', 'complete -c payroll -f'];
  for (const { noun, title, commands } of CATALOG) {
    if (noun) lines.push(`complete -c payroll -n __fish_use_subcommand -a ${noun} -d ${quoted(title)}`);
    for (const command of commands) {
      const { name, summary, words } = command;
      const [first = '', verb] = name.split(' ');
      const verbs = commands.map((each) => each.name.split(' ')[1] ?? '').join(' ');
      const isThere = verb
        ? `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${verb}`
        : `__fish_seen_subcommand_from ${first}`;
      const before = verb
        ? `__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${verbs}`
        : '__fish_use_subcommand';
      lines.push(`complete -c payroll -n ${quoted(before)} -a ${verb ?? first} -d ${quoted(summary)}`);
      for (const word of Object.values(words))
        if (word.kind === 'choice')
          lines.push(`complete -c payroll -n ${quoted(isThere)} -a ${quoted(word.values.join(' ').toLowerCase())}`);
      for (const [option, parameter] of Object.entries(allOptionsOf(command))) {
        const value =
          parameter.kind === 'flag'
            ? ''
            : parameter.kind === 'choice'
              ? ` -x -a ${quoted(parameter.values.join(' ').toLowerCase())}`
              : ' -r';
        const named = `-l ${optionOf(option).slice(2)}${value} -d ${quoted(parameter.says)}`;
        lines.push(`complete -c payroll -n ${quoted(isThere)} ${named}`);
      }
    }
  }
  return lines.join('\n');
}
