import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { formatMoney } from '../../payroll/money.ts';
import { payFacts, payslipOf, refusalOf } from './payFacts.ts';
import { randomPayFacts, seededRandom } from './randomPayFacts.ts';

type Node = Record<string, unknown>;

/** Every member of a JSON value, as the object that holds it and its key. */
function membersOf(value: unknown): [Node, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [value as Node, key] as [Node, string],
    ...membersOf((value as Node)[key]),
  ]);
}

test('facts with any one member broken are refused or figured, and never throw', () => {
  const random = seededRandom(5);
  const samples = Array.from({ length: 40 }, (_, i) => JSON.stringify(randomPayFacts(random, i)));
  const junk = fc.constantFrom<unknown>(
    undefined,
    null,
    -1,
    0.5,
    Number.NaN,
    1e300,
    '',
    'constructor',
    '__proto__',
    [],
    {},
    true,
    [null],
    'TX',
  );
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), junk, (sample, at, value) => {
      const facts = JSON.parse(sample) as EmployeePayFacts;
      const members = membersOf(facts);
      const [holder, key] = members[at % members.length] as [Node, string];
      if (value === undefined && !Array.isArray(holder)) delete holder[key];
      else holder[key] = value ?? null;
      const result = calculatePayslip(facts);
      if (!result.ok)
        expect([result.error.type, result.error.resolution === '']).toEqual([
          expect.stringMatching(/^[A-Z0-9_]+$/),
          false,
        ]);
    }),
    { numRuns: 6_000 },
  );
});

test.each([
  [
    'an earning that nobody knows',
    payFacts({ payInputs: { earnings: [{ type: 'TIPS' as 'BONUS', amountCents: 1 }] } }),
  ],
  [
    'a deduction that nobody knows',
    payFacts({ employee: { deductions: [{ deductionId: 'd', type: 'GYM' as 'HSA', amountCents: 1 }] } }),
  ],
  ['two forms of one state', payFacts({ employee: { stateTaxForms: [{ state: 'PA' }, { state: 'PA' }] } })],
])('%s is refused, not paid as something else', (_case, facts) => {
  expect(refusalOf(facts)).toBe('INVALID_INPUT');
});

test('the example in docs/payslip-input.md is a payslip', () => {
  const page = readFileSync(new URL('../../docs/payslip-input.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(formatMoney(payslipOf(JSON.parse(json) as EmployeePayFacts).netPayCents)).toBe('2084.93');
});
