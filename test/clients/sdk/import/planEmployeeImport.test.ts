import { describe, expect, test } from 'vitest';
import type { EmployeeOnFile } from '../../../../clients/sdk/import/EmployeeOnFile.ts';
import { exported } from '../../../../clients/sdk/import/exportEmployeesCsv.ts';
import { planEmployeeImport } from '../../../../clients/sdk/import/planEmployeeImport.ts';
import { readEmployeesCsv } from '../../../../clients/sdk/import/readEmployeesCsv.ts';

/* A file changes what it says, and nothing that it does not speak of; what it changes is known before it is sent. */

const money = (amount: string) => ({ amount, currency: 'USD' as const });
const FORM = {
  filingStatus: 'SINGLE' as const,
  multipleJobs: false,
  dependentsCredit: money('2200.00'),
  otherIncome: money('0.00'),
  deductions: money('0.00'),
  extraWithholding: money('25.00'),
  exemptForYear: null,
};
const STATE_FORM = {
  filingStatus: 'SINGLE',
  allowances: 1,
  additionalAllowances: null,
  firstTimeDependents: null,
  adoptedChildren: null,
  blindness: null,
  annualAmount: null,
  electedRatePercent: null,
  extraWithholding: null,
  fixedWithholding: null,
  reducedWithholding: null,
  exemptForYear: null,
  isMilitarySpouse: true,
  hasReciprocityCertificate: null,
};
const DEDUCTION = {
  takenIn: 'REGULAR_RUNS' as const,
  whenPayIsShort: 'REDUCE' as const,
  hsaCoverage: null,
  isFilingSeparately: null,
  balance: null,
  stateTreatments: [],
};
const ANA: EmployeeOnFile = {
  employeeId: 'emp_7',
  externalId: '7',
  payGroupId: 'weekly',
  givenName: 'Ana',
  familyName: '=Chen',
  hireDate: '2021-03-15',
  terminationDate: null,
  earlierEmployments: [],
  changes: [],
  birthDate: '1990-01-31',
  workState: 'CA',
  homeState: 'NV',
  compensation: {
    type: 'SALARY',
    annualSalary: money('88000.00'),
    hourlyRate: null,
    isOvertimeExempt: false,
    coveredHours: '40',
    divisor: null,
  },
  taxProfile: FORM,
  taxProfileBefore2020: null,
  noTaxProfile: null,
  lockInLetter: FORM,
  nonresidentAlien: null,
  stateTaxForms: [
    { ...STATE_FORM, state: 'CA' },
    { ...STATE_FORM, state: 'NY' },
  ],
  localTaxes: [{ jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePercent: '2.02', annualAmount: null }],
  ficaExemption: null,
  exemptLevies: ['WA_CARES'],
  deductions: [
    { ...DEDUCTION, deductionId: 'health', type: 'SECTION_125_HEALTH', amount: money('92.50'), percent: null },
    { ...DEDUCTION, deductionId: 'hsa', type: 'HSA', amount: money('50.00'), percent: null, hsaCoverage: 'FAMILY' },
  ],
  garnishments: ['A1', 'A2'].map((orderId) => ({
    orderId,
    type: 'CHILD_SUPPORT',
    receivedDate: '2026-01-05',
    amount: money('60.00'),
    balance: null,
    isSupportingOtherFamily: true,
    hasArrearsOver12Weeks: false,
    stateLimit: null,
    hasFederalLimitOnly: null,
    exemptAmount: null,
    isBeforeSupport: null,
  })),
  supportAllocation: null,
  wasTaxWithheldLastYear: null,
  priorYearSocialSecurityWages: null,
  directDeposits: [
    {
      accountType: 'CHECKING',
      routingNumber: '011000015',
      maskedAccountNumber: '****6789',
      amount: null,
      percent: null,
    },
  ],
  version: 4,
};

async function* every(employees: readonly EmployeeOnFile[]): AsyncGenerator<EmployeeOnFile> {
  yield* employees;
}

/** What a file of one row does to an employee who is on file. */
function planOf(cells: Record<string, string>, employee: EmployeeOnFile = ANA) {
  const row = { externalId: employee.externalId, ...cells };
  const quoted = Object.values(row).map((cell) => `"${cell}"`);
  const file = readEmployeesCsv(`${Object.keys(row).join(',')}\n${quoted.join(',')}\n`);
  const [planned] = planEmployeeImport(file, new Map([[employee.externalId, employee]])).rows;
  if (!planned) throw new Error('the file has no row');
  return planned;
}

test('a raise changes the salary, and speaks of nothing else', () => {
  expect(planOf({ annualSalary: '$90,000' })).toMatchObject({
    outcome: 'CHANGE',
    changes: [{ column: 'annualSalary', from: '88000.00', to: '90000.00' }],
  });
  expect(planOf({ annualSalary: '$90,000' }).employee).toEqual({
    externalId: '7',
    compensation: { type: 'SALARY', annualSalary: '90000' },
    expectedVersion: 4,
  });
});

test('what is on file already is not sent', () => {
  const planned = planOf({ annualSalary: '88000', givenName: 'Ana', healthPremium: '92.5', depositAccountNumber: '' });
  expect(planned).toMatchObject({ outcome: 'NONE', changes: [] });
  expect(planned.employee).toBeUndefined();
});

test('a premium keeps the deductions that have no column', () => {
  const { employee } = planOf({ healthPremium: '100', roth401kPercent: '3' });
  expect(employee?.deductions).toMatchObject([
    { deductionId: 'health', amount: '100' },
    { deductionId: 'hsa', amount: '50.00', hsaCoverage: 'FAMILY' },
    { deductionId: 'roth', percent: '3' },
  ]);
});

