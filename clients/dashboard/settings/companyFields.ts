import type { CompanySettingsQuery } from '../../generated/operations/graphql.ts';
import type { UpsertCompanyInput } from '../../generated/schema.ts';
import { draftOf, valuesOf } from '../form/draftOf.ts';
import { choices, TREATMENTS } from '../form/choices.ts';
import { lineName } from '../payslip/lineName.ts';
import { type Draft, type Field, textIn, YES } from '../form/Field.ts';
import { STATES } from '../form/states.ts';

export type CompanySettings = NonNullable<CompanySettingsQuery['company']>;

export const COMPANY_FIELDS: readonly Field[] = [
  { name: 'name', label: 'Name of the company', kind: 'text', isRequired: true },
  {
    ...{ name: 'selfApprovalAllowed', label: 'Who started a run may approve it', kind: 'flag' },
    description: 'Leave it off where two people can do it.',
  },
  {
    ...{ name: 'secondApproverAbovePercent', label: 'Two approvers above a change of (percent)', kind: 'percent' },
    description: 'Of gross, net or headcount since the last regular run. Empty: one is always enough.',
  },
  {
    ...{ name: 'isFutaExempt', label: 'Pays no federal unemployment tax', kind: 'flag' },
    description: 'A 501(c)(3) organization.',
  },
  { name: 'NY_SDI', label: 'Withholds New York disability benefits', kind: 'flag' },
  { name: 'NY_PFL', label: 'Withholds New York paid family leave', kind: 'flag' },
];

export const RATE_FIELDS: readonly Field[] = [
  {
    ...{ name: 'unemploymentRates', label: 'State unemployment rates', kind: 'list', itemWord: 'state' },
    description: 'One for each state where somebody works, from the state’s yearly rate notice.',
    itemName: (item) => textIn(item, 'state'),
    newItem: {},
    fields: [
      { name: 'state', label: 'State', kind: 'choice', options: STATES, isRequired: true },
      { name: 'ratePercent', label: 'Rate in percent', kind: 'percent', isRequired: true },
      {
        ...{ name: 'wageBase', label: 'Wage base a year', kind: 'money' },
        description: 'Empty where the state’s own figure holds: CA and NY.',
      },
    ],
  },
];

/** Types of deductions whose treatment the law of some place leaves open. */
const OPEN_TYPES = ['SECTION_125_HEALTH', 'HEALTH_FSA', 'DEPENDENT_CARE_FSA', 'HSA', 'COMMUTER', 'PARKING'];

export const TREATMENT_FIELDS: readonly Field[] = [
  {
    ...{ name: 'deductionTreatments', label: 'Decided treatments', kind: 'list', itemWord: 'decision' },
    description:
      'For all employees, where the law of a place does not say how it taxes a deduction. Ask your tax adviser.',
    itemName: (item) => `${lineName(textIn(item, 'type'))}, ${textIn(item, 'place')}`,
    newItem: {},
    fields: [
      {
        ...{ name: 'type', label: 'Deduction', kind: 'choice', isRequired: true },
        options: choices(OPEN_TYPES, lineName),
      },
      {
        ...{ name: 'place', label: 'State or place', kind: 'text', isRequired: true },
        description: 'As the failed calculation names it, such as MA or US-PA-EIT.',
      },
      { name: 'incomeTax', label: 'Income tax', kind: 'choice', options: TREATMENTS },
      { name: 'levies', label: 'Other levies', kind: 'choice', options: TREATMENTS },
      {
        ...{ name: 'reason', label: 'Who advised it, or why', kind: 'text', isRequired: true, maxLength: 500 },
      },
    ],
  },
];

const LEVIES = ['NY_SDI', 'NY_PFL'] as const;

/** What is recorded; undefined: there is no company yet. */
export const companyDraft = (company: CompanySettings | undefined): Draft => ({
  ...draftOf(COMPANY_FIELDS, company ?? {}),
  ...Object.fromEntries(LEVIES.map((levy) => [levy, company?.electedLevies.includes(levy) ? YES : ''])),
});

type CompanyInput = Omit<UpsertCompanyInput, 'idempotencyKey'>;

export function companyInput(draft: Draft): CompanyInput {
  const { NY_SDI: _sdi, NY_PFL: _pfl, ...values } = valuesOf(COMPANY_FIELDS, draft);
  const isEmpty = textIn(draft, 'secondApproverAbovePercent').trim() === '';
  return {
    ...values,
    electedLevies: LEVIES.filter((levy) => textIn(draft, levy) === YES),
    ...(isEmpty ? { clear: ['SECOND_APPROVER_ABOVE_PERCENT'] } : {}),
  };
}

export const treatmentInput = (draft: Draft): CompanyInput => valuesOf(TREATMENT_FIELDS, draft);

export const rateInput = (draft: Draft): CompanyInput => valuesOf(RATE_FIELDS, draft);
