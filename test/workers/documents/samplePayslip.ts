import { cents } from '../../../payroll/money.ts';
import type { LineKind, Payslip, PayslipLine } from '../../../payroll/Payslip.ts';
import { payslipTotalsOf } from '../../../payroll/payslipTotals.ts';
import { addToYearToDate, emptyYearToDate } from '../../../payroll/yearToDate.ts';
import type { PayslipDocument } from '../../../workers/documents/PayslipDocument.ts';
import { payslipDocumentOf } from '../../../workers/documents/payslipDocumentOf.ts';

export function line(
  kind: LineKind,
  code: string,
  amountCents: number,
  more: Partial<Pick<PayslipLine, 'reference'>> & { hoursHundredths?: number; shortfallCents?: number } = {},
): PayslipLine {
  const { hoursHundredths, reference, shortfallCents } = more;
  return {
    kind,
    code,
    amountCents: cents(amountCents),
    taxableCents: undefined,
    hoursHundredths,
    reference,
    shortfallCents: shortfallCents === undefined ? undefined : cents(shortfallCents),
  };
}

export function payslipWith(lines: readonly PayslipLine[], payDate = '2026-11-20'): Payslip {
  return {
    employeeId: 'emp_1',
    runType: 'REGULAR',
    periodStartDate: '2026-11-02',
    periodEndDate: '2026-11-15',
    payDate,
    ruleSetVersion: '2026.1',
    ruleSetHash: 'a'.repeat(64),
    lines,
    ...payslipTotalsOf(lines),
  };
}

export const SAMPLE_PAYSLIP = payslipWith([
  line('EARNING', 'HOURLY', 256_000, { hoursHundredths: 8_000 }),
  line('EARNING', 'HOURLY', 24_000, { hoursHundredths: 600 }),
  line('EARNING', 'OVERTIME_PREMIUM', 9_767, { hoursHundredths: 600 }),
  line('PRE_TAX_DEDUCTION', 'SECTION_125_HEALTH', 12_500, { reference: 'medical' }),
  line('PRE_TAX_DEDUCTION', 'TRADITIONAL_401K', 17_386, { reference: 'plan' }),
  line('TAX', 'US_FIT', 23_114),
  line('TAX', 'US_SS', 17_191),
  line('TAX', 'US_MEDICARE', 4_020),
  line('TAX', 'CA_SIT', 8_344),
  line('TAX', 'CA_SDI', 3_605),
  line('GARNISHMENT', 'GARNISHMENT_CHILD_SUPPORT', 30_000, { reference: 'FL-2024-007781', shortfallCents: 1_200 }),
  line('POST_TAX_DEDUCTION', 'POST_TAX', 1_500, { reference: 'union dues' }),
  line('REIMBURSEMENT', 'REIMBURSEMENT', 4_250),
  line('EMPLOYER_TAX', 'US_SS_EMPLOYER', 17_191),
  line('EMPLOYER_TAX', 'US_MEDICARE_EMPLOYER', 4_020),
  line('EMPLOYER_TAX', 'CA_UI_EMPLOYER', 0),
  line('EMPLOYER_TAX', 'CA_ETT', 0),
]);

const EARLIER = payslipWith(
  [...SAMPLE_PAYSLIP.lines, line('EARNING', 'BONUS', 250_000), line('TAX', 'US_FIT_SUPPLEMENTAL', 55_000)],
  '2026-11-06',
);

export const SAMPLE_YEAR = [EARLIER, SAMPLE_PAYSLIP].reduce(addToYearToDate, emptyYearToDate(2026));

const netCents = SAMPLE_PAYSLIP.netPayCents;

/** A payslip with a line of every kind. */
export function sampleDocument(changes: Partial<PayslipDocument> = {}): PayslipDocument {
  const document = payslipDocumentOf(SAMPLE_PAYSLIP, SAMPLE_YEAR, {
    payslipId: 'slip_01JD3M8V0N4T',
    companyName: 'Globex Corporation',
    employeeName: 'Ada Lovelace',
    employeeExternalId: 'E-00042',
    standing: 'VALID',
    payments: [
      { method: 'Direct deposit', maskedAccountNumber: '****6789', amountCents: 100_000 },
      { method: 'Check', maskedAccountNumber: undefined, amountCents: netCents - 100_000 },
    ],
  });
  return { ...document, ...changes };
}
