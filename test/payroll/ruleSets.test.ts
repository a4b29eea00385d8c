import { expect, test } from 'vitest';
import { calculatePayslipWithTrace } from '../../payroll/calculatePayslip.ts';
import { canonicalJson } from '../../payroll/canonicalJson.ts';
import type { EarningInput } from '../../payroll/EmployeePayFacts.ts';
import { ruleSetOf } from '../../payroll/ruleSets.ts';
import { sha256Hex } from '../../payroll/sha256Hex.ts';
import { payFacts } from './payFacts.ts';
import { FORMS } from './randomPayFacts.ts';

/* A payslip names the rule set that it was computed with, and must be computed alike by it for as long as it is kept. */

const STATES_OF_2026_1 = 'AK AZ CA FL GA IA IL IN KY LA MA MI MS NC NH NV NY OH PA SD TN TX UT WA WY'.split(' ');
const EARNINGS: readonly (readonly EarningInput[])[] = [
  [],
  [{ type: 'BONUS', amountCents: 4_321_09 }],
  [{ type: 'GROSS_UP', amountCents: 500_00 }],
];

test('rule set 2026.1 has the data that it was released with', () => {
  const rules = ruleSetOf('2026.1');
  expect(rules.ok && rules.value.hash).toBe('b3579ee46132ac93f390bc4357a430bc486b464df7e6d904dc1ffb85e8b0b018');
});

test('rule set 2026.1 computes every line and step as when it was released', () => {
  const results = STATES_OF_2026_1.flatMap((workState) =>
    EARNINGS.flatMap((earnings) =>
      (['TX', 'PA', workState] as const).map((homeState) => {
        const states = [...new Set([workState, homeState])];
        const facts = payFacts({
          employee: {
            workState,
            homeState,
            localTaxes:
              workState === 'IN' ? [{ jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePpm: 20_200 }] : [],
            stateTaxForms: states.flatMap((state) => (FORMS[state] === undefined ? [] : [{ state, ...FORMS[state] }])),
            deductions: [{ deductionId: '401k', type: 'TRADITIONAL_401K', ratePpm: 60_000 }],
          },
          payInputs: { earnings },
        });
        return calculatePayslipWithTrace({ ...facts, ruleSetVersion: '2026.1' });
      }),
    ),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(sha256Hex(canonicalJson(results))).toBe('0635c05edfd9e186986bed12219e8c4740bd18e3dd61e7a59fc71ed04987e990');
});
