import type { EmployeeInput, EmployeeMember } from '../../generated/schema.ts';
import { defined } from '../../sdk/defined.ts';
import { draftOf, valuesOf } from '../form/draftOf.ts';
import { choices, TREATMENTS } from '../form/choices.ts';
import { type Draft, type Field, itemsIn, NO, type Option, textIn, YES } from '../form/Field.ts';
import { STATES } from '../form/states.ts';
import { lineName } from '../payslip/lineName.ts';
import type { WholeEmployee } from './Employee.ts';

/** A part of an employee's file that is changed at once. */
export interface EmployeeSection {
  title: string;
  fields: readonly Field[];
  /** Whether it may hold from a day on, with what was recorded before it. */
  isDated: boolean;
  /** What is recorded, as the form shows it. */
  recorded: (employee: WholeEmployee) => Draft;
  /** The members that record what the form says; a list and a certificate replace the recorded one as a whole. */
  input: (draft: Draft) => Partial<EmployeeInput>;
}

const state = (name: string, label: string, description?: string): Field => ({
  ...{ name, label, kind: 'choice', options: STATES, isRequired: true },
  ...(description === undefined ? {} : { description }),
});

/** Members that the form leaves empty and that have to be taken out by name. */
function clearIfEmpty(draft: Draft, members: Readonly<Record<string, EmployeeMember>>): Partial<EmployeeInput> {
  const clear = Object.entries(members).flatMap(([name, member]) =>
    textIn(draft, name).trim() === '' ? [member] : [],
  );
  return clear.length > 0 ? { clear } : {};
}

export const personFields = (payGroups: readonly Option[]): Field[] => [
  { name: 'givenName', label: 'Given name', kind: 'text', isRequired: true },
  { name: 'familyName', label: 'Family name', kind: 'text', isRequired: true },
  { name: 'birthDate', label: 'Date of birth', kind: 'date' },
  { name: 'payGroupId', label: 'Pay group', kind: 'choice', options: payGroups, isRequired: true },
  { name: 'hireDate', label: 'Hired on', kind: 'date', isRequired: true },
  { name: 'terminationDate', label: 'Last day of employment', kind: 'date', description: 'Empty: still employed.' },
  state('workState', 'Works in'),
  state('homeState', 'Lives in'),
];

export const personSection = (payGroups: readonly Option[]): EmployeeSection => {
  const fields = personFields(payGroups);
  return {
    title: 'Person and job',
    isDated: true,
    fields,
    recorded: (employee) => draftOf(fields, employee),
    input: (draft) => ({
      ...valuesOf(fields, draft),
      ...clearIfEmpty(draft, { birthDate: 'BIRTH_DATE', terminationDate: 'TERMINATION_DATE' }),
    }),
  };
};

const isSalary = (draft: Draft) => textIn(draft, 'type') === 'SALARY';

export const PAY_FIELDS: readonly Field[] = [
  {
    name: 'type',
    label: 'Paid by',
    kind: 'choice',
    options: [
      { value: 'SALARY', text: 'Salary' },
      { value: 'HOURLY', text: 'Hour' },
    ],
    isRequired: true,
  },
  { name: 'annualSalary', label: 'Salary a year', kind: 'money', isRequired: true, when: isSalary },
  {
    ...{ name: 'hourlyRate', label: 'Rate an hour', kind: 'money', isRequired: true },
    when: (draft) => textIn(draft, 'type') === 'HOURLY',
  },
  {
    ...{ name: 'isOvertimeExempt', label: 'Exempt from overtime', kind: 'flag' },
    description: 'By law, not by choice (29 U.S.C. 213).',
  },
  {
    ...{ name: 'coveredHours', label: 'Hours a week that the salary pays for', kind: 'text' },
    when: (draft) => isSalary(draft) && textIn(draft, 'isOvertimeExempt') !== YES,
  },
  {
    ...{ name: 'divisor', label: 'A year is divided by', kind: 'choice', when: isSalary },
    options: [
      { value: 'PERIODS_PER_YEAR', text: 'Periods a year: 52, 26, 24 or 12' },
      { value: 'PAY_DATES_IN_YEAR', text: 'The pay dates that the year really has' },
    ],
  },
];

