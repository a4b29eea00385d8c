import type { DeductionType } from '../../payroll/Deduction.ts';
import type { EarningType } from '../../payroll/EmployeePayFacts.ts';
import type { GarnishmentType } from '../../payroll/GarnishmentOrder.ts';
import { registry } from '../../payroll/jurisdictions/registry.ts';
import type { LineKind } from '../../payroll/Payslip.ts';

type EarningCode =
  | Exclude<EarningType, 'REIMBURSEMENT'>
  | 'SALARY'
  | 'HOURLY'
  | 'ADDITIONAL_HOURS'
  | 'OVERTIME_PREMIUM'
  | 'STATE_OVERTIME';
type PostTaxType = 'ROTH_401K' | 'POST_TAX';

const EARNINGS: Readonly<Record<EarningCode, string>> = {
  SALARY: 'Salary',
  HOURLY: 'Hourly pay',
  ADDITIONAL_HOURS: 'Additional hours',
  OVERTIME_PREMIUM: 'Overtime premium',
  STATE_OVERTIME: 'State overtime',
  BONUS: 'Bonus',
  COMMISSION: 'Commission',
  SHIFT_PREMIUM: 'Shift premium',
  HOLIDAY: 'Holiday pay',
  PAID_LEAVE: 'Paid leave',
  SEVERANCE: 'Severance',
  BACK_PAY: 'Back pay',
  GROSS_UP: 'Grossed-up bonus',
};
const PRE_TAX_DEDUCTIONS: Readonly<Record<Exclude<DeductionType, PostTaxType>, string>> = {
  SECTION_125_HEALTH: 'Health premium',
  HEALTH_FSA: 'Health FSA',
  DEPENDENT_CARE_FSA: 'Dependent care FSA',
  HSA: 'Health savings account',
  COMMUTER: 'Commuter benefit',
  PARKING: 'Commuter parking',
  TRADITIONAL_401K: 'Traditional 401(k)',
};
const POST_TAX_DEDUCTIONS: Readonly<Record<PostTaxType, string>> = {
  ROTH_401K: 'Roth 401(k)',
  POST_TAX: 'Post-tax deduction',
};
const GARNISHMENTS: Readonly<Record<`GARNISHMENT_${GarnishmentType}`, string>> = {
  GARNISHMENT_CHILD_SUPPORT: 'Child support',
  GARNISHMENT_FEDERAL_TAX_LEVY: 'Federal tax levy',
  GARNISHMENT_CHAPTER_13: 'Chapter 13 order',
  GARNISHMENT_STUDENT_LOAN: 'Student loan',
  GARNISHMENT_FEDERAL_AGENCY_DEBT: 'Federal agency debt',
  GARNISHMENT_STATE_TAX_LEVY: 'State tax levy',
  GARNISHMENT_CREDITOR: 'Creditor garnishment',
};
/** The names under which employees know them: codes come from the rules of each jurisdiction. */
const TAXES: Readonly<Record<string, string>> = {
  US_FIT: 'Federal income tax',
  US_SS: 'Social Security',
  US_MEDICARE: 'Medicare',
  US_ADDITIONAL_MEDICARE: 'Additional Medicare',
  AK_UI: 'Alaska unemployment insurance',
  CA_SDI: 'California disability insurance',
  CO_FAMLI: 'Colorado paid family and medical leave',
  CT_PFML: 'Connecticut paid leave',
  HI_TDI: 'Hawaii disability insurance',
  IN_COUNTY: 'Indiana county tax',
  MA_PFML: 'Massachusetts paid family and medical leave',
  MD_COUNTY: 'Maryland county tax',
  ME_PFML: 'Maine paid family and medical leave',
  MN_PFML: 'Minnesota paid leave',
  NJ_FLI: 'New Jersey family leave insurance',
  NJ_TDI: 'New Jersey disability insurance',
  NJ_UI: 'New Jersey unemployment insurance',
  NJ_WORKFORCE: 'New Jersey workforce development',
  NYC_RESIDENT: 'New York City resident tax',
  NY_PFL: 'New York paid family leave',
  NY_SDI: 'New York disability benefits',
  NY_YONKERS: 'Yonkers tax',
  OR_PFML: 'Oregon paid leave',
  OR_TRANSIT: 'Oregon statewide transit tax',
  PA_EIT: 'Pennsylvania earned income tax',
  PA_LST: 'Pennsylvania local services tax',
  PA_PHILADELPHIA: 'Philadelphia wage tax',
  PA_UC: 'Pennsylvania unemployment compensation',
  RI_TDI: 'Rhode Island disability insurance',
  WA_CARES: 'WA Cares Fund',
  WA_PFML: 'Washington paid family and medical leave',
};
const EMPLOYER_TAXES: Readonly<Record<string, string>> = {
  US_SS_EMPLOYER: 'Social Security',
  US_MEDICARE_EMPLOYER: 'Medicare',
  US_FUTA: 'Federal unemployment tax',
  CA_ETT: 'California employment training tax',
  CO_FAMLI_EMPLOYER: 'Colorado paid family and medical leave',
  DC_PFL: 'District of Columbia paid family leave',
  DE_PFML_EMPLOYER: 'Delaware paid family and medical leave',
  DE_PFML_PARENTAL_EMPLOYER: 'Delaware paid parental leave',
  HI_TRAINING: 'Hawaii employment and training',
  MA_PFML_EMPLOYER: 'Massachusetts paid family and medical leave',
  ME_PFML_EMPLOYER: 'Maine paid family and medical leave',
  MN_PFML_EMPLOYER: 'Minnesota paid leave',
  MN_WORKFORCE: 'Minnesota workforce development',
  NJ_WORKFORCE_EMPLOYER: 'New Jersey workforce development',
  NY_RSF: 'New York re-employment services fund',
  OR_PFML_EMPLOYER: 'Oregon paid leave',
  VT_CHILD_CARE: 'Vermont child care contribution',
  WA_PFML_EMPLOYER: 'Washington paid family and medical leave',
};

