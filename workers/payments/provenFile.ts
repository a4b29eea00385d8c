import type { AchFile } from '../../payroll/payments/ach/AchFile.ts';
import { writeAchFile } from '../../payroll/payments/ach/writeAchFile.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';

/**
 * The text of a payment file. One that cannot be written, or does not balance, stops the workflow by
 * `PayrollAssertionFailed`: the next attempt would write the same.
 */
export function provenFile(runId: string, file: AchFile): string {
  const cannot = (why: string) => new PayrollAssertionFailed(`payment file of ${runId}: ${why}`);
  let text;
  try {
    text = writeAchFile(file);
  } catch (error) {
    throw cannot((error as Error).message);
  }
  if (!text.ok) throw cannot(text.error.message);
  return text.value;
}
