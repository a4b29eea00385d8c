import { describe, expect, test } from 'vitest';
import { registry } from '../../../payroll/jurisdictions/registry.ts';
import { reversePayslip } from '../../../payroll/reversePayslip.ts';
import { addToYearToDate, emptyYearToDate } from '../../../payroll/yearToDate.ts';
import { describeLineCode } from '../../../workers/documents/describeLineCode.ts';
import { payslipDocumentOf } from '../../../workers/documents/payslipDocumentOf.ts';
import { line, payslipWith, SAMPLE_PAYSLIP, SAMPLE_YEAR, sampleDocument } from './samplePayslip.ts';

const FRAME = {
  payslipId: 'slip_1',
  companyName: 'Globex',
  employeeName: 'Ada',
  employeeExternalId: '1',
  standing: 'VALID',
  payments: [],
} as const;

describe('the figures', () => {
  test('every section adds up, in this pay and in the year', () => {
    for (const { lines, total } of sampleDocument().sections) {
      expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(total.amountCents);
      expect(lines.reduce((sum, { yearToDateCents }) => sum + (yearToDateCents ?? 0), 0)).toBe(total.yearToDateCents);
    }
  });

  test('the sections give the net pay, in this pay and in the year', () => {
    const { sections, netPay } = sampleDocument();
    const sign = { EARNING: 1, REIMBURSEMENT: 1, EMPLOYER_TAX: 0 } as Record<string, number>;
    const sum = (of: 'amountCents' | 'yearToDateCents') =>
      sections.reduce((net, { kind, total }) => net + (sign[kind] ?? -1) * total[of], 0);
    expect({ amountCents: sum('amountCents'), yearToDateCents: sum('yearToDateCents') }).toEqual(netPay);
  });

  test('a reversal after its payslip leaves nothing in the year', () => {
    const reversal = reversePayslip(SAMPLE_PAYSLIP);
    const year = [SAMPLE_PAYSLIP, reversal].reduce(addToYearToDate, emptyYearToDate(2026));
    const { sections, netPay } = payslipDocumentOf(reversal, year, { ...FRAME, standing: 'REVERSAL' });
    expect(netPay).toEqual({ amountCents: 0 - SAMPLE_PAYSLIP.netPayCents, yearToDateCents: 0 });
    expect(sections.every(({ total }) => total.yearToDateCents === 0)).toBe(true);
  });

  test('of several deductions of one kind, each has its own year, and those no longer taken share a line', () => {
    const dues = (reference: string, cents: number) => line('POST_TAX_DEDUCTION', 'POST_TAX', cents, { reference });
    const payslip = payslipWith([dues('union', 1_000), dues('gym', 2_000)]);
    const earlier = payslipWith([dues('union', 1_000), dues('parking', 500)]);
    const year = [earlier, payslip].reduce(addToYearToDate, emptyYearToDate(2026));
    const [section] = payslipDocumentOf(payslip, year, FRAME).sections;
    expect(section?.lines.map(({ label, yearToDateCents }) => [label, yearToDateCents])).toEqual([
      ['Post-tax deduction (union)', 2_000],
      ['Post-tax deduction (gym)', 2_000],
      ['Post-tax deduction, others this year', 500],
    ]);
  });

  test('a short order id is not shown at all', () => {
    const payslip = payslipWith([line('GARNISHMENT', 'GARNISHMENT_CREDITOR', 100, { reference: '42' })]);
    const [section] = payslipDocumentOf(payslip, addToYearToDate(emptyYearToDate(2026), payslip), FRAME).sections;
    expect(section?.lines[0]?.label).toBe('Creditor garnishment (***)');
  });

  test('a gross that was brought over without its parts is in the year', () => {
    const year = { ...SAMPLE_YEAR, grossCents: SAMPLE_YEAR.grossCents + 7 };
    const [earnings] = payslipDocumentOf(SAMPLE_PAYSLIP, year, FRAME).sections;
    expect(earnings?.total.yearToDateCents).toBe(SAMPLE_YEAR.grossCents + 7);
  });
});

describe('the words', () => {
  const codes = registry.states.flatMap(({ levies, localTaxes = [] }) => [
    ...levies.map(({ code, paidBy }) => [code, paidBy === 'EMPLOYEE' ? 'TAX' : 'EMPLOYER_TAX'] as const),
    ...localTaxes.map(({ code }) => [code, 'TAX'] as const),
  ]);

  test.each(codes)('%s of the rules has words, and the kind that the rules give it', (code, kind) => {
    const described = describeLineCode(code);
    expect(described.kind).toBe(kind);
    expect(described.words).not.toBe(code.replaceAll('_', ' '));
  });

  test.each([
    ['SALARY', 'EARNING', 'Salary'],
    ['GARNISHMENT_STUDENT_LOAN', 'GARNISHMENT', 'Student loan'],
    ['NY_SIT', 'TAX', 'New York income tax'],
    ['NY_SIT_SUPPLEMENTAL', 'TAX', 'New York income tax on supplemental wages'],
    ['TX_UI_EMPLOYER', 'EMPLOYER_TAX', 'Texas unemployment tax'],
    ['ZZ_NEW_LEVY', 'TAX', 'ZZ NEW LEVY'],
    ['ZZ_NEW_LEVY_EMPLOYER', 'EMPLOYER_TAX', 'ZZ NEW LEVY EMPLOYER'],
  ])('%s is a line of %s: %s', (code, kind, words) => {
    expect(describeLineCode(code)).toEqual({ kind, words });
  });
});
