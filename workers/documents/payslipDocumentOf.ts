import { ownMember } from '../../payroll/ownMember.ts';
import type { LineKind, Payslip, PayslipLine } from '../../payroll/Payslip.ts';
import type { YearToDate } from '../../payroll/yearToDate.ts';
import { describeLineCode } from './describeLineCode.ts';
import { formatAmount } from './formatAmount.ts';
import { formatDate } from './formatDate.ts';
import type { PayslipAmounts, PayslipDocument, PayslipDocumentLine, PayslipSection } from './PayslipDocument.ts';

/** What a payslip's document says beside the figures of the payslip itself. */
export type PayslipFrame = Pick<
  PayslipDocument,
  'payslipId' | 'companyName' | 'employeeName' | 'employeeExternalId' | 'standing' | 'payments'
>;

/** In the order of the calculation; what the employer pays on top comes last, because it is no part of the pay. */
const SECTIONS: readonly { kind: LineKind; title: string; totalLabel: string }[] = [
  { kind: 'EARNING', title: 'Earnings', totalLabel: 'Gross pay' },
  { kind: 'PRE_TAX_DEDUCTION', title: 'Pre-tax deductions', totalLabel: 'Total pre-tax deductions' },
  { kind: 'TAX', title: 'Taxes', totalLabel: 'Total taxes' },
  { kind: 'GARNISHMENT', title: 'Garnishments', totalLabel: 'Total garnishments' },
  { kind: 'POST_TAX_DEDUCTION', title: 'Post-tax deductions', totalLabel: 'Total post-tax deductions' },
  { kind: 'REIMBURSEMENT', title: 'Reimbursements', totalLabel: 'Total reimbursements' },
  { kind: 'EMPLOYER_TAX', title: 'Taxes paid by the employer, not from pay', totalLabel: 'Total employer taxes' },
];

/**
 * The document of a payslip.
 * @param yearToDate the year of the pay date with this payslip in it (`addToYearToDate`): what was paid earlier in the
 * year and not in this pay is a line of its own with 0.00, so that the column of the year adds up too
 */
export function payslipDocumentOf(payslip: Payslip, yearToDate: YearToDate, frame: PayslipFrame): PayslipDocument {
  const { periodStartDate, periodEndDate, payDate, ruleSetVersion, netPayCents } = payslip;
  const lines = [...linesOf(payslip, yearToDate), ...earlierLinesOf(payslip, yearToDate)];
  return {
    ...frame,
    periodStartDate,
    periodEndDate,
    payDate,
    ruleSetVersion,
    sections: SECTIONS.flatMap(({ kind, ...names }): PayslipSection[] => {
      const ofKind = lines.filter((line) => line.kind === kind).map(({ line }) => line);
      if (ofKind.length === 0) return [];
      const total = totalOf(ofKind);
      // Balances that were brought over from another system may have a gross without its parts.
      return [{ kind, ...names, lines: ofKind, total: kind === 'EARNING' ? grossOf(payslip, yearToDate) : total }];
    }),
    netPay: { amountCents: netPayCents, yearToDateCents: yearToDate.netPayCents },
  };
}

type KindedLine = { readonly kind: LineKind; readonly line: PayslipDocumentLine };

function linesOf({ lines }: Payslip, yearToDate: YearToDate): KindedLine[] {
  const lastOf = new Map(lines.map((line, i) => [yearKeyOf(line), i]));
  return lines.map((line, i) => ({
    kind: line.kind,
    line: {
      label: labelOf(line),
      hoursHundredths: line.hoursHundredths,
      amountCents: line.amountCents,
      yearToDateCents: lastOf.get(yearKeyOf(line)) === i ? inYearOf(line, yearToDate) : undefined,
    },
  }));
}

/** What the year counts the line under: its deduction or order, else its code. */
function yearKeyOf({ kind, code, reference }: PayslipLine): string {
  return reference === undefined || kind === 'EARNING' ? code : `${code} ${reference}`;
}

function inYearOf({ kind, code, reference }: PayslipLine, yearToDate: YearToDate): number {
  const { amountsCents, byDeductionCents, byOrderCents } = yearToDate;
  if (reference === undefined || kind === 'EARNING') return ownMember(amountsCents, code) ?? 0;
  return ownMember(kind === 'GARNISHMENT' ? byOrderCents : byDeductionCents, reference) ?? 0;
}

/** What the year has of each code beyond the lines of this pay. */
function earlierLinesOf({ lines }: Payslip, yearToDate: YearToDate): KindedLine[] {
  const shownCents = new Map<string, number>();
  for (const line of new Map(lines.map((line) => [yearKeyOf(line), line])).values()) {
    shownCents.set(line.code, (shownCents.get(line.code) ?? 0) + inYearOf(line, yearToDate));
  }
  return Object.entries(yearToDate.amountsCents).flatMap(([code, inYearCents]) => {
    const yearToDateCents = inYearCents - (shownCents.get(code) ?? 0);
    if (yearToDateCents === 0) return [];
    const { kind, words } = describeLineCode(code);
    const label = shownCents.has(code) ? `${words}, others this year` : words;
    return [{ kind, line: { label, hoursHundredths: undefined, amountCents: 0, yearToDateCents } }];
  });
}

/** `Child support (***7781), 12.00 not taken for want of pay`. Of an order's id, maybe a court's case number, only the end is shown. */
function labelOf({ code, kind, reference, shortfallCents }: PayslipLine): string {
  const { words } = describeLineCode(code);
  const shown = reference === undefined ? undefined : shownReference(kind, reference);
  const named = shown === undefined ? words : `${words} (${shown})`;
  return shortfallCents === undefined ? named : `${named}, ${formatAmount(shortfallCents)} not taken for want of pay`;
}

/** Days as people write them; of an order's id, maybe a court's case number, only the end; a deduction's id as it is. */
function shownReference(kind: LineKind, reference: string): string {
  if (kind === 'EARNING') return reference.split('..').map(formatDate).join(' to ');
  return kind === 'GARNISHMENT' ? maskedOrderId(reference) : reference;
}

function maskedOrderId(orderId: string): string {
  return orderId.length > 4 ? `***${orderId.slice(-4)}` : '***';
}

function grossOf({ grossCents }: Payslip, yearToDate: YearToDate): PayslipAmounts {
  return { amountCents: grossCents, yearToDateCents: yearToDate.grossCents };
}

function totalOf(lines: readonly PayslipDocumentLine[]): PayslipAmounts {
  return {
    amountCents: lines.reduce((sum, line) => sum + line.amountCents, 0),
    yearToDateCents: lines.reduce((sum, line) => sum + (line.yearToDateCents ?? 0), 0),
  };
}
