import { ruleSetOf } from '../ruleSets.ts';

/** What is counted through the year: the taxable wages of a tax, or the tax itself. */
export type YearlyLimit = 'WAGES' | 'TAX';

const FEDERAL = ['US_SS', 'US_SS_EMPLOYER', 'US_ADDITIONAL_MEDICARE', 'US_FUTA'];

const byVersion = new Map<string, ReadonlyMap<string, YearlyLimit>>();

/**
 * By what a tax line may stop or start in the course of a year without anything else having changed: a wage base or threshold,
 * or a yearly maximum; `undefined` for a tax without either, and for a rule set that this build does not carry.
 */
export function yearlyLimitOf(lineCode: string, ruleSetVersion: string): YearlyLimit | undefined {
  // Every state has a wage base of unemployment tax, many of them in the employer's notice alone.
  return lineCode.endsWith('_UI_EMPLOYER') ? 'WAGES' : limitsOf(ruleSetVersion).get(lineCode);
}

function limitsOf(ruleSetVersion: string): ReadonlyMap<string, YearlyLimit> {
  const known = byVersion.get(ruleSetVersion);
  if (known !== undefined) return known;
  const limits = new Map<string, YearlyLimit>();
  const ruleSet = ruleSetOf(ruleSetVersion);
  if (!ruleSet.ok) return limits;
  for (const code of FEDERAL) limits.set(code, 'WAGES');
  for (const { levies, localTaxes = [] } of Object.values(ruleSet.value.states)) {
    for (const { code, wageBaseCents, annualMaximumCents } of levies) {
      if (wageBaseCents !== undefined) limits.set(code, 'WAGES');
      if (annualMaximumCents !== undefined) limits.set(code, 'TAX');
    }
    for (const { code, formula } of localTaxes) if (formula === 'ANNUAL_AMOUNT') limits.set(code, 'TAX');
  }
  byVersion.set(ruleSetVersion, limits);
  return limits;
}