const pay: EmployeeSection = {
  title: 'Pay',
  isDated: true,
  fields: PAY_FIELDS,
  recorded: ({ compensation }) => draftOf(PAY_FIELDS, compensation ?? { isOvertimeExempt: false }),
  input: (draft) => {
    if (textIn(draft, 'type') === '') return { clear: ['COMPENSATION'] };
    const needsHours = isSalary(draft) && textIn(draft, 'isOvertimeExempt') !== YES;
    return {
      compensation: valuesOf(PAY_FIELDS, draft),
      ...(needsHours ? clearIfEmpty(draft, { coveredHours: 'COVERED_HOURS' }) : {}),
    };
  },
};

const FILING_STATUSES = choices(['SINGLE', 'MARRIED_FILING_JOINTLY', 'MARRIED_FILING_SEPARATELY', 'HEAD_OF_HOUSEHOLD']);

const W4_FIELDS: readonly Field[] = [
  {
    name: 'filingStatus',
    label: 'Step 1(c): filing status',
    kind: 'choice',
    options: FILING_STATUSES,
    isRequired: true,
  },
  { name: 'multipleJobs', label: 'Step 2: two jobs, or a spouse who works', kind: 'flag' },
  { name: 'dependentsCredit', label: 'Step 3: credits a year', kind: 'money' },
  { name: 'otherIncome', label: 'Step 4(a): other income a year', kind: 'money' },
  { name: 'deductions', label: 'Step 4(b): deductions a year', kind: 'money' },
  { name: 'extraWithholding', label: 'Step 4(c): extra each pay', kind: 'money' },
  { name: 'exemptForYear', label: 'Claims exemption for the year', kind: 'whole' },
];

const OLD_W4_FIELDS: readonly Field[] = [
  {
    ...{ name: 'maritalStatus', label: 'Line 3: marital status', kind: 'choice', isRequired: true },
    options: choices(['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE']),
  },
  { name: 'allowances', label: 'Line 5: allowances', kind: 'whole', isRequired: true },
  { name: 'additionalWithholding', label: 'Line 6: extra each pay', kind: 'money' },
  { name: 'exemptForYear', label: 'Claims exemption for the year', kind: 'whole' },
];

const NO_W4_FIELDS: readonly Field[] = [
  { name: 'isFirstPaidBefore2020', label: 'First paid before 2020', kind: 'flag' },
];

/** The fields of one form within a larger one: their names get a prefix, and they are asked for with it alone. */
const within = (prefix: string, fields: readonly Field[], when: (draft: Draft) => boolean): Field[] =>
  fields.map((field) => ({ ...field, name: `${prefix}.${field.name}`, when }));

const isForm = (form: string) => (draft: Draft) => textIn(draft, 'form') === form;
const hasLetter = (draft: Draft) => textIn(draft, 'hasLockInLetter') === YES;

const FEDERAL_FIELDS: readonly Field[] = [
  {
    ...{ name: 'form', label: 'Federal certificate on file', kind: 'choice' },
    options: [
      { value: 'taxProfile', text: 'Form W-4 of 2020 or later' },
      { value: 'taxProfileBefore2020', text: 'Form W-4 of 2019 or earlier' },
      { value: 'noTaxProfile', text: 'None was handed in: withheld as single' },
    ],
  },
  ...within('taxProfile', W4_FIELDS, isForm('taxProfile')),
  ...within('taxProfileBefore2020', OLD_W4_FIELDS, isForm('taxProfileBefore2020')),
  ...within('noTaxProfile', NO_W4_FIELDS, isForm('noTaxProfile')),
  { name: 'hasLockInLetter', label: 'A lock-in letter of the IRS overrides it', kind: 'flag' },
  ...within('lockInLetter', W4_FIELDS, hasLetter).map((field) => ({ ...field, label: `Letter, ${field.label}` })),
  {
    ...{ name: 'nonresidentAlien', label: 'Nonresident alien', kind: 'choice' },
    options: choices(['STANDARD', 'STUDENT_OR_APPRENTICE_FROM_INDIA']),
  },
  {
    ...{ name: 'ficaExemption', label: 'Exempt from Social Security and Medicare', kind: 'choice' },
    options: choices([
      'STUDENT_OF_EMPLOYER',
      'NONRESIDENT_ALIEN_VISA',
      'CHILD_UNDER_18_OF_PROPRIETOR',
      'CHILD_18_TO_20_OF_PROPRIETOR',
      'SPOUSE_OR_PARENT_OF_PROPRIETOR',
      'MINISTER',
      'PUBLIC_PLAN_MEDICARE_TAXED',
      'PUBLIC_PLAN_MEDICARE_EXEMPT',
    ]),
  },
  { name: 'wasTaxWithheldLastYear', label: 'Income tax was withheld last year', kind: 'answer' },
  { name: 'priorYearSocialSecurityWages', label: 'Social Security wages of last year', kind: 'money' },
];

