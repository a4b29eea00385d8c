import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  EmployeeDocument,
  EmployeeFileDocument,
  UpsertEmployeesDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, EmployeeMember } from '../../clients/generated/schema.ts';
import { employeeInputOf } from '../../clients/sdk/employeeInputOf.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { openPayrollOffice, type PayrollOffice } from './payrollOffice.ts';

/* What is handed in about an employee can be read back in the same words, but for what is nobody's business. */

let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: 1 });
});
afterAll(() => office.close());

const KNOWN: EmployeeInput = {
  externalId: 'F1',
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Priya',
  familyName: 'Reyes',
  hireDate: '2018-04-16',
  workState: 'PA',
};
const usd = (amount: string) => ({ amount, currency: 'USD' });

/** Hands in one employee and reads the file as the API shows it. */
async function showOf(facts: Partial<EmployeeInput>, idempotencyKey: string) {
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey, employees: [{ ...KNOWN, ...facts }] },
  });
  const [row] = upsertEmployees?.results ?? [];
  expect(row?.userErrors).toEqual([]);
  return (await office.admin.execute(EmployeeDocument, { employeeId: row?.employeeId ?? '' })).employee;
}

test('a full file: forms, local taxes, deductions and orders', async () => {
  const orderId = 'CASE-2025-004711';
  const employee = await showOf(
    {
      homeState: 'OH',
      birthDate: '1974-05-06',
      compensation: { type: 'SALARY', annualSalary: '61200', isOvertimeExempt: false, coveredHours: '40' },
      taxProfileBefore2020: { maritalStatus: 'MARRIED', allowances: 2, additionalWithholding: '10' },
      lockInLetter: { filingStatus: 'SINGLE' },
      nonresidentAlien: 'STANDARD',
      stateTaxForms: [
        { state: 'OH', allowances: 1, extraWithholding: '5' },
        { state: 'PA', hasReciprocityCertificate: true },
      ],
      localTaxes: [
        { jurisdiction: 'US-PA-EIT', basis: 'WORKPLACE', ratePercent: '1.25' },
        { jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualAmount: '52' },
      ],
      deductions: [
        {
          deductionId: 'hsa',
          type: 'HSA',
          amount: '75',
          hsaCoverage: 'FAMILY',
          stateTreatments: [{ place: 'US-PA-EIT', incomeTax: 'TAXED' }],
        },
        { deductionId: '401k', type: 'TRADITIONAL_401K', percent: '6.25', takenIn: 'EVERY_RUN' },
      ],
      garnishments: [{ orderId, type: 'CHILD_SUPPORT', receivedDate: '2025-02-10', amount: '310' }],
      supportAllocation: 'PRORATE',
    },
    'a full file',
  );
  expect(employee).toMatchObject({
    homeState: 'OH',
    birthYear: 1974,
    compensation: { type: 'SALARY', annualSalary: usd('61200.00'), isOvertimeExempt: false },
    federalW4Form: 'W4_BEFORE_2020',
    taxProfile: null,
    taxProfileBefore2020: { maritalStatus: 'MARRIED', allowances: 2, additionalWithholding: usd('10.00') },
    hasLockInLetter: true,
    nonresidentAlien: 'STANDARD',
    stateTaxForms: [
      { state: 'OH', allowances: 1, extraWithholding: usd('5.00'), hasReciprocityCertificate: null },
      { state: 'PA', allowances: null, hasReciprocityCertificate: true },
    ],
    localTaxes: [
      { jurisdiction: 'US-PA-EIT', ratePercent: '1.25', annualAmount: null },
      { jurisdiction: 'US-PA-LST', ratePercent: null, annualAmount: usd('52.00') },
    ],
    deductions: [
      {
        type: 'HSA',
        amount: usd('75.00'),
        percent: null,
        takenIn: 'REGULAR_RUNS',
        stateTreatments: [{ place: 'US-PA-EIT', incomeTax: 'TAXED', levies: null }],
      },
      { type: 'TRADITIONAL_401K', amount: null, percent: '6.25', takenIn: 'EVERY_RUN' },
    ],
    garnishments: [{ maskedOrderId: '***4711', type: 'CHILD_SUPPORT', amount: usd('310.00'), balance: null }],
    supportAllocation: 'PRORATE',
  });
  expect(JSON.stringify(employee)).not.toContain(orderId);
  expect(JSON.stringify(employee)).not.toContain('1974-05-06');
});

