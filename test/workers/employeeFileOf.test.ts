import { expect, test } from 'vitest';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { registry } from '../../payroll/jurisdictions/registry.ts';
import { employeeFileOf } from '../../workers/commands/employeeFile/employeeFileOf.ts';

/* What a client hands in becomes exactly what the payroll rules read, or is refused by the path of its field. */

const INPUT: EmployeeInput = {
  externalId: '7',
  payGroupId: 'weekly',
  givenName: 'Ana',
  familyName: 'Chen',
  hireDate: '2021-03-15',
  workState: 'NY',
};
const FILE = {
  hireDate: '2021-03-15',
  workState: 'NY',
  homeState: 'NY',
  localTaxes: [],
  stateTaxForms: [],
  deductions: [],
  garnishments: [],
};
const DEDUCTION = { deductionId: 'health', type: 'SECTION_125_HEALTH' } as const;
const ORDER = { orderId: 'order-1', type: 'CREDITOR', receivedDate: '2025-02-10' } as const;
const W4 = {
  form: 'W4_2020',
  filingStatus: 'SINGLE',
  isStep2Checked: false,
  step3CreditsCents: 0,
  step4aOtherIncomeCents: 0,
  step4bDeductionsCents: 0,
  step4cExtraWithholdingCents: 0,
};

test('every locality that has rules can be recorded', () => {
  const localities = registry.states.flatMap(({ localTaxes = [] }) =>
    localTaxes.map(({ jurisdiction }) => jurisdiction),
  );
  expect(localities).toContain('US-MD-ANNE-ARUNDEL');
  for (const jurisdiction of localities)
    expect(employeeFileOf({ ...INPUT, localTaxes: [{ jurisdiction, basis: 'RESIDENT' }] })).toMatchObject({ ok: true });
});

