import { describe, expect, test } from 'vitest';
import { calculatePayslip, calculatePayslipWithTrace } from '../../payroll/calculatePayslip.ts';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { decodePayslip, encodePayslip, payslipHash } from '../../payroll/payslipCodec.ts';
import { payslipTotalsOf } from '../../payroll/payslipTotals.ts';
import type { Payslip } from '../../payroll/Payslip.ts';
import { reversePayslip } from '../../payroll/reversePayslip.ts';
import { addToYearToDate } from '../../payroll/yearToDate.ts';
import { payslipOf } from './payFacts.ts';
import { randomPayFacts, seededRandom } from './randomPayFacts.ts';

function population(size: number, seed: number): EmployeePayFacts[] {
  const random = seededRandom(seed);
  return Array.from({ length: size }, (_, i) => randomPayFacts(random, i));
}

test('100,000 employees: nobody is refused, every payslip adds up, nothing is negative or over a cap', () => {
  const random = seededRandom(2026);
  const faults: string[] = [];
  for (let i = 0; i < 100_000; i++) {
    const facts = randomPayFacts(random, i);
    const result = calculatePayslip(facts);
    if (!result.ok) {
      faults.push(`${i} ${facts.employee.workState}: ${result.error.message}`);
      continue;
    }
    const fault = faultOf(facts, result.value);
    if (fault !== undefined) faults.push(`${i}: ${fault}`);
  }
  expect(faults.slice(0, 5)).toEqual([]);
});

function faultOf(facts: EmployeePayFacts, slip: Payslip): string | undefined {
  const sums = payslipTotalsOf(slip.lines);
  if (sums.netPayCents !== slip.netPayCents || sums.grossCents !== slip.grossCents)
    return 'lines do not sum to the payslip';
  if (JSON.stringify(sums.totals) !== JSON.stringify(slip.totals)) return 'lines do not sum to the totals';
  if (slip.netPayCents < 0) return 'negative net';
  for (const line of slip.lines) if (line.amountCents < 0) return `negative ${line.code}`;
  const year = addToYearToDate(facts.yearToDate, slip);
  if ((year.taxableCents['US_SS'] ?? 0) > 18_450_000) return 'over the Social Security base';
  if ((year.taxableCents['US_FUTA'] ?? 0) > 700_000) return 'over the FUTA base';
  const deferred = (year.amountsCents['TRADITIONAL_401K'] ?? 0) + (year.amountsCents['ROTH_401K'] ?? 0);
  return deferred > 24_500_00 + 11_250_00 ? 'over the deferral limit' : undefined;
}

describe('the same facts', () => {
  const facts = population(2_000, 7);
  const payslips = facts.map(payslipOf);

  test('give the same bytes, with and without trace, in any order', () => {
    const bytes = payslips.map(encodePayslip);
    const backwards = [...facts].reverse().map((one) => encodePayslip(payslipOf(one)));
    expect(backwards.reverse()).toEqual(bytes);
    facts.forEach((one, i) => {
      const traced = calculatePayslipWithTrace(one);
      expect(traced.ok && encodePayslip(traced.value.payslip)).toBe(bytes[i]);
    });
  });

  test('survive JSON: a payslip of facts read back is the same', () => {
    facts.forEach((one, i) => {
      const readBack = JSON.parse(JSON.stringify(one)) as EmployeePayFacts;
      expect(encodePayslip(payslipOf(readBack))).toBe(encodePayslip(payslips[i] as Payslip));
    });
  });

  test('each line has one trace whose parts sum to it', () => {
    for (const one of facts) {
      const traced = calculatePayslipWithTrace(one);
      if (!traced.ok) throw new Error(traced.error.message);
      const { payslip, trace } = traced.value;
      expect(trace.lines.map(({ code, amountCents }) => [code, amountCents])).toEqual(
        payslip.lines.map(({ code, amountCents }) => [code, amountCents]),
      );
      for (const line of trace.lines) {
        const parts = line.steps
          .filter(({ role }) => role === 'PART')
          .reduce((sum, { value }) => sum + Number(value), 0);
        expect([line.code, parts]).toEqual([line.code, line.amountCents]);
        expect(line.citation).not.toBe('');
      }
    }
  });

  test('an encoded payslip reads back whole, and a usual one is under 600 bytes', () => {
    for (const slip of payslips) expect(decodePayslip(encodePayslip(slip))).toEqual(slip);
    const sizes = payslips.map((slip) => encodePayslip(slip).length).sort((a, b) => a - b);
    expect(sizes[sizes.length >> 1]).toBeLessThan(600);
  });

  test('every payslip has its own hash', () => {
    expect(new Set(payslips.map(payslipHash)).size).toBe(payslips.length);
  });

  test('a reversal takes the payslip out of the year again, to the cent', () => {
    facts.forEach((one, i) => {
      const slip = payslips[i] as Payslip;
      const reversed = reversePayslip(slip);
      expect(reversed.netPayCents).toBe(0 - slip.netPayCents);
      const after = addToYearToDate(addToYearToDate(one.yearToDate, slip), reversed);
      for (const key of ['amountsCents', 'taxableCents', 'byDeductionCents', 'byOrderCents'] as const) {
        for (const [code, cents] of Object.entries(after[key]))
          expect([code, cents]).toEqual([code, one.yearToDate[key][code] ?? 0]);
      }
      expect(after.planCompensationCents).toBe(one.yearToDate.planCompensationCents);
    });
  });
});