const CERTIFICATES = {
  taxProfile: W4_FIELDS,
  taxProfileBefore2020: OLD_W4_FIELDS,
  noTaxProfile: NO_W4_FIELDS,
} as const;

const prefixed = (prefix: string, fields: readonly Field[], recorded: object | null | undefined): Draft =>
  Object.fromEntries(
    Object.entries(draftOf(fields, recorded ?? {})).map(([name, value]) => [`${prefix}.${name}`, value]),
  );

const unprefixed = (prefix: string, fields: readonly Field[], draft: Draft): Record<string, unknown> =>
  valuesOf(fields, Object.fromEntries(fields.map(({ name }) => [name, draft[`${prefix}.${name}`] ?? ''])));

const federal: EmployeeSection = {
  title: 'Federal taxes',
  isDated: true,
  fields: FEDERAL_FIELDS,
  recorded: (employee) => ({
    ...draftOf(FEDERAL_FIELDS, employee),
    form: Object.keys(CERTIFICATES).find((name) => employee[name as keyof typeof CERTIFICATES]) ?? '',
    ...prefixed('taxProfile', W4_FIELDS, employee.taxProfile),
    ...prefixed('taxProfileBefore2020', OLD_W4_FIELDS, employee.taxProfileBefore2020),
    ...prefixed('noTaxProfile', NO_W4_FIELDS, employee.noTaxProfile),
    hasLockInLetter: employee.lockInLetter ? YES : NO,
    ...prefixed('lockInLetter', W4_FIELDS, employee.lockInLetter),
  }),
  input: (draft) => {
    const form = textIn(draft, 'form');
    const fields = CERTIFICATES[form as keyof typeof CERTIFICATES];
    const { nonresidentAlien, ficaExemption, wasTaxWithheldLastYear, priorYearSocialSecurityWages } = valuesOf(
      FEDERAL_FIELDS,
      draft,
    );
    const { clear = [] } = clearIfEmpty(draft, {
      form: 'TAX_PROFILE',
      nonresidentAlien: 'NONRESIDENT_ALIEN',
      ficaExemption: 'FICA_EXEMPTION',
      wasTaxWithheldLastYear: 'WAS_TAX_WITHHELD_LAST_YEAR',
      priorYearSocialSecurityWages: 'PRIOR_YEAR_SOCIAL_SECURITY_WAGES',
    });
    const cleared: EmployeeMember[] = [...(clear ?? []), ...(hasLetter(draft) ? [] : ['LOCK_IN_LETTER' as const])];
    return defined({
      ...(fields ? { [form]: unprefixed(form, fields, draft) } : {}),
      ...(hasLetter(draft) ? { lockInLetter: unprefixed('lockInLetter', W4_FIELDS, draft) } : {}),
      ...{ nonresidentAlien, ficaExemption, wasTaxWithheldLastYear, priorYearSocialSecurityWages },
      ...(cleared.length > 0 ? { clear: cleared } : {}),
    }) as Partial<EmployeeInput>;
  },
};

/** A section that is one list, which is sent as a whole. */
function listSection(title: string, fields: readonly Field[], input?: EmployeeSection['input']): EmployeeSection {
  return {
    title,
    fields,
    isDated: true,
    recorded: (employee) => draftOf(fields, employee),
    input: input ?? ((draft) => valuesOf(fields, draft)),
  };
}

