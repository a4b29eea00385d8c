import { expect, test } from 'vitest';
import { explainPayslip } from '../../payroll/explainPayslip.ts';
import { explainReversal } from '../../payroll/explainReversal.ts';
import { cents, formatMoney } from '../../payroll/money.ts';
import { payslipHash } from '../../payroll/payslipCodec.ts';
import { reversePayslip } from '../../payroll/reversePayslip.ts';
import { verifyReversal } from '../../payroll/verifyReversal.ts';
import { payFacts, payslipOf } from './payFacts.ts';

const facts = payFacts({ employee: { deductions: [{ deductionId: 'd', type: 'TRADITIONAL_401K', ratePpm: 50_000 }] } });
const original = payslipOf(facts);
const reversal = reversePayslip(original);

test('a reversal is proved by the payslip that it takes back', () => {
  expect(verifyReversal(original, reversal)).toEqual({ ok: true, value: { hash: payslipHash(reversal) } });
});

test('a cent more is found out, and named', () => {
  const [first, ...others] = reversal.lines;
  const lines = first ? [{ ...first, amountCents: cents(first.amountCents - 1) }, ...others] : [];
  const verified = verifyReversal(original, { ...reversal, lines });
  expect(verified).toMatchObject({ ok: false, error: { type: 'PAYSLIP_DIFFERS' } });
  expect(!verified.ok && verified.error.message).toMatch(/"E SALARY -200000".*"E SALARY -200001"/);
});

test('a line that is missing is found out', () => {
  expect(verifyReversal(original, { ...reversal, lines: reversal.lines.slice(0, -1) }).ok).toBe(false);
});

test('the explanation of a reversal has its lines, each with the rule of the original and parts that add up', () => {
  const explained = explainPayslip(facts);
  if (!explained.ok) throw new Error(explained.error.message);
  const { payslip, summary, lines } = explainReversal(explained.value);
  expect(payslip).toEqual(reversal);
  expect(summary).toBe(`Reverses the pay of 2026-03-20: gross -2000.00, net -${formatMoney(original.netPayCents)}.`);
  expect(lines.map(({ code, amountCents }) => [code, amountCents])).toEqual(
    reversal.lines.map(({ code, amountCents }) => [code, amountCents]),
  );
  for (const [index, { trace, words }] of lines.entries()) {
    const parts = trace.steps.filter(({ role }) => role === 'PART').reduce((sum, { value }) => sum + Number(value), 0);
    expect(parts).toBe(trace.amountCents);
    expect(trace.ruleId).toBe(explained.value.lines[index]?.trace.ruleId);
    expect(words).toContain('reverses');
  }
});