export type LineCodeDescription = { readonly kind: LineKind; readonly words: string };

const DESCRIPTIONS = new Map<string, LineCodeDescription>(
  [
    described('EARNING', EARNINGS),
    described('PRE_TAX_DEDUCTION', PRE_TAX_DEDUCTIONS),
    described('TAX', TAXES),
    described('GARNISHMENT', GARNISHMENTS),
    described('POST_TAX_DEDUCTION', POST_TAX_DEDUCTIONS),
    described('REIMBURSEMENT', { REIMBURSEMENT: 'Reimbursement' }),
    described('EMPLOYER_TAX', EMPLOYER_TAXES),
    ...registry.states.map(({ state, name }) => [
      ...described('TAX', { [`${state}_SIT`]: `${name} income tax` }),
      ...described('EMPLOYER_TAX', { [`${state}_UI_EMPLOYER`]: `${name} unemployment tax` }),
    ]),
  ].flat(),
);

function described(kind: LineKind, words: Readonly<Record<string, string>>): [string, LineCodeDescription][] {
  return Object.entries(words).map(([code, text]) => [code, { kind, words: text }]);
}

const SUPPLEMENTAL = '_SUPPLEMENTAL';

/** Whether this build's rules have lines of this code. */
export const isKnownLineCode = (code: string): boolean =>
  DESCRIPTIONS.has(code) || (code.endsWith(SUPPLEMENTAL) && isKnownLineCode(code.slice(0, -SUPPLEMENTAL.length)));

/**
 * What a line code of the payroll dictionary (docs/payroll.md) is called on a payslip, and the kind of its lines. A code
 * that is not known here, from the rules of another year, stands for itself: all but taxes are known to every build.
 */
export function describeLineCode(code: string): LineCodeDescription {
  const description = DESCRIPTIONS.get(code);
  if (description !== undefined) return description;
  if (code.endsWith(SUPPLEMENTAL)) {
    const { kind, words } = describeLineCode(code.slice(0, -SUPPLEMENTAL.length));
    return { kind, words: `${words} on supplemental wages` };
  }
  return { kind: code.endsWith('_EMPLOYER') ? 'EMPLOYER_TAX' : 'TAX', words: code.replaceAll('_', ' ') };
}
