import { describe, expect, test } from 'vitest';
import { expenseAccountOf, liabilityAccountOf, nameOfAccount } from '../../../payroll/ledger/chartOfAccounts.ts';
import { nameOfTaxDeposit, taxDepositOf } from '../../../payroll/ledger/taxDeposits.ts';
import { cents } from '../../../payroll/money.ts';
import type { LineKind, PayslipLine } from '../../../payroll/Payslip.ts';
import { CURRENT_RULE_SET_VERSION, ruleSetOf } from '../../../payroll/ruleSets.ts';

const line = (kind: LineKind, code: string): PayslipLine => ({
  kind,
  code,
  amountCents: cents(100),
  taxableCents: undefined,
  hoursHundredths: undefined,
  reference: undefined,
  shortfallCents: undefined,
});

test.each([
  // kind                  code                      expense     liability
  ['EARNING', 'SALARY', '5000', undefined],
  ['EARNING', 'SHIFT_PREMIUM', '5000', undefined],
  ['EARNING', 'OVERTIME_PREMIUM', '5010', undefined],
  ['EARNING', 'BONUS', '5020', undefined],
  ['EARNING', 'SEVERANCE', '5050', undefined],
  ['REIMBURSEMENT', 'REIMBURSEMENT', '5200', undefined],
  ['TAX', 'US_FIT_SUPPLEMENTAL', undefined, '2200-US_941'],
  ['TAX', 'US_ADDITIONAL_MEDICARE', undefined, '2200-US_941'],
  ['EMPLOYER_TAX', 'US_SS_EMPLOYER', '5100', '2200-US_941'],
  ['EMPLOYER_TAX', 'US_FUTA', '5100', '2200-US_940'],
  ['TAX', 'CA_SIT', undefined, '2200-CA_WITHHOLDING'],
  ['TAX', 'CA_SDI', undefined, '2200-CA_WITHHOLDING'],
  ['EMPLOYER_TAX', 'CA_ETT', '5100', '2200-CA_UNEMPLOYMENT'],
  ['EMPLOYER_TAX', 'CA_UI_EMPLOYER', '5100', '2200-CA_UNEMPLOYMENT'],
  ['TAX', 'PA_UC', undefined, '2200-PA_UNEMPLOYMENT'],
  ['TAX', 'NYC_RESIDENT_SUPPLEMENTAL', undefined, '2200-NY_WITHHOLDING'],
  ['TAX', 'WA_PFML', undefined, '2200-WA_PFML'],
  ['EMPLOYER_TAX', 'WA_PFML_EMPLOYER', '5100', '2200-WA_PFML'],
  ['GARNISHMENT', 'GARNISHMENT_CHILD_SUPPORT', undefined, '2300-CHILD_SUPPORT'],
  ['PRE_TAX_DEDUCTION', 'TRADITIONAL_401K', undefined, '2400-TRADITIONAL_401K'],
  ['POST_TAX_DEDUCTION', 'ROTH_401K', undefined, '2400-ROTH_401K'],
] as const)('%s %s costs %s and is owed as %s', (kind, code, expense, liability) => {
  expect([expenseAccountOf(line(kind, code)), liabilityAccountOf(line(kind, code))]).toEqual([expense, liability]);
});

describe('every tax of the rules', () => {
  const rules = ruleSetOf(CURRENT_RULE_SET_VERSION);
  if (!rules.ok) throw new Error(rules.error.message);
  const codes = Object.values(rules.value.states).flatMap(({ state, levies, localTaxes = [] }) => [
    `${state}_SIT`,
    `${state}_UI_EMPLOYER`,
    ...levies.map(({ code }) => code),
    ...localTaxes.map(({ code }) => code),
  ]);

  test.each(codes)('%s is paid with a deposit that has a name', (code) => {
    expect(nameOfTaxDeposit(taxDepositOf(code))).toMatch(/[a-z]{3}/);
  });

  test('no deposit mixes two states, nor a state with the federation', () => {
    for (const code of codes) expect(taxDepositOf(code).slice(0, 2), code).toBe(code.slice(0, 2));
  });
});

test('accounts have names that a bookkeeper reads', () => {
  expect(
    ['2100', '2200-US_941', '2200-CA_UNEMPLOYMENT', '2300-CHILD_SUPPORT', '1000-fund_1'].map(nameOfAccount),
  ).toEqual([
    'Net pay payable',
    'Payroll taxes payable: federal income tax, Social Security and Medicare (Form 941)',
    'Payroll taxes payable: California unemployment',
    'Garnishments payable: child support',
    'Cash in funding account: fund_1',
  ]);
  expect(() => nameOfAccount('9999')).toThrow('9999');
});
