import type { DeductionTreatment } from './StateRules.ts';

/**
 * States whose income tax starts from federal gross or adjusted gross income: what leaves federal wages leaves theirs. Only
 * California and New Jersey tax HSA contributions, and Pennsylvania is the exception for 401(k) deferrals (secondary
 * sources). Dependent care and commuter amounts are not established state by state, so they must be answered.
 */
export const FOLLOWS_FEDERAL_WAGES: DeductionTreatment = {
  SECTION_125_HEALTH: 'EXCLUDED',
  HEALTH_FSA: 'EXCLUDED',
  HSA: 'EXCLUDED',
  TRADITIONAL_401K: 'EXCLUDED',
  ROTH_401K: 'TAXED',
  POST_TAX: 'TAXED',
};

/**
 * States whose withholding starts from federal taxable wages, or whose guides name the deductions one by one: everything that
 * leaves federal wages leaves theirs (the agencies' guides for CO, DE, KS, MN, ND; for the others one source).
 */
export const FOLLOWS_FEDERAL_TAXABLE_WAGES: DeductionTreatment = {
  ...FOLLOWS_FEDERAL_WAGES,
  DEPENDENT_CARE_FSA: 'EXCLUDED',
  COMMUTER: 'EXCLUDED',
};

/** Levies are due on gross wages, deferrals included; cafeteria-plan amounts are not established and must be answered. */
export const LEVIED_ON_GROSS_WAGES: DeductionTreatment = {
  TRADITIONAL_401K: 'TAXED',
  ROTH_401K: 'TAXED',
  POST_TAX: 'TAXED',
};