test('an empty file: what was not handed in is not there, and a short order id is not shown at all', async () => {
  const garnishments = [{ orderId: '4711', type: 'CHAPTER_13' as const, receivedDate: '2025-02-10' }];
  expect(await showOf({ externalId: 'F2', garnishments }, 'an empty file')).toMatchObject({
    homeState: 'PA',
    birthYear: null,
    compensation: null,
    federalW4Form: null,
    hasLockInLetter: false,
    stateTaxForms: [],
    localTaxes: [],
    deductions: [],
    garnishments: [{ maskedOrderId: '***', amount: null }],
  });
});

/* What an input leaves out stays as it is recorded. */

const FULL: EmployeeInput = {
  ...KNOWN,
  homeState: 'OH',
  birthDate: '1974-05-06',
  compensation: {
    type: 'SALARY',
    annualSalary: '61200.00',
    isOvertimeExempt: false,
    coveredHours: '37.5',
    divisor: 'PAY_DATES_IN_YEAR',
  },
  taxProfile: {
    filingStatus: 'HEAD_OF_HOUSEHOLD',
    multipleJobs: true,
    dependentsCredit: '2200.00',
    otherIncome: '10.00',
    deductions: '20.00',
    extraWithholding: '30.00',
    exemptForYear: 2026,
  },
  lockInLetter: { filingStatus: 'SINGLE', extraWithholding: '12.50' },
  nonresidentAlien: 'STANDARD',
  stateTaxForms: [
    { state: 'OH', allowances: 1, extraWithholding: '5.00' },
    { state: 'PA', hasReciprocityCertificate: false },
  ],
  localTaxes: [{ jurisdiction: 'US-PA-EIT', basis: 'WORKPLACE', ratePercent: '1.25' }],
  ficaExemption: 'STUDENT_OF_EMPLOYER',
  exemptLevies: ['WA_CARES'],
  deductions: [
    { deductionId: 'hsa', type: 'HSA', amount: '75.00', hsaCoverage: 'FAMILY', takenIn: 'EVERY_RUN' },
    {
      deductionId: 'care',
      type: 'DEPENDENT_CARE_FSA',
      percent: '2.5',
      isFilingSeparately: true,
      whenPayIsShort: 'SKIP',
      stateTreatments: [{ place: 'PA', incomeTax: 'TAXED' }],
    },
  ],
  garnishments: [
    {
      orderId: 'CASE-1',
      type: 'CHILD_SUPPORT',
      receivedDate: '2025-02-10',
      amount: '310.00',
      balance: '4000.00',
      isSupportingOtherFamily: true,
      hasArrearsOver12Weeks: false,
    },
    {
      orderId: 'bank',
      type: 'CREDITOR',
      receivedDate: '2025-03-10',
      stateLimit: { percent: '15', protectedAmount: '600.00' },
    },
    { orderId: 'other-bank', type: 'CREDITOR', receivedDate: '2025-04-10', hasFederalLimitOnly: true },
    {
      orderId: 'levy',
      type: 'FEDERAL_TAX_LEVY',
      receivedDate: '2025-01-10',
      exemptAmount: '900.00',
      isBeforeSupport: true,
    },
  ],
  supportAllocation: 'EQUAL',
  wasTaxWithheldLastYear: false,
  priorYearSocialSecurityWages: '150000.01',
  directDeposits: [
    { accountType: 'SAVINGS', routingNumber: '021000021', accountNumber: '123456789', amount: '100.00' },
    { accountType: 'CHECKING', routingNumber: '021000021', accountNumber: '987654321' },
  ],
};

