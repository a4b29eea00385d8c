import type { LocalTaxInput, StateTaxFormInput, UnemploymentRateInput } from '../clients/generated/schema.ts';
import { registry } from '../payroll/jurisdictions/registry.ts';

/** What the sample company has in a state. */
interface SampleState {
  /** How many of its employees work there, in proportion. */
  weight: number;
  /** Rate and wage base of the unemployment tax: examples of what a company copies from its rate notice. */
  unemployment: Omit<UnemploymentRateInput, 'state'>;
  /** Certificates that its employees handed in there. */
  forms?: readonly Omit<StateTaxFormInput, 'state'>[];
  /** Local taxes by where an employee lives and works. */
  localTaxes?: readonly (readonly LocalTaxInput[])[];
}

const NEW_YORK_CITY: LocalTaxInput = { jurisdiction: 'US-NY-NYC', basis: 'RESIDENT' };
const PHILADELPHIA = 'US-PA-PHILADELPHIA';
const LOCAL_SERVICES: LocalTaxInput = { jurisdiction: 'US-PA-LST', basis: 'WORKPLACE', annualAmount: '52.00' };

const STATES: Readonly<Record<string, SampleState>> = {
  TX: { weight: 14, unemployment: { ratePercent: '2.7', wageBase: '9000' } },
  FL: { weight: 9, unemployment: { ratePercent: '2.7', wageBase: '7000' } },
  CA: {
    weight: 12,
    unemployment: { ratePercent: '3.4' },
    forms: [
      { filingStatus: 'SINGLE_OR_DUAL_INCOME', allowances: 1 },
      { filingStatus: 'MARRIED_ONE_INCOME', allowances: 2, additionalAllowances: 1 },
      { filingStatus: 'HEAD_OF_HOUSEHOLD', allowances: 2, extraWithholding: '20.00' },
    ],
  },
  NY: {
    weight: 8,
    unemployment: { ratePercent: '4.1' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2, additionalAllowances: 2 },
      { filingStatus: 'HEAD_OF_HOUSEHOLD', allowances: 1, additionalAllowances: 1 },
    ],
    localTaxes: [
      [NEW_YORK_CITY],
      [{ jurisdiction: 'US-NY-YONKERS', basis: 'RESIDENT' }],
      [{ jurisdiction: 'US-NY-YONKERS', basis: 'WORKPLACE' }],
      [],
    ],
  },
  IL: {
    weight: 5,
    unemployment: { ratePercent: '3.35', wageBase: '14250' },
    forms: [{ allowances: 1 }, { allowances: 2, additionalAllowances: 1 }],
  },
  PA: {
    weight: 5,
    unemployment: { ratePercent: '3.822', wageBase: '10000' },
    localTaxes: [
      [{ jurisdiction: PHILADELPHIA, basis: 'RESIDENT' }],
      [{ jurisdiction: PHILADELPHIA, basis: 'WORKPLACE' }],
      [{ jurisdiction: 'US-PA-EIT', basis: 'RESIDENT', ratePercent: '1' }, LOCAL_SERVICES],
      [
        { jurisdiction: 'US-PA-EIT', basis: 'RESIDENT', ratePercent: '1.25' },
        { jurisdiction: 'US-PA-EIT', basis: 'WORKPLACE', ratePercent: '1.5' },
        LOCAL_SERVICES,
      ],
    ],
  },
  GA: {
    weight: 4,
    unemployment: { ratePercent: '2.64', wageBase: '9500' },
    forms: [
      { filingStatus: 'OTHER', allowances: 0 },
      { filingStatus: 'MARRIED_ONE_EARNER', allowances: 2 },
    ],
  },
  OH: {
    weight: 4,
    unemployment: { ratePercent: '2.7', wageBase: '9000' },
    forms: [{ allowances: 0 }, { allowances: 2 }],
  },
  NC: {
    weight: 4,
    unemployment: { ratePercent: '1', wageBase: '34200' },
    forms: [
      { filingStatus: 'SINGLE_OR_MARRIED', allowances: 1 },
      { filingStatus: 'HEAD_OF_HOUSEHOLD', allowances: 2 },
    ],
  },
  MI: {
    weight: 3,
    unemployment: { ratePercent: '2.7', wageBase: '9000' },
    forms: [{ allowances: 1 }, { allowances: 3 }],
  },
  WA: { weight: 4, unemployment: { ratePercent: '1.2', wageBase: '78200' } },
  MA: {
    weight: 3,
    unemployment: { ratePercent: '2.42', wageBase: '15000' },
    forms: [
      { filingStatus: 'OTHER', allowances: 1 },
      { filingStatus: 'HEAD_OF_HOUSEHOLD', allowances: 2, blindness: 1 },
    ],
  },
  AZ: {
    weight: 3,
    unemployment: { ratePercent: '2', wageBase: '8000' },
    forms: [{ electedRatePercent: '2.5' }, { electedRatePercent: '1', extraWithholding: '10.00' }],
  },
  TN: { weight: 3, unemployment: { ratePercent: '2.7', wageBase: '7000' } },
  IN: {
    weight: 3,
    unemployment: { ratePercent: '2.5', wageBase: '9500' },
    forms: [{ allowances: 1 }, { allowances: 2, additionalAllowances: 2, firstTimeDependents: 1, adoptedChildren: 1 }],
    localTaxes: [
      [{ jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePercent: '2.02' }],
      [{ jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePercent: '1.485' }],
    ],
  },
  UT: {
    weight: 2,
    unemployment: { ratePercent: '1.1', wageBase: '50700' },
    forms: [{ filingStatus: 'SINGLE' }, { filingStatus: 'MARRIED' }],
  },
  NV: { weight: 2, unemployment: { ratePercent: '2.95', wageBase: '43700' } },
  KY: { weight: 2, unemployment: { ratePercent: '2.7', wageBase: '12000' } },
  LA: {
    weight: 2,
    unemployment: { ratePercent: '1.7', wageBase: '7000' },
    forms: [{ filingStatus: 'CODE_1' }, { filingStatus: 'CODE_2' }],
  },
  IA: {
    weight: 2,
    unemployment: { ratePercent: '1', wageBase: '20400' },
    forms: [
      { filingStatus: 'SINGLE', annualAmount: '40.00' },
      { filingStatus: 'MARRIED_ONE_EARNER', allowances: 3 },
    ],
  },
  MS: {
    weight: 1,
    unemployment: { ratePercent: '1.2', wageBase: '14000' },
    forms: [
      { filingStatus: 'SINGLE', annualAmount: '6000.00' },
      { filingStatus: 'MARRIED_ONE_EARNER', annualAmount: '12000.00' },
    ],
  },
  ID: {
    weight: 1,
    unemployment: { ratePercent: '1.007', wageBase: '58300' },
    forms: [{ filingStatus: 'SINGLE' }, { filingStatus: 'MARRIED' }],
  },
  NJ: {
    weight: 4,
    unemployment: { ratePercent: '2.6825' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED_FILING_JOINTLY', allowances: 2 },
      { filingStatus: 'RATE_C', allowances: 2 },
    ],
  },
  VA: {
    weight: 4,
    unemployment: { ratePercent: '2.5' },
    forms: [{ allowances: 1 }, { allowances: 2, additionalAllowances: 1 }],
  },
  WI: {
    weight: 3,
    unemployment: { ratePercent: '3.05' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  MN: {
    weight: 3,
    unemployment: { ratePercent: '1.1' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 3 },
    ],
  },
  MO: {
    weight: 3,
    unemployment: { ratePercent: '2.376' },
    forms: [{ filingStatus: 'SINGLE' }, { filingStatus: 'MARRIED_SPOUSE_DOES_NOT_WORK' }],
  },
  CO: {
    weight: 3,
    unemployment: { ratePercent: '1.7' },
    forms: [{ annualAmount: '10000.00' }, { extraWithholding: '10.00' }],
  },
  SC: { weight: 2, unemployment: { ratePercent: '0.94' }, forms: [{ allowances: 1 }, { allowances: 3 }] },
  OK: {
    weight: 2,
    unemployment: { ratePercent: '1.5' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  DC: { weight: 1, unemployment: { ratePercent: '2.7' }, forms: [{ allowances: 1 }, { allowances: 2 }] },
  MD: {
    weight: 3,
    unemployment: { ratePercent: '2.6' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED_FILING_JOINTLY', allowances: 3 },
    ],
    localTaxes: [
      [{ jurisdiction: 'US-MD-MONTGOMERY', basis: 'RESIDENT' }],
      [{ jurisdiction: 'US-MD-BALTIMORE-CITY', basis: 'RESIDENT' }],
      [{ jurisdiction: 'US-MD-ANNE-ARUNDEL', basis: 'RESIDENT' }],
      [{ jurisdiction: 'US-MD-FREDERICK', basis: 'RESIDENT' }],
    ],
  },
  AL: {
    weight: 2,
    unemployment: { ratePercent: '2.7' },
    forms: [{ filingStatus: 'S' }, { filingStatus: 'M', allowances: 2 }],
  },
  OR: {
    weight: 2,
    unemployment: { ratePercent: '2.4' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  CT: { weight: 2, unemployment: { ratePercent: '1.9' }, forms: [{ filingStatus: 'F' }, { filingStatus: 'C' }] },
  KS: {
    weight: 1,
    unemployment: { ratePercent: '2.7' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'JOINT', allowances: 3 },
    ],
  },
  AR: { weight: 1, unemployment: { ratePercent: '2' }, forms: [{ filingStatus: 'STANDARD', allowances: 2 }] },
  NE: {
    weight: 1,
    unemployment: { ratePercent: '1.25' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  NM: {
    weight: 1,
    unemployment: { ratePercent: '1' },
    forms: [{ filingStatus: 'SINGLE' }, { filingStatus: 'MARRIED' }],
  },
  WV: {
    weight: 1,
    unemployment: { ratePercent: '2.511' },
    forms: [
      { filingStatus: 'TWO_EARNERS', allowances: 1 },
      { filingStatus: 'ONE_EARNER', allowances: 2 },
    ],
  },
  ME: {
    weight: 1,
    unemployment: { ratePercent: '2.3' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  HI: {
    weight: 1,
    unemployment: { ratePercent: '3' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  MT: {
    weight: 1,
    unemployment: { ratePercent: '1.4' },
    forms: [{ filingStatus: 'SINGLE' }, { filingStatus: 'MARRIED_FILING_JOINTLY' }],
  },
  RI: { weight: 1, unemployment: { ratePercent: '1.2' }, forms: [{ allowances: 1 }, { allowances: 2 }] },
  DE: {
    weight: 1,
    unemployment: { ratePercent: '1.3' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED_FILING_JOINTLY', allowances: 2 },
    ],
  },
  ND: { weight: 1, unemployment: { ratePercent: '1' } },
  VT: {
    weight: 1,
    unemployment: { ratePercent: '1' },
    forms: [
      { filingStatus: 'SINGLE', allowances: 1 },
      { filingStatus: 'MARRIED', allowances: 2 },
    ],
  },
  NH: { weight: 1, unemployment: { ratePercent: '2.7', wageBase: '14000' } },
  SD: { weight: 1, unemployment: { ratePercent: '1.2', wageBase: '15000' } },
  WY: { weight: 1, unemployment: { ratePercent: '1.6', wageBase: '33800' } },
  AK: { weight: 1, unemployment: { ratePercent: '1.5', wageBase: '54200' } },
};

/** What the sample company has in a state; nothing for a state that the payroll rules do not have. */
export const sampleStateOf = (state: string): SampleState | undefined => STATES[state];

/** Every state of the payroll rules, as often as employees work there. A state that the sample lacks stops it. */
export const SAMPLE_WORK_STATES: readonly string[] = registry.states.flatMap(({ state }) => {
  const sample = sampleStateOf(state);
  if (!sample) throw new Error(`demo/sampleStates.ts has nothing for ${state}, which payroll/jurisdictions has`);
  return Array.from({ length: sample.weight }, () => state);
});

export const SAMPLE_UNEMPLOYMENT_RATES: UnemploymentRateInput[] = Object.entries(STATES).map(
  ([state, { unemployment }]) => ({ state, ...unemployment }),
);

/** Work state and home state of those who cross a border to work; the last pair has an agreement between the states. */
export const SAMPLE_COMMUTES = [
  { workState: 'MA', homeState: 'NH' },
  { workState: 'NY', homeState: 'PA' },
  { workState: 'GA', homeState: 'TN' },
  { workState: 'WA', homeState: 'ID' },
  { workState: 'FL', homeState: 'GA' },
  { workState: 'PA', homeState: 'OH', hasReciprocityCertificate: true },
] as const;