test.each<[what: string, input: Partial<EmployeeInput>, file: object]>([
  ['what is not handed in is not in the file', { terminationDate: null, taxProfile: null, deductions: null }, {}],
  ['where the employee lives', { homeState: 'PA' }, { homeState: 'PA' }],
  ['letters that forbid levies, each once', { exemptLevies: ['WA_CARES', 'WA_CARES'] }, { exemptLevies: ['WA_CARES'] }],
  ['that there is no such letter', { exemptLevies: [] }, {}],
  [
    'a salary, exempt from overtime unless it is told otherwise',
    { compensation: { type: 'SALARY', annualSalary: '88000' } },
    { compensation: { type: 'SALARY', annualSalaryCents: 88_000_00, isOvertimeExempt: true } },
  ],
  [
    'a salary with overtime',
    {
      compensation: {
        type: 'SALARY',
        annualSalary: '46800.5',
        isOvertimeExempt: false,
        coveredHours: '37.5',
        divisor: 'PAY_DATES_IN_YEAR',
      },
    },
    {
      compensation: {
        type: 'SALARY',
        annualSalaryCents: 46_800_50,
        isOvertimeExempt: false,
        coveredHoursHundredths: 37_50,
        divisor: 'PAY_DATES_IN_YEAR',
      },
    },
  ],
  [
    'a Form W-4 of 2020, with zeros for what is empty on it',
    { taxProfile: { filingStatus: 'SINGLE', dependentsCredit: '2200', exemptForYear: 2026 } },
    { federalW4: { ...W4, step3CreditsCents: 2_200_00, exemptForYear: 2026 } },
  ],
  [
    'a Form W-4 of 2019',
    { taxProfileBefore2020: { maritalStatus: 'MARRIED', allowances: 3, additionalWithholding: '12.34' } },
    {
      federalW4: {
        form: 'W4_BEFORE_2020',
        maritalStatus: 'MARRIED',
        allowances: 3,
        additionalWithholdingCents: 12_34,
      },
    },
  ],
  [
    'the recorded absence of a form',
    { noTaxProfile: { isFirstPaidBefore2020: false } },
    { federalW4: { form: 'NONE_ON_FILE', isFirstPaidBefore2020: false } },
  ],
  [
    'a lock-in letter beside the form',
    { noTaxProfile: { isFirstPaidBefore2020: true }, lockInLetter: { filingStatus: 'SINGLE' } },
    { federalW4: { form: 'NONE_ON_FILE', isFirstPaidBefore2020: true }, lockInLetter: W4 },
  ],
  [
    'rates to the part per million, by their digits',
    {
      localTaxes: [{ jurisdiction: 'US-PA-EIT', basis: 'WORKPLACE', ratePercent: '1.2345' }],
      stateTaxForms: [{ state: 'AZ', electedRatePercent: '0.5' }],
      deductions: [{ ...DEDUCTION, percent: '100' }],
    },
    {
      localTaxes: [{ jurisdiction: 'US-PA-EIT', basis: 'WORKPLACE', ratePpm: 12_345 }],
      stateTaxForms: [{ state: 'AZ', electedRatePpm: 5_000 }],
      deductions: [{ ...DEDUCTION, ratePpm: 1_000_000 }],
    },
  ],
  [
    'a state form with all that some state has on it',
    {
      stateTaxForms: [
        {
          state: 'IN',
          allowances: 0,
          additionalAllowances: 2,
          firstTimeDependents: 1,
          adoptedChildren: 1,
          extraWithholding: '5',
          hasReciprocityCertificate: false,
        },
      ],
    },
    {
      stateTaxForms: [
        {
          state: 'IN',
          allowances: 0,
          additionalAllowances: 2,
          firstTimeDependents: 1,
          adoptedChildren: 1,
          extraWithholdingCents: 5_00,
          hasReciprocityCertificate: false,
        },
      ],
    },
  ],
  [
    'claims and amounts on the certificate of a state',
    {
      stateTaxForms: [
        { state: 'VA', exemptForYear: 2026, isMilitarySpouse: true },
        { state: 'MO', filingStatus: 'SINGLE', fixedWithholding: '31' },
        { state: 'CT', filingStatus: 'F', reducedWithholding: '3.04' },
      ],
    },
    {
      stateTaxForms: [
        { state: 'VA', exemptForYear: 2026, isMilitarySpouse: true },
        { state: 'MO', filingStatus: 'SINGLE', fixedWithholdingCents: 31_00 },
        { state: 'CT', filingStatus: 'F', reducedWithholdingCents: 3_04 },
      ],
    },
  ],
  [
    'answers about a deduction, by place',
    {
      deductions: [
        {
          ...DEDUCTION,
          amount: '92.50',
          stateTreatments: [
            { place: 'WA', levies: 'TAXED' },
            { place: 'US-PA-EIT', incomeTax: 'EXCLUDED' },
          ],
        },
      ],
    },
    {
      deductions: [
        {
          ...DEDUCTION,
          amountCents: 92_50,
          stateTreatment: { WA: { levies: 'TAXED' }, 'US-PA-EIT': { incomeTax: 'EXCLUDED' } },
        },
      ],
    },
  ],
  [
    'orders with the ceilings that bind them',
    {
      garnishments: [
        { ...ORDER, hasFederalLimitOnly: true, balance: '4800' },
        { ...ORDER, orderId: 'order-2', stateLimit: { percent: '15', protectedAmount: '480' } },
        { ...ORDER, orderId: 'order-3', type: 'FEDERAL_TAX_LEVY', exemptAmount: '619.23', isBeforeSupport: true },
      ],
      supportAllocation: 'EQUAL',
    },
    {
      garnishments: [
        { ...ORDER, stateLimit: 'FEDERAL_ONLY', balanceCents: 4_800_00 },
        { ...ORDER, orderId: 'order-2', stateLimit: { ratePpm: 150_000, protectedCents: 480_00 } },
        { ...ORDER, orderId: 'order-3', type: 'FEDERAL_TAX_LEVY', exemptCents: 619_23, isBeforeSupport: true },
      ],
      supportAllocation: 'EQUAL',
    },
  ],
  [
    'what the law says of the person',
    {
      birthDate: '1966-02-28',
      nonresidentAlien: 'STANDARD',
      ficaExemption: 'STUDENT_OF_EMPLOYER',
      wasTaxWithheldLastYear: false,
      priorYearSocialSecurityWages: '150000.01',
    },
    {
      birthDate: '1966-02-28',
      nonresidentAlien: 'STANDARD',
      ficaExemption: 'STUDENT_OF_EMPLOYER',
      wasTaxWithheldLastYear: false,
      priorYearSocialSecurityWagesCents: 150_000_01,
    },
  ],
])('%s', (_what, input, file) => {
  expect(employeeFileOf({ ...INPUT, ...input })).toEqual({ ok: true, value: { ...FILE, ...file } });
});

