import { succeed, type Result } from '../../errors.ts';
import type { AchFile } from './AchFile.ts';
import { achLines } from './achLines.ts';

/**
 * A NACHA file of wages as one text, each line ended by a line feed. Use `achLines` where the text is too large to hold.
 * Throws `PaymentFileUnbalanced` rather than answer with a file that does not add up.
 * @returns the file, or the first problem that `achLines` finds
 */
export function writeAchFile(file: AchFile): Result<string> {
  const lines = achLines(file);
  return lines.ok ? succeed([...lines.value, ''].join('\n')) : lines;
}
