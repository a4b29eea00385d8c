import type { Calculation } from './Calculation.ts';
import { ageOn, dateOf, yearOf } from './dates.ts';
import type { Deduction } from './Deduction.ts';
import { refuse, type Refusal } from './errors.ts';
import type { FederalLimits } from './jurisdictions/FederalRules.ts';
import { cents, LARGEST_AMOUNT_CENTS, type Cents } from './money.ts';

/**
 * Room left under the yearly limit of a deduction. Asks for a birth date, last year's wages or the HSA coverage only when
 * `wantedCents` makes them matter.
 */
export function roomUnderLimit(c: Calculation, deduction: Deduction, wantedCents: Cents): Cents | Refusal {
  const { limits } = c.rules.federal;
  const before = c.amountThisYear(deduction.type);
  switch (deduction.type) {
    case 'TRADITIONAL_401K':
    case 'ROTH_401K':
      return deferralRoom(c, limits, deduction.type === 'ROTH_401K', wantedCents);
    case 'HSA': {
      const { hsaCoverage } = deduction;
      if (hsaCoverage === undefined) {
        return refuse(
          'INVALID_INPUT',
          `The HSA deduction ${deduction.deductionId} has no coverage, which decides its limit.`,
          'Enter hsaCoverage SELF_ONLY or FAMILY.',
          'employee.deductions',
        );
      }
      const limit = hsaCoverage === 'FAMILY' ? limits.hsaFamilyCents : limits.hsaSelfOnlyCents;
      if (before + wantedCents <= limit) return room(limit, before);
      const age = ageThisYear(c);
      if (typeof age !== 'number') return age;
      return room(limit + (age >= 55 ? limits.hsaCatchUp55Cents : 0), before);
    }
    case 'HEALTH_FSA':
      return room(limits.healthFsaCents, before);
    case 'DEPENDENT_CARE_FSA': {
      const { isFilingSeparately } = deduction;
      const limit = isFilingSeparately === true ? limits.dependentCareFilingSeparatelyCents : limits.dependentCareCents;
      return room(limit, before);
    }
    case 'COMMUTER': {
      const thisMonth = c.facts.yearToDate.commuterByMonthCents[c.facts.period.payDate.slice(0, 7)] ?? 0;
      return room(limits.commuterMonthCents, thisMonth + c.amountOnPayslip('COMMUTER'));
    }
    case 'PARKING': {
      const thisMonth = c.facts.yearToDate.parkingByMonthCents?.[c.facts.period.payDate.slice(0, 7)] ?? 0;
      return room(limits.commuterMonthCents, thisMonth + c.amountOnPayslip('PARKING'));
    }
    case 'SECTION_125_HEALTH':
    case 'POST_TAX':
      return LARGEST_AMOUNT_CENTS;
  }
}

/** Traditional and Roth deferrals share one limit. Catch-up of the highly paid must be Roth, so their traditional part stops at the base limit. */
function deferralRoom(c: Calculation, limits: FederalLimits, isRoth: boolean, wanted: Cents): Cents | Refusal {
  const traditional = c.amountThisYear('TRADITIONAL_401K');
  const both = traditional + c.amountThisYear('ROTH_401K');
  const base = limits.deferralCents;
  if (both + wanted <= base) return room(base, both);
  const age = ageThisYear(c);
  if (typeof age !== 'number') return age;
  if (age < 50) return room(base, both);
  const catchUp = age >= 60 && age <= 63 ? limits.catchUp60To63Cents : limits.catchUp50Cents;
  if (isRoth || traditional + wanted <= base) return room(base + catchUp, both);
  const priorWages = c.facts.employee.priorYearSocialSecurityWagesCents;
  if (priorWages === undefined) {
    return refuse(
      'PRIOR_YEAR_WAGES_MISSING',
      'The deferral reaches catch-up, which must be Roth if Social Security wages of last year exceeded the threshold.',
      'Record priorYearSocialSecurityWagesCents, or 0 if this employer paid none.',
      'employee.priorYearSocialSecurityWagesCents',
    );
  }
  if (priorWages > limits.rothCatchUpAboveCents)
    return cents(Math.min(room(base, traditional), room(base + catchUp, both)));
  return room(base + catchUp, both);
}

function room(limitCents: number, beforeCents: number): Cents {
  return cents(Math.max(0, limitCents - beforeCents));
}

/** Age that the employee reaches in the calendar year of the pay date, which is what catch-up limits ask. */
function ageThisYear(c: Calculation): number | Refusal {
  const { birthDate } = c.facts.employee;
  if (birthDate !== undefined) return ageOn(birthDate, dateOf(yearOf(c.facts.period.payDate), 12, 31));
  return refuse(
    'BIRTH_DATE_MISSING',
    'A deduction reaches its yearly limit, and a higher limit depends on age.',
    'Record employee.birthDate.',
    'employee.birthDate',
  );
}