const LOCAL_PLACES = ['US-NY-NYC', 'US-NY-YONKERS', 'US-PA-PHILADELPHIA', 'US-PA-EIT', 'US-PA-LST', 'US-IN-COUNTY'];

const STATE_AND_LOCAL_FIELDS: readonly Field[] = [
  {
    ...{ name: 'stateTaxForms', label: 'State certificates', kind: 'list', itemWord: 'state certificate' },
    itemName: (item) => textIn(item, 'state'),
    newItem: {},
    fields: [
      state('state', 'State'),
      {
        ...{ name: 'filingStatus', label: 'Filing status', kind: 'text' },
        description: 'In the words of the state’s form, such as SINGLE.',
      },
      { name: 'allowances', label: 'Allowances', kind: 'whole' },
      { name: 'additionalAllowances', label: 'Additional allowances', kind: 'whole' },
      { name: 'firstTimeDependents', label: 'First-time dependents', kind: 'whole' },
      { name: 'adoptedChildren', label: 'Adopted children', kind: 'whole' },
      { name: 'blindness', label: 'Blindness', kind: 'whole' },
      { name: 'annualAmount', label: 'Amount a year', kind: 'money' },
      { name: 'electedRatePercent', label: 'Elected rate in percent', kind: 'percent' },
      { name: 'extraWithholding', label: 'Extra each pay', kind: 'money' },
      { name: 'fixedWithholding', label: 'Fixed amount each pay', kind: 'money' },
      { name: 'reducedWithholding', label: 'Less each pay', kind: 'money' },
      { name: 'exemptForYear', label: 'Claims exemption for the year', kind: 'whole' },
      { name: 'isMilitarySpouse', label: 'Military spouse who keeps the home state', kind: 'answer' },
      { name: 'hasReciprocityCertificate', label: 'Certificate of reciprocity on file', kind: 'answer' },
    ],
  },
  {
    ...{ name: 'localTaxes', label: 'Local taxes', kind: 'list', itemWord: 'local tax' },
    itemName: (item) => textIn(item, 'jurisdiction'),
    newItem: {},
    fields: [
      {
        name: 'jurisdiction',
        label: 'Place',
        kind: 'choice',
        options: choices(LOCAL_PLACES, (place) => place),
        isRequired: true,
      },
      {
        ...{ name: 'basis', label: 'Owed as', kind: 'choice', isRequired: true },
        options: [
          { value: 'RESIDENT', text: 'Resident' },
          { value: 'WORKPLACE', text: 'At the workplace' },
        ],
      },
      { name: 'ratePercent', label: 'Rate in percent', kind: 'percent', description: 'Where the place sets its own.' },
      { name: 'annualAmount', label: 'Amount a year', kind: 'money', description: 'Where the place sets its own.' },
    ],
  },
  {
    ...{ name: 'exemptLevies', label: 'Levies that a letter forbids to withhold', kind: 'text' },
    description: 'Their codes with blanks between them, such as WA_CARES.',
  },
];

const stateAndLocal: EmployeeSection = {
  title: 'State and local taxes',
  isDated: true,
  fields: STATE_AND_LOCAL_FIELDS,
  recorded: (employee) =>
    draftOf(STATE_AND_LOCAL_FIELDS, { ...employee, exemptLevies: employee.exemptLevies.join(' ') }),
  input: (draft) => ({
    ...valuesOf(STATE_AND_LOCAL_FIELDS, draft),
    exemptLevies: textIn(draft, 'exemptLevies').split(/\s+/).filter(Boolean),
  }),
};

const isOfType =
  (...types: readonly string[]) =>
  (item: Draft) =>
    types.includes(textIn(item, 'type'));

