import type { BracketTable } from '../FederalRules.ts';
import type { NewYorkCityTax } from '../LocalTaxRules.ts';

const RATES_PPM = [20_500, 28_000, 32_500, 39_500, 41_500, 42_500];

function city(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** NYS-50-T-NYC (1/26), Method II tables: the same brackets for single and married. */
export const NEW_YORK_CITY_2026: NewYorkCityTax['byFrequency'] = {
  WEEKLY: {
    deductionCents: { single: 96_15, married: 105_75 },
    exemptionCents: 19_25,
    table: city([0, 154_00, 167_00, 288_00, 481_00, 1_154_00], [0, 3_15, 3_54, 7_46, 15_06, 43_00]),
  },
  BIWEEKLY: {
    deductionCents: { single: 192_30, married: 211_50 },
    exemptionCents: 38_50,
    table: city([0, 308_00, 334_00, 577_00, 962_00, 2_308_00], [0, 6_31, 7_08, 14_92, 30_12, 86_00]),
  },
  SEMIMONTHLY: {
    deductionCents: { single: 208_35, married: 229_15 },
    exemptionCents: 41_65,
    table: city([0, 333_00, 362_00, 625_00, 1_042_00, 2_500_00], [0, 6_83, 7_67, 16_17, 32_63, 93_17]),
  },
  MONTHLY: {
    deductionCents: { single: 416_70, married: 458_30 },
    exemptionCents: 83_30,
    table: city([0, 667_00, 725_00, 1_250_00, 2_083_00, 5_000_00], [0, 13_67, 15_33, 32_33, 65_25, 186_33]),
  },
  DAILY: {
    deductionCents: { single: 19_25, married: 21_15 },
    exemptionCents: 3_85,
    table: city([0, 31_00, 33_50, 57_50, 96_00, 231_00], [0, 63, 71, 1_49, 3_01, 8_60]),
  },
  ANNUAL: {
    deductionCents: { single: 5_000_00, married: 5_500_00 },
    exemptionCents: 1_000_00,
    table: city(
      [0, 8_000_00, 8_700_00, 15_000_00, 25_000_00, 60_000_00],
      [0, 164_00, 184_00, 388_00, 783_00, 2_236_00],
    ),
  },
};
