interface Named {
  /** What stands for the value in the help. */
  of: string;
  says: string;
  required?: true;
}

/**
 * A word or an option of a command. A list is given as several words, or as options repeated or with commas; of `texts`,
 * which may have commas in them, only the option repeated gives several.
 */
export type Parameter =
  | ({ kind: 'text' | 'whole' | 'date' | 'list' | 'texts' } & Named)
  | { kind: 'choice'; values: readonly string[]; says: string; required?: true }
  | { kind: 'flag'; says: string };

/** By their names in the code; on the command line `payDate` is `--pay-date`. */
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<Each extends Parameter> = Each extends { kind: 'choice'; values: readonly (infer Value)[] }
  ? Value
  : Each extends { kind: 'whole' }
    ? number
    : string;

/** What a command is handed: everything that is required is there, whole numbers are numbers, lists are never absent. */
export type Given<All extends Parameters> = {
  readonly [Name in keyof All]: All[Name] extends { kind: 'flag' }
    ? boolean
    : All[Name] extends { kind: 'list' | 'texts' }
      ? readonly string[]
      : All[Name] extends { required: true }
        ? ValueOf<All[Name]>
        : ValueOf<All[Name]> | undefined;
};

/** The option's name on the command line. */
export const optionOf = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
