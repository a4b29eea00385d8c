import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmployeeDocument, UpsertEmployeesDocument } from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
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
