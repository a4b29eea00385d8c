import { cents, type Cents } from './money.ts';
import type { LineKind, Payslip, PayslipLine } from './Payslip.ts';
import type { RunType } from './EmployeePayFacts.ts';
import { payslipTotalsOf } from './payslipTotals.ts';
import { sha256Hex } from './sha256Hex.ts';

/**
 * A payslip as one short line of text, so that it fits one attribute and one write unit. Equal payslips give equal bytes.
 *
 *     1|emp_1|REGULAR|2026-01-19|2026-02-01|2026-02-06|2026.1|<hash>|E SALARY 384615|T US_FIT 30512 @365384|T US_MEDICARE 5577 @|...
 *
 * A line is kind, code, cents, then what it has: `@` taxable cents (nothing after it: as on the line before), `*` hours
 * in hundredths, `!` shortfall cents, `#` reference. Totals are sums of the lines and are not written twice.
 */
const FORMAT = '1';

const LETTER_OF_KIND: Readonly<Record<LineKind, string>> = {
  EARNING: 'E',
  PRE_TAX_DEDUCTION: 'D',
  TAX: 'T',
  GARNISHMENT: 'G',
  POST_TAX_DEDUCTION: 'P',
  REIMBURSEMENT: 'R',
  EMPLOYER_TAX: 'X',
};
const KIND_OF_LETTER = new Map(Object.entries(LETTER_OF_KIND).map(([kind, letter]) => [letter, kind as LineKind]));

export function encodePayslip(payslip: Payslip): string {
  let text = `${FORMAT}|${escaped(payslip.employeeId)}|${payslip.runType}|${payslip.periodStartDate}|${payslip.periodEndDate}|${payslip.payDate}|${payslip.ruleSetVersion}|${payslip.ruleSetHash}`;
  let taxableBefore: number | undefined;
  for (const line of payslip.lines) {
    text += `|${LETTER_OF_KIND[line.kind]} ${line.code} ${line.amountCents}`;
    if (line.taxableCents !== undefined) {
      text += line.taxableCents === taxableBefore ? ' @' : ` @${line.taxableCents}`;
      taxableBefore = line.taxableCents;
    }
    if (line.hoursHundredths !== undefined) text += ` *${line.hoursHundredths}`;
    if (line.shortfallCents !== undefined) text += ` !${line.shortfallCents}`;
    if (line.reference !== undefined) text += ` #${escaped(line.reference)}`;
  }
  return text;
}

/** Reads what `encodePayslip` wrote. Throws on anything else: a damaged record must not become a payslip. */
export function decodePayslip(text: string): Payslip {
  const [format, employeeId, runType, start, end, payDate, version, hash, ...encoded] = text.split('|');
  if (format !== FORMAT || employeeId === undefined || hash === undefined) throw new Error('not an encoded payslip');
  const lines: PayslipLine[] = [];
  let taxableBefore: Cents | undefined;
  for (const part of encoded) {
    const line = decodeLine(part, taxableBefore);
    taxableBefore = line.taxableCents ?? taxableBefore;
    lines.push(line);
  }
  return {
    employeeId: decodeURIComponent(employeeId),
    runType: runType as RunType,
    periodStartDate: start ?? '',
    periodEndDate: end ?? '',
    payDate: payDate ?? '',
    ruleSetVersion: version ?? '',
    ruleSetHash: hash,
    lines,
    ...payslipTotalsOf(lines),
  };
}

function decodeLine(text: string, taxableBefore: Cents | undefined): PayslipLine {
  const [letter = '', code, amount, ...rest] = text.split(' ');
  const kind = KIND_OF_LETTER.get(letter);
  if (kind === undefined || code === undefined || amount === undefined) throw new Error(`not a payslip line: ${text}`);
  let taxableCents: Cents | undefined;
  let hoursHundredths: number | undefined;
  let shortfallCents: Cents | undefined;
  let reference: string | undefined;
  for (const member of rest) {
    const value = member.slice(1);
    if (member === '@') taxableCents = taxableBefore;
    else if (member.startsWith('@')) taxableCents = cents(Number(value));
    else if (member.startsWith('*')) hoursHundredths = Number(value);
    else if (member.startsWith('!')) shortfallCents = cents(Number(value));
    else if (member.startsWith('#')) reference = decodeURIComponent(value);
    else throw new Error(`not a payslip line: ${text}`);
  }
  return { code, kind, amountCents: cents(Number(amount)), taxableCents, hoursHundredths, reference, shortfallCents };
}

const PLAIN = /^[\w.-]*$/;

/** Ids are plain words as a rule; others are escaped so that they cannot end a member. */
function escaped(id: string): string {
  return PLAIN.test(id) ? id : encodeURIComponent(id);
}

/** SHA-256 over the encoded payslip, hexadecimal: what an approver pins and a verification compares. */
export function payslipHash(payslip: Payslip): string {
  return sha256Hex(encodePayslip(payslip));
}
