import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPostings } from '../../../payroll/ledger/addPostings.ts';
import { cashRequirementOf } from '../../../payroll/ledger/cashRequirement.ts';
import { postingsOf } from '../../../payroll/ledger/postingsOf.ts';
import { cents } from '../../../payroll/money.ts';
import { payFacts, payslipOf } from '../payFacts.ts';
import { randomPayFacts, seededRandom } from '../randomPayFacts.ts';

test('what must be in the bank is what the run costs the employer: net pay and everything withheld or owed on top', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.nat(1_000_000), (seed, sharePpm) => {
      const random = seededRandom(seed);
      const payslips = Array.from({ length: 25 }, (_, i) => payslipOf(randomPayFacts(random, i)));
      const sum = (amountOf: (payslip: (typeof payslips)[number]) => number) =>
        payslips.reduce((total, payslip) => total + amountOf(payslip), 0);
      const net = sum(({ netPayCents }) => netPayCents);
      const checkCents = cents(Math.floor(net * (sharePpm / 1_000_000)));
      const netPay = { directDepositCents: cents(net - checkCents), checkCents };
      const required = cashRequirementOf(addPostings(payslips.map(postingsOf)), netPay, '2026-03-20');
      if (!required.ok) throw new Error(required.error.message);
      const { totalCents, taxes, garnishments, deductions } = required.value;
      const totalOf = (owed: typeof taxes) => owed.reduce((total, { amountCents }) => total + amountCents, 0);
      expect(totalOf(taxes)).toBe(sum(({ totals }) => totals.taxesCents + totals.employerTaxesCents));
      expect(totalOf(garnishments)).toBe(sum(({ totals }) => totals.garnishmentsCents));
      expect(totalOf(deductions)).toBe(
        sum(({ totals }) => totals.preTaxDeductionsCents + totals.postTaxDeductionsCents),
      );
      expect(totalCents).toBe(
        sum(({ grossCents, totals }) => grossCents + totals.reimbursementsCents + totals.employerTaxesCents),
      );
    }),
    { numRuns: 25 },
  );
});

const payslip = payslipOf(payFacts());
const byCheck = { directDepositCents: cents(0), checkCents: payslip.netPayCents };

test('direct deposits are needed two banking days before the pay date, Thanksgiving not counted', () => {
  const required = cashRequirementOf(postingsOf(payslip), byCheck, '2026-11-27');
  expect(required).toMatchObject({ ok: true, value: { fundingDate: '2026-11-24', payDate: '2026-11-27' } });
});

test('net pay that is in no payment, or in two, stops the run', () => {
  const short = { ...byCheck, checkCents: cents(payslip.netPayCents - 1) };
  expect(() => cashRequirementOf(postingsOf(payslip), short, '2026-11-27')).toThrow('net pay');
});

test('a pay date whose banking days are unknown is refused', () => {
  expect(cashRequirementOf(postingsOf(payslip), byCheck, '2031-01-03')).toMatchObject({
    ok: false,
    error: { type: 'PAY_DATE_NOT_SUPPORTED' },
  });
});