test('one line of a certificate keeps the others, and the certificates of other states', () => {
  expect(planOf({ extraWithholding: '30' }).employee?.taxProfile).toMatchObject({
    filingStatus: 'SINGLE',
    dependentsCredit: '2200.00',
    extraWithholding: '30',
  });
  expect(planOf({ stateAllowances: '2' }).employee?.stateTaxForms).toEqual([
    { state: 'CA', filingStatus: 'SINGLE', allowances: 2, isMilitarySpouse: true },
    { state: 'NY', filingStatus: 'SINGLE', allowances: 1, isMilitarySpouse: true },
  ]);
});

test('what may lawfully be claimed has columns: an exempt year, a military spouse, letters, and an election of nothing', () => {
  const { employee } = planOf({
    stateExemptForYear: '2026',
    stateIsMilitarySpouse: '(clear)',
    stateElectedRatePercent: '0',
    exemptLevies: 'WA_CARES NY_PFL',
  });
  expect(employee?.stateTaxForms?.[0]).toEqual({
    ...{ state: 'CA', filingStatus: 'SINGLE', allowances: 1 },
    ...{ exemptForYear: 2026, electedRatePercent: '0' },
  });
  expect(employee?.exemptLevies).toEqual(['WA_CARES', 'NY_PFL']);
  expect(planOf({ exemptLevies: '(clear)' }).employee?.exemptLevies).toEqual([]);
  expect(planOf({ exemptLevies: 'WA_CARES' })).toMatchObject({ outcome: 'NONE' });
});

test('another form and another kind of pay name what goes', () => {
  expect(planOf({ compensationType: 'HOURLY', hourlyRate: '40' }).changes).toEqual(
    expect.arrayContaining([
      { column: 'annualSalary', from: '88000.00' },
      { column: 'coveredHours', from: '40' },
      { column: 'hourlyRate', to: '40.00' },
    ]),
  );
  expect(planOf({ w4Form: 'NONE_ON_FILE', isFirstPaidBefore2020: 'false' }).changes).toEqual(
    expect.arrayContaining([{ column: 'dependentsCredit', from: '2200.00' }]),
  );
});

describe('(clear)', () => {
  test.each([
    ['birthDate', { clear: ['BIRTH_DATE'] }, { column: 'birthDate', from: '1990-01-31' }],
    ['w4Form', { clear: ['TAX_PROFILE'] }, { column: 'w4Form', from: 'W4_2020' }],
    ['localJurisdiction', { localTaxes: [] }, { column: 'localJurisdiction', from: 'US-IN-COUNTY' }],
    ['depositAccountNumber', { directDeposits: [] }, { column: 'depositAccountNumber', from: '****6789' }],
    ['healthPremium', { deductions: [expect.objectContaining({ deductionId: 'hsa' })] }, { column: 'healthPremium' }],
  ])('in %s takes what is recorded away, and the preview says that it goes', (column, employee, change) => {
    const planned = planOf({ [column]: '(clear)' });
    expect(planned.employee).toMatchObject(employee);
    expect(planned.changes).toContainEqual(expect.objectContaining(change));
    expect(planned.changes.find((each) => each.column === column)?.to).toBeUndefined();
  });

  test('in a cell that every employee needs is a problem of its line', () => {
    expect(planOf({ hireDate: '(clear)' }).problems).toMatchObject([{ line: 2, column: 'hireDate' }]);
  });
});

test('the masked number of an export stands for the account on file, and for no other', () => {
  const deposit = { depositAccountType: 'CHECKING', depositRoutingNumber: '011000015' };
  expect(planOf({ ...deposit, depositAccountNumber: '****6789' })).toMatchObject({ outcome: 'NONE' });
  expect(planOf({ ...deposit, depositAccountNumber: '****0000' }).problems).toMatchObject([
    { column: 'depositAccountNumber', message: expect.stringContaining('masked number') },
  ]);
  const split = { ...ANA, directDeposits: [...ANA.directDeposits, ...ANA.directDeposits] };
  expect(planOf({ ...deposit, depositAccountNumber: '123456' }, split).problems).toMatchObject([
    { column: 'depositAccountNumber', message: expect.stringContaining('divided among 2 accounts') },
  ]);
});

test('a new employee needs a name, a date, a group and a state, each named by its column', () => {
  const file = readEmployeesCsv('externalId,hourlyRate\n8,20\n');
  const [planned] = planEmployeeImport(file, new Map()).rows;
  expect(planned?.problems.map(({ column }) => column)).toEqual([
    'payGroupId',
    'givenName',
    'familyName',
    'hireDate',
    'workState',
    'hourlyRate',
  ]);
});

test('a new number that looks like one on file is asked about', () => {
  const file = readEmployeesCsv(
    'externalId,payGroupId,givenName,familyName,hireDate,workState\n07,w,A,B,2026-01-05,TX\n',
  );
  expect(planEmployeeImport(file, new Map(), ['7']).questions).toMatchObject([
    { line: 2, message: expect.stringMatching(/"7", which is on file, only by leading zeros/) },
  ]);
});

test('an export imported again changes nothing, and names what has no column', async () => {
  const { csv, count, notes } = await exported(every([ANA]));
  expect({ count, begins: csv.startsWith('\uFEFFexternalId,') }).toEqual({ count: 1, begins: true });
  expect(csv).toContain(",'=Chen,");
  const plan = planEmployeeImport(readEmployeesCsv(Buffer.from(csv)), new Map([['7', ANA]]));
  expect(plan).toMatchObject({ problems: [], rows: [{ outcome: 'NONE', changes: [], problems: [] }] });
  expect(notes.map((note) => /has (.*) \(7\)/.exec(note)?.[1])).toEqual([
    'orders to withhold',
    'a lock-in letter',
    'deductions without a column',
    'certificates of other states',
  ]);
});
