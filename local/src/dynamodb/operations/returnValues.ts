import { validationException } from '../validationException.ts';

/** The `ReturnValues` of a write, among those that the operation knows. */
export function returnValues<Word extends string>(value: string | undefined, known: readonly Word[]): Word | 'NONE' {
  if (value === undefined) return 'NONE';
  if ((known as readonly string[]).includes(value)) return value as Word;
  throw validationException('Return values set to invalid value');
}