const SALARY = { type: 'SALARY', annualSalary: '88000' } as const;

test.each<[field: string, type: 'INVALID_INPUT' | 'INVALID_AMOUNT', input: Partial<EmployeeInput>]>([
  ['externalId', 'INVALID_INPUT', { externalId: 'x'.repeat(65) }],
  ['givenName', 'INVALID_INPUT', { givenName: ' ' }],
  ['hireDate', 'INVALID_INPUT', { hireDate: '2021-02-29' }],
  ['birthDate', 'INVALID_INPUT', { birthDate: 'yesterday' }],
  ['workState', 'INVALID_INPUT', { workState: 'New York' }],
  ['homeState', 'INVALID_INPUT', { homeState: 'ny' }],
  ['compensation.annualSalary', 'INVALID_INPUT', { compensation: { type: 'SALARY' } }],
  ['compensation.annualSalary', 'INVALID_AMOUNT', { compensation: { ...SALARY, annualSalary: '88,000' } }],
  ['compensation.hourlyRate', 'INVALID_INPUT', { compensation: { ...SALARY, hourlyRate: '20' } }],
  ['compensation.coveredHours', 'INVALID_INPUT', { compensation: { ...SALARY, coveredHours: '168.01' } }],
  ['taxProfile.otherIncome', 'INVALID_AMOUNT', { taxProfile: { filingStatus: 'SINGLE', otherIncome: '-1' } }],
  ['lockInLetter.deductions', 'INVALID_AMOUNT', { lockInLetter: { filingStatus: 'SINGLE', deductions: '1e3' } }],
  [
    'taxProfileBefore2020.allowances',
    'INVALID_INPUT',
    { taxProfileBefore2020: { maritalStatus: 'SINGLE', allowances: -1 } },
  ],
  [
    'noTaxProfile',
    'INVALID_INPUT',
    { taxProfile: { filingStatus: 'SINGLE' }, noTaxProfile: { isFirstPaidBefore2020: true } },
  ],
  ['localTaxes.0.jurisdiction', 'INVALID_INPUT', { localTaxes: [{ jurisdiction: 'NYC', basis: 'RESIDENT' }] }],
  [
    'localTaxes.0.ratePercent',
    'INVALID_INPUT',
    { localTaxes: [{ jurisdiction: 'US-PA-EIT', basis: 'RESIDENT', ratePercent: '1.23456' }] },
  ],
  ['stateTaxForms.1.state', 'INVALID_INPUT', { stateTaxForms: [{ state: 'NY' }, { state: 'NY' }] }],
  ['stateTaxForms.0.annualAmount', 'INVALID_AMOUNT', { stateTaxForms: [{ state: 'MS', annualAmount: '6000.001' }] }],
  ['deductions.0.amount', 'INVALID_INPUT', { deductions: [DEDUCTION] }],
  ['deductions.0.amount', 'INVALID_INPUT', { deductions: [{ ...DEDUCTION, amount: '1', percent: '1' }] }],
  ['deductions.0.percent', 'INVALID_INPUT', { deductions: [{ ...DEDUCTION, percent: '100.1' }] }],
  ['deductions.0.deductionId', 'INVALID_INPUT', { deductions: [{ ...DEDUCTION, deductionId: 'a b', amount: '1' }] }],
  [
    'deductions.1.deductionId',
    'INVALID_INPUT',
    {
      deductions: [
        { ...DEDUCTION, amount: '1' },
        { ...DEDUCTION, amount: '2' },
      ],
    },
  ],
  ['garnishments.0.receivedDate', 'INVALID_INPUT', { garnishments: [{ ...ORDER, receivedDate: '2025-13-01' }] }],
  ['garnishments.1.orderId', 'INVALID_INPUT', { garnishments: [ORDER, ORDER] }],
  [
    'garnishments.0.stateLimit',
    'INVALID_INPUT',
    { garnishments: [{ ...ORDER, hasFederalLimitOnly: true, stateLimit: { percent: '15', protectedAmount: '0' } }] },
  ],
  [
    'garnishments.0.stateLimit.protectedAmount',
    'INVALID_AMOUNT',
    { garnishments: [{ ...ORDER, stateLimit: { percent: '15', protectedAmount: 'all' } }] },
  ],
  ['priorYearSocialSecurityWages', 'INVALID_AMOUNT', { priorYearSocialSecurityWages: '' }],
])('a wrong %s is refused by its path: %s', (field, type, input) => {
  expect(employeeFileOf({ ...INPUT, ...input })).toMatchObject({ ok: false, error: { type, field } });
});