const deductions = listSection('Deductions', [
  {
    ...{ name: 'deductions', label: 'Deductions', kind: 'list', itemWord: 'deduction' },
    description: 'They are taken in this order.',
    itemName: (item) => textIn(item, 'deductionId'),
    newItem: { takenIn: 'REGULAR_RUNS', whenPayIsShort: 'REDUCE' },
    fields: [
      {
        ...{ name: 'deductionId', label: 'Name', kind: 'text', isRequired: true, maxLength: 40 },
        description: 'The same name is the same deduction for yearly limits. Letters, digits, . - _',
      },
      {
        ...{ name: 'type', label: 'Kind', kind: 'choice', isRequired: true },
        options: choices(
          [
            'SECTION_125_HEALTH',
            'HEALTH_FSA',
            'DEPENDENT_CARE_FSA',
            'HSA',
            'COMMUTER',
            'PARKING',
            'TRADITIONAL_401K',
            'ROTH_401K',
            'POST_TAX',
          ],
          lineName,
        ),
      },
      { name: 'amount', label: 'Amount each run', kind: 'money', description: 'Either this or a percentage.' },
      { name: 'percent', label: 'Percent of pay', kind: 'percent' },
      {
        ...{ name: 'balance', label: 'Until this is paid', kind: 'money' },
        description: 'What was owed when the year began, or the deduction came. Taken once: the amount.',
      },
      { name: 'takenIn', label: 'Taken in', kind: 'choice', options: choices(['REGULAR_RUNS', 'EVERY_RUN']) },
      {
        ...{ name: 'whenPayIsShort', label: 'When pay is short', kind: 'choice' },
        options: choices(['REDUCE', 'SKIP'], (value) => (value === 'REDUCE' ? 'Take what there is' : 'Take nothing')),
      },
      {
        ...{ name: 'hsaCoverage', label: 'Coverage', kind: 'choice', when: isOfType('HSA') },
        options: choices(['SELF_ONLY', 'FAMILY']),
      },
      {
        ...{ name: 'isFilingSeparately', label: 'Married, files separately', kind: 'answer' },
        when: isOfType('DEPENDENT_CARE_FSA'),
      },
      {
        ...{ name: 'stateTreatments', label: 'Taxed by states and places', kind: 'list', itemWord: 'place' },
        description: 'Asked for where the law of a place does not say how it treats the deduction.',
        itemName: (item) => textIn(item, 'place'),
        newItem: {},
        fields: [
          { name: 'place', label: 'State or place', kind: 'text', isRequired: true },
          { name: 'incomeTax', label: 'Income tax', kind: 'choice', options: TREATMENTS },
          { name: 'levies', label: 'Other levies', kind: 'choice', options: TREATMENTS },
        ],
      },
    ],
  },
]);

const GARNISHMENT_FIELDS: readonly Field[] = [
  {
    ...{ name: 'orderId', label: 'Name of the order', kind: 'text', isRequired: true, maxLength: 40 },
    description: 'Letters, digits, . - _',
  },
  {
    ...{ name: 'type', label: 'Kind', kind: 'choice', isRequired: true },
    options: choices([
      'CHILD_SUPPORT',
      'FEDERAL_TAX_LEVY',
      'CHAPTER_13',
      'STUDENT_LOAN',
      'FEDERAL_AGENCY_DEBT',
      'STATE_TAX_LEVY',
      'CREDITOR',
    ]),
  },
  { name: 'receivedDate', label: 'Received on', kind: 'date', isRequired: true },
  { name: 'amount', label: 'Amount each pay', kind: 'money', description: 'Empty: as much as the law allows.' },
  { name: 'balance', label: 'Still owed', kind: 'money' },
  {
    ...{ name: 'isSupportingOtherFamily', label: 'Supports another family', kind: 'answer' },
    when: isOfType('CHILD_SUPPORT'),
  },
  {
    ...{ name: 'hasArrearsOver12Weeks', label: 'Arrears of more than 12 weeks', kind: 'answer' },
    when: isOfType('CHILD_SUPPORT'),
  },
  {
    name: 'hasFederalLimitOnly',
    label: 'The state has no ceiling of its own',
    kind: 'answer',
    when: isOfType('CREDITOR'),
  },
  {
    ...{ name: 'limitPercent', label: 'State ceiling: percent of disposable pay', kind: 'percent' },
    when: isOfType('CREDITOR'),
  },
  {
    ...{ name: 'limitProtected', label: 'State ceiling: amount that stays', kind: 'money' },
    when: isOfType('CREDITOR'),
  },
  {
    ...{ name: 'exemptAmount', label: 'Left to the employee each pay', kind: 'money' },
    when: isOfType('FEDERAL_TAX_LEVY', 'STATE_TAX_LEVY'),
  },
  {
    ...{ name: 'isBeforeSupport', label: 'Came before a support order', kind: 'answer' },
    when: isOfType('FEDERAL_TAX_LEVY'),
  },
];

