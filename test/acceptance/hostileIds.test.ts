import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  UpsertEmployeesDocument,
  UpsertFundingAccountDocument,
  UpsertHookDocument,
  UpsertPayGroupDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { approveAs, type ClockedOffice } from './clockedOffice.ts';
import { FUNDING_ACCOUNT } from './payingOffice.ts';
import { startRun } from './payrollOffice.ts';
import { balancesOf, centsOf, openPostingOffice, payRun, readItems, readJournal, readYear } from './postingOffice.ts';

/* Whatever the company's own words are: an id is refused with a code, or everybody under it is paid and posted. */

/** Names that every object inherits, and names that look like others, like nothing, or like a command. */
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '',
  ' ',
  'x'.repeat(2_000),
  '😀',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\u0440ayroll', // with a Cyrillic letter
  'e\u0301', // an accent as a character of its own
  'trailing ',
  ' leading',
  'a|b',
  'a#b',
  'a/b?c',
  '%2e',
  '"quoted"',
  '=1+1',
];

let office: ClockedOffice;
const key = () => ({ idempotencyKey: crypto.randomUUID() });

const employee = (externalId: string, more: Partial<EmployeeInput> = {}): EmployeeInput => ({
  externalId,
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Ada',
  familyName: 'Newcomer',
  hireDate: '2025-03-15',
  workState: 'TX',
  compensation: { type: 'SALARY', annualSalary: '52000' },
  taxProfile: { filingStatus: 'SINGLE' },
  ...more,
});

/** Records one employee, and answers the id, or the code of the refusal. */
async function recorded(input: EmployeeInput, idempotencyKey: string = crypto.randomUUID()): Promise<string> {
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey, employees: [input] },
  });
  const [row] = upsertEmployees?.results ?? [];
  const [refusal] = [...(upsertEmployees?.userErrors ?? []), ...(row?.userErrors ?? [])];
  if (refusal) return refusal.code;
  if (!row?.employeeId) throw new Error(`${JSON.stringify(input.externalId)} has neither an employee nor a refusal`);
  return row.employeeId;
}

const isEmployee = (answer: string) => answer.startsWith('emp_');
const orderOf = (orderId: string) =>
  ({
    orderId,
    type: 'CHILD_SUPPORT',
    receivedDate: '2026-01-10',
    amount: '60.00',
    balance: '100.00',
  }) as const;
const deductionOf = (deductionId: string) => ({ deductionId, type: 'POST_TAX', amount: '50.00' }) as const;

/** What was answered for each word by the place it was sent to. */
const answers = { externalId: new Map<string, string>(), reference: new Map<string, string>() };

beforeAll(async () => {
  office = await openPostingOffice(1);
  for (const [index, word] of WORDS.entries()) {
    answers.externalId.set(word, await recorded(employee(word)));
    // The same word for an order and a deduction: each counts for itself.
    const more = { deductions: [deductionOf(word)], garnishments: [orderOf(word)] };
    answers.reference.set(word, await recorded(employee(`REF-${index}`, more)));
  }
});
afterAll(() => office.close());

test('each id is refused with a typed code, or an employee is recorded', () => {
  const codes = new Set([...answers.externalId.values(), ...answers.reference.values()].filter((a) => !isEmployee(a)));
  expect([...codes]).toEqual(['INVALID_INPUT']);
  for (const word of WORDS.slice(0, 5)) {
    expect(answers.externalId.get(word), word).toMatch(/^emp_/);
    expect(answers.reference.get(word), word).toMatch(/^emp_/);
  }
  for (const word of ['', ' ', 'x'.repeat(2_000), '\u0000', 'a\u0000b', '\uD800', 'trailing ', ' leading'])
    for (const answer of [answers.externalId.get(word), answers.reference.get(word)])
      expect([word, answer]).toEqual([word, 'INVALID_INPUT']);
});

test('everybody recorded is paid and posted to the cent, and an order collects its balance whatever it is called', async () => {
  const periods = ['2026-11-09', '2026-11-23'];
  const withheld: number[] = [];
  for (const [index, periodStartDate] of periods.entries()) {
    const runId = await payRun(office, { ...key(), periodStartDate });
    const items = new Map((await readItems(office.admin, runId)).map((item) => [item.employeeId, item]));
    for (const [word, employeeId] of [...answers.externalId, ...answers.reference]) {
      if (!isEmployee(employeeId)) continue;
      expect([word, items.get(employeeId)?.status]).toEqual([word, 'CALCULATED']);
      expect([word, (await readYear(office.admin, employeeId))?.postedRunCount]).toEqual([word, index + 1]);
    }
    const journal = await readJournal(office.admin, runId);
    const balances = balancesOf(journal);
    expect(balances['2100']).toBeUndefined();
    expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
    withheld.push(-(balances['2300-CHILD_SUPPORT'] ?? 0));
    expect(-(balances['2400-POST_TAX'] ?? 0)).toBe(50_00 * referees());
  }
  expect(withheld).toEqual([60_00 * referees(), 40_00 * referees()]);
  for (const employeeId of [...answers.reference.values()].filter(isEmployee)) {
    const year = await readYear(office.admin, employeeId);
    const amountOf = (code: string) => centsOf(year?.amounts.find((amount) => amount.code === code)?.amount);
    expect([amountOf('GARNISHMENT_CHILD_SUPPORT'), amountOf('POST_TAX')]).toEqual([100_00, 100_00]);
  }
});

const referees = () => [...answers.reference.values()].filter(isEmployee).length;

test('a pay group, a funding account, a hook and a key of any name are refused, or a run of the group is paid', async () => {
  const codes = new Set<string>();
  for (const [index, word] of WORDS.entries()) {
    const { upsertFundingAccount } = await office.admin.execute(UpsertFundingAccountDocument, {
      input: { ...FUNDING_ACCOUNT, ...key(), fundingAccountId: word },
    });
    const { upsertHook } = await office.admin.execute(UpsertHookDocument, {
      input: { ...key(), hookId: word, point: 'AFTER_PAY' },
    });
    const { upsertPayGroup } = await office.admin.execute(UpsertPayGroupDocument, {
      input: {
        ...key(),
        payGroupId: word,
        name: 'Biweekly',
        frequency: 'BIWEEKLY',
        anchorDate: '2026-01-05',
        payDateOffsetDays: 5,
        approvalPolicy: 'REQUIRED',
        ...(upsertFundingAccount?.userErrors.length === 0 ? { fundingAccountId: word } : {}),
      },
    });
    const byKey = await recorded(employee(`KEY-${index}`), word);
    for (const answer of [upsertFundingAccount, upsertHook, upsertPayGroup])
      for (const { code } of answer?.userErrors ?? []) codes.add(code);
    if (!isEmployee(byKey)) codes.add(byKey);
    if (upsertPayGroup?.userErrors.length !== 0) continue;
    const payGroupId = word;
    const employeeId = await recorded(employee(`GROUP-${index}`, { payGroupId }));
    expect([word, employeeId]).toEqual([word, expect.stringMatching(/^emp_/)]);
    const runId = await startRun(office.admin, { ...key(), payGroupId, periodStartDate: '2026-11-23' });
    await office.runIs(runId, 'AWAITING_APPROVAL');
    expect(await approveAs(office.approver, runId)).toMatchObject({ userErrors: [] });
    await office.runIs(runId, 'PAID');
    expect((await readYear(office.admin, employeeId))?.postedRunCount).toBe(1);
    expect(balancesOf(await readJournal(office.admin, runId))['2100']).toBeUndefined();
  }
  expect([...codes]).toEqual(['INVALID_INPUT']);
});
