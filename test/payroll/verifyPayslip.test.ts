import { describe, expect, test } from 'vitest';
import { calculatePayslipWithTrace } from '../../payroll/calculatePayslip.ts';
import { explainPayslip } from '../../payroll/explainPayslip.ts';
import { cents } from '../../payroll/money.ts';
import { decodePayslip, payslipHash } from '../../payroll/payslipCodec.ts';
import { verifyPayslip } from '../../payroll/verifyPayslip.ts';
import { payFacts, payslipOf, refusalOf } from './payFacts.ts';

const facts = payFacts({
  employee: { workState: 'CA' },
  payInputs: { earnings: [{ type: 'BONUS', amountCents: 500_00 }] },
});
const recorded = payslipOf(facts);

describe('verifying', () => {
  test('the recorded payslip is proved by its hash', () => {
    expect(verifyPayslip(facts, recorded)).toEqual({ ok: true, value: { hash: payslipHash(recorded) } });
  });

  test('one cent of difference names the line and both amounts', () => {
    const lines = recorded.lines.map((line) =>
      line.code === 'US_SS' ? { ...line, amountCents: cents(line.amountCents + 1) } : line,
    );
    const verified = verifyPayslip(facts, { ...recorded, lines });
    expect(verified).toMatchObject({ ok: false, error: { type: 'PAYSLIP_DIFFERS' } });
    expect(verified.ok ? '' : verified.error.message).toMatch(/line 5 .*US_SS.*15500.*15501.*us\.socialSecurity/);
  });

  test('with the recorded trace the first step that differs is named', () => {
    const traced = calculatePayslipWithTrace(facts);
    if (!traced.ok) throw new Error(traced.error.message);
    const raised = {
      ...facts,
      employee: {
        ...facts.employee,
        compensation: { type: 'SALARY', annualSalaryCents: 60_000_00, isOvertimeExempt: true } as const,
      },
    };
    const verified = verifyPayslip(raised, recorded, traced.value.trace);
    expect(verified.ok ? '' : verified.error.message).toContain(
      'line 1, SALARY: step 1 is "annual salary: 60000.00" here and "annual salary: 52000.00" on record',
    );
  });

  test('another rule set is named before any amount', () => {
    const verified = verifyPayslip(facts, { ...recorded, ruleSetHash: 'other' });
    expect(verified.ok ? '' : verified.error.message).toContain(`rule set ${recorded.ruleSetVersion} has hash`);
  });

  test('a version that this build does not carry is refused', () => {
    expect(verifyPayslip(facts, { ...recorded, ruleSetVersion: '1999.1' })).toMatchObject({
      ok: false,
      error: { type: 'RULE_SET_NOT_FOUND' },
    });
  });

  test('a damaged record does not become a payslip', () => {
    expect(() => decodePayslip('2|emp')).toThrow('not an encoded payslip');
    expect(() => decodePayslip('1|e|REGULAR|a|b|c|v|h|T US_SS')).toThrow('not a payslip line');
    expect(() => decodePayslip('1|e|REGULAR|a|b|c|v|h|T US_SS 1.5')).toThrow('whole number');
  });
});

describe('explaining', () => {
  test('each line has a sentence, its source and its steps', () => {
    const explained = explainPayslip(facts);
    if (!explained.ok) throw new Error(explained.error.message);
    const tax = explained.value.lines.find(({ code }) => code === 'US_FIT');
    expect(tax?.words).toBe(
      'US_FIT: 156.15 withheld as tax, by rule us.incomeTax.worksheet1A of 2026.2 (IRS Publication 15-T (2026) section 1, Worksheet 1A).',
    );
    expect(tax?.steps).toEqual([
      'taxable wages this period: 2000.00',
      'nonresident alien amount: 0.00',
      'line 1b pay periods a year: 26',
      'form: W4_2020',
      'line 1c annual wages: 52000.00',
      'filing status: SINGLE',
      'Step 2 box: not checked',
      'line 1d Step 4(a) other income: 0.00',
      'line 1f Step 4(b) deductions: 0.00',
      'line 1g: 8600.00',
      'line 1i adjusted annual wages: 43400.00',
      'line 2b bracket from: 19900.00',
      'line 2c: 1240.00',
      'line 2d rate: 12 %',
      'line 2e over the bracket: 23500.00',
      'line 3a Step 3 credits: 0.00',
      'line 3c tax on regular wages: 156.15 (half up to the cent, once)',
      'line 4a extra withholding: 0.00',
    ]);
    expect(explained.value.summary).toMatch(
      /^Paid on 2026-03-20: gross 2500\.00, less taxes \d+\.\d\d, net \d+\.\d\d\.$/,
    );
  });
});

test.each([
  ['a reversal is not calculated', { ...facts, runType: 'REVERSAL' as const }, 'REVERSAL_NOT_CALCULATED'],
  [
    'an amount with half a cent',
    payFacts({ payInputs: { earnings: [{ type: 'BONUS', amountCents: 0.5 }] } }),
    'INVALID_AMOUNT',
  ],
  ['a negative amount', payFacts({ payInputs: { earnings: [{ type: 'BONUS', amountCents: -1 }] } }), 'INVALID_AMOUNT'],
  [
    'an amount beyond ten billion dollars',
    payFacts({ payInputs: { earnings: [{ type: 'BONUS', amountCents: 1e15 }] } }),
    'INVALID_AMOUNT',
  ],
  ['a year to date of another year', payFacts({ yearToDate: { year: 2025 } }), 'INVALID_INPUT'],
  ['a year to date that is no money', payFacts({ yearToDate: { taxableCents: { US_SS: 0.1 } } }), 'INVALID_AMOUNT'],
  [
    'a pay date of another year',
    payFacts({ period: { ...facts.period, payDate: '2025-12-31' } }),
    'PAY_DATE_NOT_SUPPORTED',
  ],
  ['27 as a withholding factor', payFacts({ period: { ...facts.period, periodsPerYear: 27 } }), 'INVALID_INPUT'],
])('%s is refused', (_case, wrong, type) => {
  expect(refusalOf(wrong)).toBe(type);
});
