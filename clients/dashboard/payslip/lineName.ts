import { enumInWords } from '../format/enumInWords.ts';

/** What employees call the lines of a payslip; the codes of states are made of the state and one of the endings below. */
const NAMES: Readonly<Record<string, string>> = {
  HOURLY: 'Hourly pay',
  HOLIDAY: 'Holiday pay',
  GROSS_UP: 'Grossed-up bonus',
  SECTION_125_HEALTH: 'Health premium',
  HEALTH_FSA: 'Health FSA',
  DEPENDENT_CARE_FSA: 'Dependent care FSA',
  HSA: 'Health savings account',
  COMMUTER: 'Commuter benefit',
  PARKING: 'Commuter parking',
  TRADITIONAL_401K: 'Traditional 401(k)',
  ROTH_401K: 'Roth 401(k)',
  POST_TAX: 'Deduction after tax',
  GARNISHMENT_CHAPTER_13: 'Chapter 13 order',
  US_FIT: 'Federal income tax',
  US_SS: 'Social Security',
  US_MEDICARE: 'Medicare',
  US_ADDITIONAL_MEDICARE: 'Additional Medicare',
  US_FUTA: 'Federal unemployment tax',
  AK_UI: 'AK unemployment insurance',
  CA_SDI: 'CA disability insurance',
  CA_ETT: 'CA employment training tax',
  IN_COUNTY: 'Indiana county tax',
  MA_PFML: 'MA paid family and medical leave',
  NYC_RESIDENT: 'New York City resident tax',
  NY_PFL: 'NY paid family leave',
  NY_RSF: 'NY re-employment services fund',
  NY_SDI: 'NY disability benefits',
  NY_YONKERS: 'Yonkers tax',
  PA_EIT: 'PA earned income tax',
  PA_LST: 'PA local services tax',
  PA_PHILADELPHIA: 'Philadelphia wage tax',
  PA_UC: 'PA unemployment compensation',
  WA_CARES: 'WA Cares Fund',
  WA_PFML: 'WA paid family and medical leave',
};

const ENDINGS: readonly [ending: string, words: string][] = [
  ['_SUPPLEMENTAL', ' on supplemental wages'],
  ['_UI_EMPLOYER', ' unemployment tax'],
  ['_EMPLOYER', ''],
  ['_SIT', ' income tax'],
];

/** A line code of the payroll dictionary in words; a code that nobody knows is read out as it is. */
export function lineName(code: string): string {
  const known = NAMES[code];
  if (known !== undefined) return known;
  for (const [ending, words] of ENDINGS)
    if (code.endsWith(ending)) return `${lineName(code.slice(0, -ending.length))}${words}`;
  if (/^[A-Z]{2}$/.test(code)) return code;
  return enumInWords(code.replace(/^GARNISHMENT_/, ''));
}