test.each(['US-NY-NYC', 'US-MD-ANNE-ARUNDEL', 'US-MD-PRINCE-GEORGES', 'US-MD-ST-MARYS'])(
  'the locality %s can be handed in',
  (jurisdiction) => {
    const localTaxes = [{ jurisdiction, basis: 'RESIDENT' as const }];
    expect(employeeFileOf({ ...INPUT, localTaxes })).toMatchObject({ ok: true, value: { localTaxes } });
  },
);

/* Facts with days: an input names the day from which it holds, or it changes what has held from the hire date on. */

const fileAfter = (...inputs: Partial<EmployeeInput>[]) => {
  let file = employeeFileOf({ ...INPUT, compensation: { type: 'SALARY', annualSalary: '52000' } });
  for (const input of inputs) if (file.ok) file = employeeFileOf({ externalId: '7', ...input }, file.value);
  return file;
};
const salaryOf = (annualSalary: string) => ({ compensation: { type: 'SALARY', annualSalary } }) as const;
const RAISE = { effectiveFrom: '2026-11-30', ...salaryOf('78000') };
const MOVE = { effectiveFrom: '2026-12-07', workState: 'NJ', homeState: 'NJ' };

test('a raise from a day on leaves the pay before it, and the order of recording makes no difference', () => {
  const found = fileAfter(RAISE, MOVE);
  expect(found).toMatchObject({
    value: {
      compensation: { annualSalaryCents: 52_000_00 },
      workState: 'NY',
      changes: [
        { effectiveFrom: '2026-11-30', compensation: { annualSalaryCents: 78_000_00 } },
        { effectiveFrom: '2026-12-07', workState: 'NJ', homeState: 'NJ' },
      ],
    },
  });
  expect(fileAfter(MOVE, RAISE)).toEqual(found);
});

test('the same change once more changes nothing, and a change can be removed by its day', () => {
  expect(fileAfter(RAISE, RAISE)).toEqual(fileAfter(RAISE));
  expect(fileAfter(RAISE, { removedChanges: ['2026-11-30'] })).toEqual(fileAfter());
  expect(fileAfter({ removedChanges: ['2026-11-30'] })).toMatchObject({ error: { field: 'removedChanges.0' } });
});

test('back to the old pay from a later day, whichever of the two is recorded first', () => {
  const back = { effectiveFrom: '2027-01-04', ...salaryOf('52000') };
  expect(fileAfter(back, RAISE)).toEqual(fileAfter(RAISE, back));
});

test('a change of dated pay that names no day is refused; the latest pay once more is not', () => {
  const refused = fileAfter(RAISE, salaryOf('60000'));
  expect(refused).toMatchObject({ ok: false, error: { field: 'effectiveFrom' } });
  expect(fileAfter(RAISE, salaryOf('78000'))).toEqual(fileAfter(RAISE));
  // Following the message: the hire date corrects what held before the raise.
  const corrected = fileAfter(RAISE, { effectiveFrom: '2021-03-15', ...salaryOf('60000') });
  expect(corrected).toMatchObject({
    value: { compensation: { annualSalaryCents: 60_000_00 }, changes: [{ effectiveFrom: '2026-11-30' }] },
  });
});

test('a hire date after the last day begins another employment, any other one corrects it', () => {
  const left = { terminationDate: '2026-11-24' };
  const again = fileAfter(left, { hireDate: '2026-12-03' });
  const value = { hireDate: '2026-12-03', earlierEmployments: [{ hireDate: '2021-03-15', ...left }] };
  expect(again).toMatchObject({ value });
  expect(again.ok && again.value).not.toHaveProperty('terminationDate');
  const corrected = fileAfter(left, { hireDate: '2026-12-03' }, { hireDate: '2026-12-07' });
  expect(corrected).toMatchObject({ value: { ...value, hireDate: '2026-12-07' } });
  const tooEarly = fileAfter(left, { hireDate: '2026-12-03' }, { hireDate: '2021-03-15' });
  expect(tooEarly).toMatchObject({ ok: false, error: { field: 'hireDate' } });
});
