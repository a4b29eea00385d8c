import type { ParseArgsOptionsConfig } from 'node:util';
import type { Session } from './Session.ts';

export interface Invocation {
  /** What comes after the command's own words. */
  words: string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  readonly session: Session;
  /** One JSON document for each answer, instead of text for a person. */
  json: boolean;
}

/** One command of the command line. */
export interface Command {
  /** Its words, such as `runs start`. */
  name: string;
  /** What follows them, for the help. */
  synopsis: string;
  summary: string;
  options?: ParseArgsOptionsConfig;
  /** Whose command it is: decides which sample user acts when nobody is named. */
  group?: 'PayrollAdmin' | 'PayrollApprover';
  /** Answers the exit code. */
  run(invocation: Invocation): Promise<number>;
}
