import { AMOUNTS_IN_WORDS, NET_PAY_IN_WORDS, standingInWords } from './documentWords.ts';
import { formatAmount, formatDollars } from './formatAmount.ts';
import { formatDate } from './formatDate.ts';
import { formatHours } from './formatHours.ts';
import type { PayslipDocument, PayslipSection } from './PayslipDocument.ts';
import { TaggedPdf, type PdfColumn, type PdfRow } from './TaggedPdf.ts';

const HOURS: PdfColumn = { header: 'Hours', width: 0.14 };
const AMOUNTS: readonly PdfColumn[] = [
  { header: 'This pay', width: 0.18 },
  { header: 'Year to date', width: 0.18 },
];
const PAYMENTS: readonly PdfColumn[] = [
  { header: 'Account', width: 0.32 },
  { header: 'Amount', width: 0.18 },
];

/**
 * A payslip as an accessible PDF on US Letter: equal documents give equal bytes. The fonts are the standard ones, which
 * have the letters of Western Europe alone: `TaggedPdf` says what becomes of names in other letters. `payslipHtml` shows
 * every name as it is.
 */
export async function payslipPdf(payslip: PayslipDocument): Promise<Uint8Array> {
  const { companyName, employeeName, netPay, payments, sections, standing } = payslip;
  const payDate = formatDate(payslip.payDate);
  const title = `Payslip of ${employeeName}, ${payDate}`;
  const subject = `Payslip ${payslip.payslipId}, ${standing}, rules ${payslip.ruleSetVersion}`;
  const pdf = new TaggedPdf(title, subject, companyName, new Date(`${payslip.payDate}T00:00:00Z`));

  pdf.head(companyName, 'Payslip', {
    label: 'Net pay',
    value: formatDollars(netPay.amountCents),
    note: `Pay date ${payDate}`,
  });
  const words = standingInWords(standing);
  if (words !== undefined) pdf.warning(words.sentence);
  pdf.facts([
    ['Employee', employeeName],
    ['Employee number', payslip.employeeExternalId],
    ['Pay period', `${formatDate(payslip.periodStartDate)} – ${formatDate(payslip.periodEndDate)}`],
    ['Pay date', payDate],
    ['Payslip', payslip.payslipId],
    ['Rule set', payslip.ruleSetVersion],
  ]);
  const isEmployers = ({ kind }: PayslipSection) => kind === 'EMPLOYER_TAX';
  for (const section of sections.filter((section) => !isEmployers(section))) addSection(pdf, section);
  const net = [formatDollars(netPay.amountCents), formatDollars(netPay.yearToDateCents)];
  pdf.table('Net pay', AMOUNTS, [{ name: NET_PAY_IN_WORDS, values: net, weight: 'RESULT' }]);
  if (payments.length > 0) {
    const rows = payments.map(({ method, maskedAccountNumber, amountCents }) => ({
      name: method,
      values: [maskedAccountNumber ?? '', formatAmount(amountCents)],
      weight: 'LINE' as const,
    }));
    pdf.table('Payments', PAYMENTS, rows);
  }
  for (const section of sections.filter(isEmployers)) addSection(pdf, section);
  pdf.note(AMOUNTS_IN_WORDS);
  return pdf.end(`${companyName} · Payslip ${payslip.payslipId}`, words?.stamp);
}

function addSection(pdf: TaggedPdf, { kind, title, lines, totalLabel, total }: PayslipSection): void {
  const hasHours = kind === 'EARNING';
  const rows = lines.map(({ label, hoursHundredths, amountCents, yearToDateCents }): PdfRow => {
    const hours = hasHours ? [hoursHundredths === undefined ? '' : formatHours(hoursHundredths)] : [];
    const inYear = yearToDateCents === undefined ? '' : formatAmount(yearToDateCents);
    return { name: label, values: [...hours, formatAmount(amountCents), inYear], weight: 'LINE' };
  });
  const sums = [...(hasHours ? [''] : []), formatAmount(total.amountCents), formatAmount(total.yearToDateCents)];
  const columns = hasHours ? [HOURS, ...AMOUNTS] : AMOUNTS;
  pdf.table(title, columns, [...rows, { name: totalLabel, values: sums, weight: 'TOTAL' }]);
}
