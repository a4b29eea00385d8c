import { registry } from '../jurisdictions/registry.ts';

/**
 * Taxes that are remitted together with others of their state, as the states' own returns group them: California DE 88
 * (SDI with withholding, ETT with unemployment), New York NYS-1 (city and Yonkers tax with withholding) and NYS-45
 * (re-employment fund with unemployment), Indiana WH-1 (county tax with withholding), Alaska TQ01C, Pennsylvania UC-2 and
 * New Jersey NJ-927 (the employee's part with the employer's), Minnesota and Hawaii (workforce fees with unemployment), Maryland MW506
 * (county with withholding).
 */
const REMITTED_WITH: Readonly<Record<string, string>> = {
  CA_SDI: 'CA_WITHHOLDING',
  CA_ETT: 'CA_UNEMPLOYMENT',
  NYC_RESIDENT: 'NY_WITHHOLDING',
  NY_YONKERS: 'NY_WITHHOLDING',
  NY_RSF: 'NY_UNEMPLOYMENT',
  IN_COUNTY: 'IN_WITHHOLDING',
  AK_UI: 'AK_UNEMPLOYMENT',
  PA_UC: 'PA_UNEMPLOYMENT',
  NJ_UI: 'NJ_UNEMPLOYMENT',
  NJ_WORKFORCE: 'NJ_UNEMPLOYMENT',
  MN_WORKFORCE: 'MN_UNEMPLOYMENT',
  HI_TRAINING: 'HI_UNEMPLOYMENT',
  MD_COUNTY: 'MD_WITHHOLDING',
};

const NAMES: Readonly<Record<string, string>> = {
  US_941: 'federal income tax, Social Security and Medicare (Form 941)',
  US_940: 'federal unemployment (Form 940)',
  CO_FAMLI: 'Colorado FAMLI',
  CT_PFML: 'Connecticut Paid Leave',
  DE_PFML: 'Delaware Paid Leave',
  DE_PFML_PARENTAL: 'Delaware Paid Leave',
  HI_TDI: 'Hawaii temporary disability insurance',
  ME_PFML: 'Maine paid family and medical leave',
  OR_PFML: 'Paid Leave Oregon',
  OR_TRANSIT: 'Oregon statewide transit tax',
  RI_TDI: 'Rhode Island temporary disability and caregiver insurance',
  VT_CHILD_CARE: 'Vermont child care contribution',
  DC_PFL: 'District of Columbia universal paid leave',
  MN_PFML: 'Minnesota Paid Leave',
  NJ_FLI: 'New Jersey family leave insurance',
  NJ_TDI: 'New Jersey temporary disability insurance',
  MA_PFML: 'Massachusetts paid family and medical leave',
  NY_SDI: 'New York disability insurance',
  NY_PFL: 'New York paid family leave',
  PA_EIT: 'Pennsylvania local earned income tax',
  PA_LST: 'Pennsylvania local services tax',
  PA_PHILADELPHIA: 'Philadelphia wage tax',
  WA_CARES: 'Washington WA Cares Fund',
  WA_PFML: 'Washington paid family and medical leave',
};

const NAME_OF_STATE = new Map(registry.states.map(({ state, name }) => [state, name]));

/**
 * The deposit that a tax line is paid with, the employee's and the employer's part together: `US_941`, `US_940`,
 * `CA_WITHHOLDING`, `CA_UNEMPLOYMENT`; a programme that is paid alone keeps its own code: `WA_PFML`.
 */
export function taxDepositOf(lineCode: string): string {
  if (lineCode.startsWith('US_')) return lineCode === 'US_FUTA' ? 'US_940' : 'US_941';
  if (lineCode.endsWith('_UI_EMPLOYER')) return `${lineCode.slice(0, 2)}_UNEMPLOYMENT`;
  const code = lineCode.replace(/_(SUPPLEMENTAL|EMPLOYER)$/, '');
  if (code.endsWith('_SIT')) return `${code.slice(0, 2)}_WITHHOLDING`;
  return REMITTED_WITH[code] ?? code;
}

/** In words, for a journal or a cash requirement: `California unemployment`. */
export function nameOfTaxDeposit(deposit: string): string {
  const state = NAME_OF_STATE.get(deposit.slice(0, 2));
  if (state !== undefined && deposit.endsWith('_WITHHOLDING')) return `${state} withholding`;
  if (state !== undefined && deposit.endsWith('_UNEMPLOYMENT')) return `${state} unemployment`;
  return NAMES[deposit] ?? deposit;
}
