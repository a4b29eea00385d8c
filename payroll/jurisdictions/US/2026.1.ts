import type { BracketTable, FederalRules } from '../FederalRules.ts';

const RATES_PPM = [0, 100_000, 120_000, 220_000, 240_000, 320_000, 350_000, 370_000];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** As rule set 2026.1 has it. Federal rules for pay dates in 2026. The printed single and Step 2 halves are kept as printed: the IRS rounded them already. */
export const rules: FederalRules = {
  jurisdiction: 'US',
  year: 2026,
  source:
    'IRS Publication 15-T (2026) section 1, Worksheet 1A; SSA contribution and benefit base 2026; Publication 15 (2026); IRS Notice 2025-67; Rev. Proc. 2025-19 and 2025-32',
  incomeTax: {
    line1gMarriedJointlyCents: 12_900_00,
    line1gOthersCents: 8_600_00,
    allowanceCents: 4_300_00,
    standard: {
      marriedJointly: table(
        [0, 19_300_00, 44_100_00, 120_100_00, 230_700_00, 422_850_00, 531_750_00, 788_000_00],
        [0, 0, 2_480_00, 11_600_00, 35_932_00, 82_048_00, 116_896_00, 206_583_50],
      ),
      single: table(
        [0, 7_500_00, 19_900_00, 57_900_00, 113_200_00, 209_275_00, 263_725_00, 648_100_00],
        [0, 0, 1_240_00, 5_800_00, 17_966_00, 41_024_00, 58_448_00, 192_979_25],
      ),
      headOfHousehold: table(
        [0, 15_550_00, 33_250_00, 83_000_00, 121_250_00, 217_300_00, 271_750_00, 656_150_00],
        [0, 0, 1_770_00, 7_740_00, 16_155_00, 39_207_00, 56_631_00, 191_171_00],
      ),
    },
    step2Checked: {
      marriedJointly: table(
        [0, 16_100_00, 28_500_00, 66_500_00, 121_800_00, 217_875_00, 272_325_00, 400_450_00],
        [0, 0, 1_240_00, 5_800_00, 17_966_00, 41_024_00, 58_448_00, 103_291_75],
      ),
      single: table(
        [0, 8_050_00, 14_250_00, 33_250_00, 60_900_00, 108_938_00, 136_163_00, 328_350_00],
        [0, 0, 620_00, 2_900_00, 8_983_00, 20_512_00, 29_224_00, 96_489_63],
      ),
      headOfHousehold: table(
        [0, 12_075_00, 20_925_00, 45_800_00, 64_925_00, 112_950_00, 140_175_00, 332_375_00],
        [0, 0, 885_00, 3_870_00, 8_077_50, 19_603_50, 28_315_50, 95_585_50],
      ),
    },
    nonresidentAlienCents: {
      before2020: {
        WEEKLY: 226_90,
        BIWEEKLY: 453_80,
        SEMIMONTHLY: 491_70,
        MONTHLY: 983_30,
        QUARTERLY: 2_950_00,
        SEMIANNUAL: 5_900_00,
        ANNUAL: 11_800_00,
        DAILY: 45_40,
      },
      since2020: {
        WEEKLY: 309_60,
        BIWEEKLY: 619_20,
        SEMIMONTHLY: 670_80,
        MONTHLY: 1_341_70,
        QUARTERLY: 4_025_00,
        SEMIANNUAL: 8_050_00,
        ANNUAL: 16_100_00,
        DAILY: 61_90,
      },
    },
    supplementalRatePpm: 220_000,
    supplementalOverThresholdRatePpm: 370_000,
    supplementalThresholdCents: 1_000_000_00,
    exemptUntilMonthDay: '02-15',
  },
  socialSecurity: { ratePpm: 62_000, wageBaseCents: 184_500_00 },
  medicare: { ratePpm: 14_500 },
  additionalMedicare: { ratePpm: 9_000, thresholdCents: 200_000_00 },
  // 6.0 % less the full 5.4 % credit. A credit reduction is settled in November and paid with Form 940 in January, so it is not in a payslip.
  futa: { netRatePpm: 6_000, wageBaseCents: 7_000_00 },
  // Publication 15 section 15; 26 U.S.C. 3121(b), 3306(c).
  exemptions: {
    STUDENT_OF_EMPLOYER: { socialSecurity: true, medicare: true, futa: true },
    NONRESIDENT_ALIEN_VISA: { socialSecurity: true, medicare: true, futa: true },
    CHILD_UNDER_18_OF_PROPRIETOR: { socialSecurity: true, medicare: true, futa: true },
    CHILD_18_TO_20_OF_PROPRIETOR: { socialSecurity: false, medicare: false, futa: true },
    SPOUSE_OR_PARENT_OF_PROPRIETOR: { socialSecurity: false, medicare: false, futa: true },
    MINISTER: { socialSecurity: true, medicare: true, futa: true },
    PUBLIC_PLAN_MEDICARE_TAXED: { socialSecurity: true, medicare: false, futa: true },
    PUBLIC_PLAN_MEDICARE_EXEMPT: { socialSecurity: true, medicare: true, futa: true },
  },
  // 26 U.S.C. 125, 3121(a), 3306(b); Publication 15-B.
  excludedBy: {
    SECTION_125_HEALTH: { incomeTax: true, fica: true, futa: true },
    HEALTH_FSA: { incomeTax: true, fica: true, futa: true },
    DEPENDENT_CARE_FSA: { incomeTax: true, fica: true, futa: true },
    HSA: { incomeTax: true, fica: true, futa: true },
    COMMUTER: { incomeTax: true, fica: true, futa: true },
    TRADITIONAL_401K: { incomeTax: true, fica: false, futa: false },
    ROTH_401K: { incomeTax: false, fica: false, futa: false },
    POST_TAX: { incomeTax: false, fica: false, futa: false },
  },
  limits: {
    deferralCents: 24_500_00,
    catchUp50Cents: 8_000_00,
    catchUp60To63Cents: 11_250_00,
    rothCatchUpAboveCents: 150_000_00,
    planCompensationCents: 360_000_00,
    hsaSelfOnlyCents: 4_400_00,
    hsaFamilyCents: 8_750_00,
    hsaCatchUp55Cents: 1_000_00,
    healthFsaCents: 3_400_00,
    dependentCareCents: 7_500_00,
    dependentCareFilingSeparatelyCents: 3_750_00,
    commuterMonthCents: 340_00,
  },
  minimumWageCents: 7_25,
  garnishment: {
    creditorRatePpm: 250_000,
    protectedHours: { WEEKLY: 30, BIWEEKLY: 60, SEMIMONTHLY: 65, MONTHLY: 130 },
    supportOtherFamilyPpm: 500_000,
    supportPpm: 600_000,
    supportArrearsPpm: 50_000,
    studentLoanPpm: 150_000,
    agencyDebtPpm: 150_000,
  },
};
