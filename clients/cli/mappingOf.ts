import type { ColumnMapping } from '../sdk/import/columnsOf.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';

/** `First Name=givenName` as a heading and the column that it stands for; nothing behind the sign leaves the column out. */
export function mappingOf(words: readonly string[]): ColumnMapping {
  return new Map(
    words.map((word) => {
      const sign = word.lastIndexOf('=');
      if (sign < 1)
        throw new CliError(EXIT.usage, 'INVALID_VALUE', `--map is "${word}"; write --map "First Name=givenName".`);
      return [word.slice(0, sign).trim(), word.slice(sign + 1).trim()];
    }),
  );
}