const ORDER_FIELDS: readonly Field[] = [
  {
    ...{ name: 'garnishments', label: 'Orders to withhold', kind: 'list', itemWord: 'order' },
    description: 'An order ends when it is removed here.',
    itemName: (item) => textIn(item, 'orderId'),
    newItem: {},
    fields: GARNISHMENT_FIELDS,
  },
  {
    ...{ name: 'supportAllocation', label: 'Several support orders share short pay', kind: 'choice' },
    options: choices(['PRORATE', 'EQUAL'], (value) => (value === 'EQUAL' ? 'Equally' : 'In proportion')),
  },
];

const orders: EmployeeSection = {
  title: 'Orders',
  isDated: true,
  fields: ORDER_FIELDS,
  recorded: (employee) => ({
    ...draftOf(ORDER_FIELDS, employee),
    garnishments: employee.garnishments.map((order) => ({
      ...draftOf(GARNISHMENT_FIELDS, order),
      limitPercent: order.stateLimit?.percent ?? '',
      limitProtected: order.stateLimit?.protectedAmount.amount ?? '',
    })),
  }),
  input: (draft) => ({
    garnishments: itemsIn(draft, 'garnishments').map((item) => {
      const { limitPercent, limitProtected, ...order } = valuesOf(GARNISHMENT_FIELDS, item);
      const hasLimit = limitPercent !== undefined || limitProtected !== undefined;
      const stateLimit = { percent: limitPercent ?? '', protectedAmount: limitProtected ?? '' };
      return { ...order, ...(hasLimit ? { stateLimit } : {}) };
    }) as EmployeeInput['garnishments'],
    ...(textIn(draft, 'supportAllocation') === ''
      ? {}
      : { supportAllocation: textIn(draft, 'supportAllocation') as 'EQUAL' }),
    ...clearIfEmpty(draft, { supportAllocation: 'SUPPORT_ALLOCATION' }),
  }),
};

const DEPOSIT_FIELDS: readonly Field[] = [
  {
    ...{ name: 'directDeposits', label: 'Accounts', kind: 'list', itemWord: 'account', most: 5 },
    description: 'Net pay is divided in this order; the last account takes the rest. None: paid by check.',
    itemName: (item) => textIn(item, 'accountNumber'),
    newItem: { accountType: 'CHECKING' },
    fields: [
      {
        ...{ name: 'accountType', label: 'Kind of account', kind: 'choice', isRequired: true },
        options: choices(['CHECKING', 'SAVINGS']),
      },
      {
        name: 'routingNumber',
        label: 'Routing number',
        kind: 'text',
        isRequired: true,
        maxLength: 9,
        description: 'Nine digits.',
      },
      {
        ...{ name: 'accountNumber', label: 'Account number', kind: 'text', isRequired: true, maxLength: 17 },
        description: 'A masked number stands for the recorded one.',
      },
      { name: 'amount', label: 'Fixed amount', kind: 'money', description: 'Empty: a percentage, or the rest.' },
      { name: 'percent', label: 'Percent of net pay', kind: 'percent' },
    ],
  },
];

const deposits: EmployeeSection = {
  title: 'Direct deposit',
  isDated: false,
  fields: DEPOSIT_FIELDS,
  recorded: ({ directDeposits }) =>
    draftOf(DEPOSIT_FIELDS, {
      directDeposits: directDeposits.map((deposit) => ({ ...deposit, accountNumber: deposit.maskedAccountNumber })),
    }),
  input: (draft) => valuesOf(DEPOSIT_FIELDS, draft),
};

export const EMPLOYEE_SECTIONS = { pay, federal, stateAndLocal, deductions, orders, deposits } as const;
