import { CATALOG } from '../catalog.ts';
import { allOptionsOf } from '../commonOptions.ts';
import { optionOf, type Parameter } from '../Parameter.ts';

/** What may follow on a command line, by what stands before it. */
export interface Continuation {
  /** The words so far, such as `runs start`, or with an option at the end: `runs start --type`. */
  before: string;
  words: readonly string[];
}

/** Every place of a command line in which the words that may follow are known. */
export function wordsAfter(): Continuation[] {
  const commands = CATALOG.flatMap((chapter) => chapter.commands);
  const nouns = new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''));
  const verbsOf = (noun: string) =>
    commands.flatMap(({ name }) => (name.startsWith(`${noun} `) ? [name.slice(noun.length + 1)] : []));
  return [
    { before: '', words: [...nouns, '--help'] },
    ...[...nouns].map((noun) => ({ before: noun, words: verbsOf(noun) })).filter(({ words }) => words.length > 0),
    ...commands.flatMap((command) => {
      const { name, words } = command;
      const options = Object.entries(allOptionsOf(command));
      const own = Object.values(words).flatMap(choicesOf);
      return [
        { before: name, words: [...own, ...options.map(([option]) => optionOf(option))] },
        ...options.flatMap(([option, parameter]) => {
          const choices = choicesOf(parameter);
          return choices.length > 0 ? [{ before: `${name} ${optionOf(option)}`, words: choices }] : [];
        }),
      ];
    }),
  ];
}

/** In small letters, as people type them; the command line takes either. */
const choicesOf = (parameter: Parameter): string[] =>
  parameter.kind === 'choice' ? parameter.values.map((value) => value.toLowerCase()) : [];