/** Hands in one row and answers what became of it, and the file as it is afterwards. */
async function afterSending(row: EmployeeInput) {
  const input = { idempotencyKey: randomUUID(), employees: [row] };
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, { input });
  const [result] = upsertEmployees?.results ?? [];
  if (!result) throw new Error(upsertEmployees?.userErrors[0]?.message ?? 'no answer');
  const { employee } = await office.admin.execute(EmployeeFileDocument, { employeeId: result.employeeId ?? '' });
  return { ...result, refusal: result.userErrors[0], file: employee ? employeeInputOf(employee) : undefined };
}

test('everything that is handed in can be read back, and what was read changes nothing when it is sent again', async () => {
  const sent = await afterSending({ ...FULL, externalId: 'R1' });
  expect(sent.file).toMatchObject({
    ...FULL,
    externalId: 'R1',
    directDeposits: [{ accountNumber: '****6789' }, { accountNumber: '****4321' }],
  });
  expect(JSON.stringify(sent.file)).not.toMatch(/123456789|987654321/);
  expect(await afterSending(sent.file as EmployeeInput)).toMatchObject({ outcome: 'UNCHANGED', version: 1 });
});

test.each<[string, Partial<EmployeeInput>, Partial<EmployeeInput>]>([
  ['a raise', { compensation: { type: 'SALARY', annualSalary: '70000' } }, {}],
  ['a raise without its type', { compensation: { annualSalary: '70000.00' } }, {}],
  ['a name', { familyName: 'Reyes-Cole' }, { familyName: 'Reyes-Cole' }],
  ['a termination', { terminationDate: '2026-12-31' }, { terminationDate: '2026-12-31' }],
  ['a move of the work place', { workState: 'NY' }, { workState: 'NY' }],
])('%s leaves orders, deductions, forms, letters and accounts alone', async (what, change, expected) => {
  const externalId = `P ${what}`;
  const before = await afterSending({ ...FULL, externalId });
  const after = await afterSending({ externalId, ...change });
  expect(after).toMatchObject({ outcome: 'UPDATED', version: 2 });
  const { compensation, ...others } = before.file as EmployeeInput;
  expect(after.file).toEqual({
    ...others,
    compensation: change.compensation ? { ...compensation, annualSalary: '70000.00' } : compensation,
    ...expected,
  });
});

test('null means the same as leaving a member out', async () => {
  const before = await afterSending({ ...FULL, externalId: 'NULLS' });
  const nulls = Object.fromEntries(Object.keys(FULL).map((member) => [member, null]));
  const again = { ...nulls, expectedVersion: null, clear: null, externalId: 'NULLS' } as EmployeeInput;
  expect(await afterSending(again)).toMatchObject({ outcome: 'UNCHANGED', version: 1, file: before.file });
});

test('an empty list empties a list, clear clears the rest, and nothing else changes', async () => {
  const before = await afterSending({ ...FULL, externalId: 'CLEAR', terminationDate: '2026-12-31' });
  const after = await afterSending({
    externalId: 'CLEAR',
    garnishments: [],
    exemptLevies: [],
    directDeposits: [],
    clear: ['TERMINATION_DATE', 'TAX_PROFILE', 'COVERED_HOURS', 'SUPPORT_ALLOCATION'],
  });
  const { terminationDate, taxProfile, supportAllocation, compensation, ...others } = before.file as EmployeeInput;
  expect([terminationDate, supportAllocation, taxProfile?.filingStatus]).toEqual([
    '2026-12-31',
    'EQUAL',
    'HEAD_OF_HOUSEHOLD',
  ]);
  const { coveredHours: _cleared, ...pay } = compensation ?? {};
  expect(after.file).toEqual({ ...others, garnishments: [], exemptLevies: [], directDeposits: [], compensation: pay });
});

test('every member that may be cleared is as if it had never been handed in', async () => {
  const members = enumValuesOf('EmployeeMember') as EmployeeMember[];
  const cleared = await afterSending({ ...FULL, externalId: 'ALL', terminationDate: '2026-12-31' });
  expect(cleared.outcome).toBe('CREATED');
  const after = await afterSending({ externalId: 'ALL', clear: members });
  const bare = await afterSending({
    ...KNOWN,
    externalId: 'BARE',
    homeState: 'OH',
    stateTaxForms: FULL.stateTaxForms,
    localTaxes: FULL.localTaxes,
    exemptLevies: FULL.exemptLevies,
    deductions: FULL.deductions,
    garnishments: FULL.garnishments,
    directDeposits: FULL.directDeposits,
  });
  expect(after.file).toEqual({ ...bare.file, externalId: 'ALL' });
});

