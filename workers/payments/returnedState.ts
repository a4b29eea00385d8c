import { type ErrorCode, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { returnCode } from '../../payroll/payments/ach/returnCode.ts';
import type { PaymentState } from '../../table/runItem.ts';

/** How a payment stands that came back: with the bank's code, what it means, and what mends it. */
export function returnedState(code: string, attempt: number, at: string): Result<PaymentState, ErrorCode> {
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
  return succeed({ status: 'RETURNED', attempt, at, returnCode: code, returnReason: meaning, resolution });
}
