import type { Invocation } from './Invocation.ts';
import type { Given, Parameters } from './Parameter.ts';

/** Who acts when nobody is named: decides which sample user a command is for. */
export type Role = 'PayrollAdmin' | 'PayrollApprover';

interface Definition<Words extends Parameters, Options extends Parameters> {
  /** Such as `runs start`. */
  name: string;
  summary: string;
  /** What follows its name, in their order. */
  words?: Words;
  options?: Options;
  /** Each a whole line after `payroll`. */
  examples: readonly [string, ...string[]];
  role?: Role;
  /** `CHANGE`: sends mutations, and so has --dry-run and --key. `MONEY`: such a change that needs --yes. */
  effect?: 'CHANGE' | 'MONEY';
  /** The command itself, which is only loaded to be run: help must not wait for it. */
  load: () => Promise<{ run: (invocation: Invocation<Given<Words & Options>>) => Promise<number> }>;
}

/** One command of the command line. */
export interface Command extends Omit<Definition<Parameters, Parameters>, 'words' | 'options' | 'load'> {
  words: Parameters;
  options: Parameters;
  load: () => Promise<{ run: (invocation: Invocation<never>) => Promise<number> }>;
}

/** Defines a command; the compiler compares what it takes with what its code expects. */
export const command = <
  const Words extends Parameters = Readonly<Record<never, never>>,
  const Options extends Parameters = Readonly<Record<never, never>>,
>({
  words,
  options,
  ...definition
}: Definition<Words, Options>): Command => ({ ...definition, words: words ?? {}, options: options ?? {} });