test('a certificate of another generation takes the place of the recorded one', async () => {
  await afterSending({ ...FULL, externalId: 'FORM' });
  const after = await afterSending({ externalId: 'FORM', noTaxProfile: { isFirstPaidBefore2020: true } });
  expect(after.file?.noTaxProfile).toEqual({ isFirstPaidBefore2020: true });
  expect(after.file).not.toHaveProperty('taxProfile');
});

test('another type of pay begins with nothing, and an amount of the other type is refused without it', async () => {
  await afterSending({ ...FULL, externalId: 'PAY' });
  const refused = await afterSending({ externalId: 'PAY', compensation: { hourlyRate: '30' } });
  expect(refused.refusal).toMatchObject({ code: 'INVALID_INPUT', field: ['compensation', 'hourlyRate'] });
  const after = await afterSending({ externalId: 'PAY', compensation: { type: 'HOURLY', hourlyRate: '30' } });
  expect(after.file?.compensation).toEqual({ type: 'HOURLY', hourlyRate: '30.00', isOvertimeExempt: false });
});

test('net pay can be divided in another way without sending account numbers again', async () => {
  await afterSending({ ...FULL, externalId: 'SPLIT' });
  const [savings, checking] = FULL.directDeposits ?? [];
  const masked = [
    { ...checking, accountNumber: '****4321', percent: '50' },
    { ...savings, accountNumber: '****6789', amount: null },
  ] as NonNullable<EmployeeInput['directDeposits']>;
  const after = await afterSending({ externalId: 'SPLIT', directDeposits: masked });
  expect(after.file?.directDeposits).toEqual([
    { accountType: 'CHECKING', routingNumber: '021000021', accountNumber: '****4321', percent: '50' },
    { accountType: 'SAVINGS', routingNumber: '021000021', accountNumber: '****6789' },
  ]);
  const unknown = await afterSending({
    externalId: 'SPLIT',
    directDeposits: [{ accountType: 'CHECKING', routingNumber: '021000021', accountNumber: '****6789' }],
  });
  expect(unknown.refusal).toMatchObject({ field: ['directDeposits', '0', 'accountNumber'] });
});

test.each<[string, EmployeeInput, string, string[]]>([
  [
    'somebody new of whom only a salary is known',
    { externalId: 'NEW', compensation: { annualSalary: '50000' } },
    'No employee has the externalId "NEW" yet, and a new one needs payGroupId, givenName, familyName, hireDate, workState.',
    ['payGroupId'],
  ],
  [
    'somebody new without a date of hire',
    { ...KNOWN, externalId: 'NEW', hireDate: null },
    'No employee has the externalId "NEW" yet, and a new one needs hireDate.',
    ['hireDate'],
  ],
  [
    'a member that is cleared and given',
    { ...KNOWN, externalId: 'NEW', supportAllocation: 'EQUAL', clear: ['SUPPORT_ALLOCATION'] },
    'supportAllocation is given, and clear names SUPPORT_ALLOCATION.',
    ['supportAllocation'],
  ],
  [
    'an end before the beginning',
    { ...KNOWN, externalId: 'NEW', terminationDate: '2018-04-15' },
    'terminationDate 2018-04-15 is before hireDate 2018-04-16.',
    ['terminationDate'],
  ],
])('%s is refused by name', async (_what, row, message, field) => {
  const { outcome, refusal } = await afterSending(row);
  expect(outcome).toBe('REFUSED');
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(message) as string, field });
});

/** The values of an enum of the schema, so that a new one is tested too. */
function enumValuesOf(name: string): string[] {
  const schema = parse(readFileSync(join(import.meta.dirname, '..', '..', 'schema.graphql'), 'utf8'));
  const found = schema.definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name,
  );
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
}
