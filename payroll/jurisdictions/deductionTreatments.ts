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

/** Levies are due on gross wages, deferrals included; cafeteria-plan amounts are not established and must be answered. */
export const LEVIED_ON_GROSS_WAGES: DeductionTreatment = {
  TRADITIONAL_401K: 'TAXED',
  ROTH_401K: 'TAXED',
  POST_TAX: 'TAXED',
};
