import { type ErrorCode, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { returnCode } from '../../payroll/payments/ach/returnCode.ts';
import type { PaymentState } from '../../table/runItem.ts';
import { withoutAbsent } from '../commands/withoutAbsent.ts';

/**
 * How a payment stands that was returned: with the bank's code, what it means, and the fix.
 * @param before how it stood: the file and the account of a retry stay known
 */
export function returnedState(
  code: string,
  attempt: number,
  at: string,
  before: PaymentState | undefined,
): Result<PaymentState, ErrorCode> {
  const known = returnCode(code);
  if (!known.ok) return known;
  const { meaning, resolution } = known.value;
  if (code.startsWith('C'))
    return refuse(
      'INVALID_INPUT',
      `returnCode "${code}" is a notice of change, not a return. ${meaning}`,
      resolution,
      'returnCode',
    );
  const { paymentFileId, effectiveEntryDate, employeeVersion, last4 } = before ?? {};
  return succeed({
    status: 'RETURNED',
    attempt,
    at,
    returnCode: code,
    returnReason: meaning,
    resolution,
    ...withoutAbsent<Partial<PaymentState>>({ paymentFileId, effectiveEntryDate, employeeVersion, last4 }),
  });
}
