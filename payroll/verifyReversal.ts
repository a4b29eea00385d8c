import { refuse, succeed, type Result } from './errors.ts';
import type { Payslip } from './Payslip.ts';
import { encodePayslip, payslipHash } from './payslipCodec.ts';
import { reversePayslip } from './reversePayslip.ts';
import type { VerifiedPayslip } from './verifyPayslip.ts';

/**
 * Proves that a reversal is exactly the negative of the payslip that it reverses.
 * @returns the hash, or `PAYSLIP_DIFFERS` naming the first member of the text that differs
 */
export function verifyReversal(original: Payslip, recorded: Payslip): Result<VerifiedPayslip> {
  const expected = encodePayslip(reversePayslip(original)).split('|');
  const found = encodePayslip(recorded).split('|');
  const count = Math.max(expected.length, found.length);
  for (let i = 0; i < count; i++)
    if (expected[i] !== found[i])
      return refuse(
        'PAYSLIP_DIFFERS',
        `Reversed, member ${i + 1} is "${expected[i] ?? 'absent'}" and on the payslip it is "${found[i] ?? 'absent'}".`,
        'Treat the recorded reversal as unproved and find out what changed.',
      );
  return succeed({ hash: payslipHash(recorded) });
}
