import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Column } from '../../../workers/documents/Column.ts';
import { csvHeader, csvRows } from '../../../workers/documents/csv.ts';
import { journalColumns } from '../../../workers/documents/journalColumns.ts';
import { paymentColumns } from '../../../workers/documents/paymentColumns.ts';
import { registerColumns } from '../../../workers/documents/registerColumns.ts';
import { SAMPLE_PAYSLIP } from './samplePayslip.ts';

const read = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) =>
  parse<Record<string, string>>(csvHeader(columns) + csvRows(columns, rows), { bom: true, columns: true });

test('a line of the register adds up: gross less what is taken, plus reimbursements, is net and what is paid', () => {
  const [line] = read(registerColumns, [
    {
      employeeId: 'emp_1',
      externalId: '-7',
      employeeName: 'Ada Lovelace',
      status: 'CALCULATED',
      payslip: SAMPLE_PAYSLIP,
      paidCents: { DIRECT_DEPOSIT: 100_000, CHECK: SAMPLE_PAYSLIP.netPayCents - 100_000 },
      error: undefined,
    },
  ]);
  const cents = (header: string) => Math.round(Number(line?.[header]) * 100);
  const taken = cents('preTaxDeductions') + cents('taxes') + cents('garnishments') + cents('postTaxDeductions');
  expect(cents('grossPay') - taken + cents('reimbursements')).toBe(cents('netPay'));
  expect(cents('paidByDirectDeposit') + cents('paidByCheck')).toBe(cents('netPay'));
  expect(line).toMatchObject({ externalId: "'-7", grossPay: '2897.67', employerTaxes: '212.11', errorCode: '' });
});

test('an employee who failed has the reason and no figures', () => {
  const [line] = read(registerColumns, [
    {
      employeeId: 'emp_2',
      externalId: 'E2',
      employeeName: '=cmd|x',
      status: 'FAILED',
      payslip: undefined,
      paidCents: {},
      error: { code: 'W4_MISSING', message: 'No Form W-4 is recorded.', resolution: 'Record the form.' },
    },
  ]);
  expect(line).toMatchObject({ employeeName: "'=cmd|x", status: 'FAILED', netPay: '', paidByCheck: '' });
  expect(line).toMatchObject({
    errorCode: 'W4_MISSING',
    errorMessage: 'No Form W-4 is recorded.',
    errorResolution: 'Record the form.',
  });
});

test('a posting is a debit or a credit', () => {
  const wages = { entrySequence: 1, segment: 3, accountCode: '6000', accountName: 'Wages', debitCents: 5_000 };
  const lines = read(journalColumns, [
    { ...wages, creditCents: undefined },
    {
      ...wages,
      segment: undefined,
      accountCode: '2100',
      accountName: 'Net pay',
      debitCents: undefined,
      creditCents: 5_000,
    },
  ]);
  expect(lines.map(Object.values)).toEqual([
    ['1', '3', '6000', 'Wages', '50.00', ''],
    ['1', '', '2100', 'Net pay', '', '50.00'],
  ]);
});

test('a payment has its account masked, and the code with which it came back', () => {
  const payment = { paymentId: 'pay_1', employeeId: 'emp_1', employeeName: 'Ada Lovelace', split: 1 };
  const lines = read(paymentColumns, [
    {
      ...payment,
      method: 'DIRECT_DEPOSIT',
      maskedAccountNumber: '****6789',
      amountCents: 1_00,
      status: 'RETURNED',
      state: 'RETURNED',
      returnCode: 'R03',
    },
    {
      ...payment,
      split: 2,
      method: 'CHECK',
      maskedAccountNumber: undefined,
      amountCents: -5,
      status: 'REVERSED',
      state: 'VOIDED',
      returnCode: undefined,
    },
  ]);
  expect(lines.map((line) => Object.values(line).slice(3))).toEqual([
    ['1', 'DIRECT_DEPOSIT', '****6789', '1.00', 'RETURNED', 'R03', 'RETURNED'],
    ['2', 'CHECK', '', '-0.05', 'REVERSED', '', 'VOIDED'],
  ]);
});
