import type { SampleEmployee } from './sampleEmployees.ts';

type Flaw = (sample: SampleEmployee) => SampleEmployee;

/** Without what was entered for the person of before: hours of an hourly employee are refused for a salary. */
const withEmployee =
  (change: Partial<SampleEmployee['employee']>): Flaw =>
  ({ employee }) => ({ employee: { ...employee, ...change } });

/** Salaried, without hours, and from where nothing else is asked for: so that the flaw is what fails. */
const PLAIN = {
  compensation: { type: 'SALARY', annualSalary: '52000' },
  workState: 'TX',
  homeState: 'TX',
  stateTaxForms: [],
  localTaxes: [],
  deductions: [],
  garnishments: [],
} as const satisfies Partial<SampleEmployee['employee']>;

/** What is wrong with the file of one employee in a hundred; each is told with a code of its own, and the fix. */
export const SAMPLE_FLAWS: readonly Flaw[] = [
  withEmployee({ ...PLAIN, taxProfile: null, taxProfileBefore2020: null, noTaxProfile: null }),
  withEmployee({ ...PLAIN, compensation: null }),
  ({ employee }) => ({ employee: { ...employee, ...PLAIN, compensation: { type: 'HOURLY', hourlyRate: '24.50' } } }),
  withEmployee({ ...PLAIN, workState: 'PR', homeState: 'PR' }),
  withEmployee({ ...PLAIN, workState: 'GA', homeState: 'GA' }),
  withEmployee({ ...PLAIN, workState: 'UT', homeState: 'UT', stateTaxForms: [{ state: 'UT', filingStatus: 'OTHER' }] }),
  withEmployee({ ...PLAIN, workState: 'IN', homeState: 'IN', stateTaxForms: [{ state: 'IN', allowances: 1 }] }),
  withEmployee({
    ...PLAIN,
    garnishments: [{ orderId: 'creditor-9', type: 'CREDITOR', receivedDate: '2025-09-01', amount: '120.00' }],
  }),
  withEmployee({
    ...PLAIN,
    workState: 'WA',
    homeState: 'WA',
    deductions: [{ deductionId: 'health', type: 'SECTION_125_HEALTH', amount: '92.50' }],
  }),
  withEmployee({
    ...PLAIN,
    taxProfile: { filingStatus: 'SINGLE', exemptForYear: 2024 },
    taxProfileBefore2020: null,
    noTaxProfile: null,
  }),
];
