import type { PayslipPreview } from '../../clients/generated/schema.ts';
import { decodePayslip } from '../../payroll/payslipCodec.ts';
import { decodePayments } from '../../table/payments.ts';
import type { RunItemRecord } from '../../table/runItem.ts';
import { maskedAccountNumber } from '../answers/maskedAccountNumber.ts';
import { moneyOf } from '../answers/moneyOf.ts';

const NOTHING = { grossPay: null, netPay: null, lines: null, payments: null, ruleSetVersion: null, error: null };

/** What a run would write for an employee, as the API shows it; nothing of it where there is no employee. */
export function previewOf(item: RunItemRecord | undefined): Omit<PayslipPreview, 'userErrors'> {
  if (item?.status === 'FAILED')
    return {
      ...NOTHING,
      error: { code: item.errorCode, message: item.errorMessage, resolution: item.errorResolution },
    };
  if (item?.status !== 'CALCULATED') return NOTHING;
  const { lines, ruleSetVersion } = decodePayslip(item.payslip);
  return {
    grossPay: moneyOf(item.grossPayCents),
    netPay: moneyOf(item.netPayCents),
    lines: lines.map(({ kind, code, amountCents, reference }) => {
      const [startDate = null, endDate = null] = kind === 'EARNING' ? (reference?.split('..') ?? []) : [];
      return { kind, code, amount: moneyOf(amountCents), startDate, endDate };
    }),
    payments: decodePayments(item.payments).map(({ split, method, last4, amountCents }) => ({
      split,
      method,
      maskedAccountNumber: maskedAccountNumber(last4) ?? null,
      amount: moneyOf(amountCents),
    })),
    ruleSetVersion,
    error: null,
  };
}
