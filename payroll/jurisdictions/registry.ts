import type { FederalRules } from './FederalRules.ts';
import type { ReciprocityRules } from './ReciprocityRules.ts';
import type { StateRules } from './StateRules.ts';
import { rules as US } from './US/2026.ts';
import { rules as US_2026_1 } from './US/2026.1.ts';
import { RECIPROCITY_2026 } from './US/reciprocity2026.ts';
import { rules as AK } from './US-AK/2026.ts';
import { rules as AK_2026_1 } from './US-AK/2026.1.ts';
import { rules as AL } from './US-AL/2026.ts';
import { rules as AR } from './US-AR/2026.ts';
import { rules as AZ } from './US-AZ/2026.ts';
import { rules as AZ_2026_1 } from './US-AZ/2026.1.ts';
import { rules as CA } from './US-CA/2026.ts';
import { rules as CA_2026_1 } from './US-CA/2026.1.ts';
import { rules as CO } from './US-CO/2026.ts';
import { rules as CT } from './US-CT/2026.ts';
import { rules as DC } from './US-DC/2026.ts';
import { rules as DE } from './US-DE/2026.ts';
import { rules as FL } from './US-FL/2026.ts';
import { rules as GA } from './US-GA/2026.ts';
import { rules as HI } from './US-HI/2026.ts';
import { rules as IA } from './US-IA/2026.ts';
import { rules as ID } from './US-ID/2026.ts';
import { rules as ID_2026_1 } from './US-ID/2026.1.ts';
import { rules as IL } from './US-IL/2026.ts';
import { rules as IN } from './US-IN/2026.ts';
import { rules as KS } from './US-KS/2026.ts';
import { rules as KY } from './US-KY/2026.ts';
import { rules as LA } from './US-LA/2026.ts';
import { rules as MA } from './US-MA/2026.ts';
import { rules as MA_2026_1 } from './US-MA/2026.1.ts';
import { rules as MD } from './US-MD/2026.ts';
import { rules as ME } from './US-ME/2026.ts';
import { rules as MI } from './US-MI/2026.ts';
import { rules as MN } from './US-MN/2026.ts';
import { rules as MO } from './US-MO/2026.ts';
import { rules as MS } from './US-MS/2026.ts';
import { rules as MT } from './US-MT/2026.ts';
import { rules as NC } from './US-NC/2026.ts';
import { rules as ND } from './US-ND/2026.ts';
import { rules as NE } from './US-NE/2026.ts';
import { rules as NH } from './US-NH/2026.ts';
import { rules as NJ } from './US-NJ/2026.ts';
import { rules as NM } from './US-NM/2026.ts';
import { rules as NV } from './US-NV/2026.ts';
import { rules as NV_2026_1 } from './US-NV/2026.1.ts';
import { rules as NY } from './US-NY/2026.ts';
import { rules as NY_2026_1 } from './US-NY/2026.1.ts';
import { rules as OH } from './US-OH/2026.ts';
import { rules as OH_2026_1 } from './US-OH/2026.1.ts';
import { rules as OK } from './US-OK/2026.ts';
import { rules as OR } from './US-OR/2026.ts';
import { rules as PA } from './US-PA/2026.ts';
import { rules as PA_2026_1 } from './US-PA/2026.1.ts';
import { rules as RI } from './US-RI/2026.ts';
import { rules as SC } from './US-SC/2026.ts';
import { rules as SD } from './US-SD/2026.ts';
import { rules as TN } from './US-TN/2026.ts';
import { rules as TX } from './US-TX/2026.ts';
import { rules as UT } from './US-UT/2026.ts';
import { rules as VA } from './US-VA/2026.ts';
import { rules as VT } from './US-VT/2026.ts';
import { rules as WA } from './US-WA/2026.ts';
import { rules as WA_2026_1 } from './US-WA/2026.1.ts';
import { rules as WI } from './US-WI/2026.ts';
import { rules as WV } from './US-WV/2026.ts';
import { rules as WY } from './US-WY/2026.ts';

/** What a rule set is made of. */
export type Law = {
  readonly federal: readonly FederalRules[];
  readonly states: readonly StateRules[];
  readonly reciprocity?: ReciprocityRules;
};

/** Every jurisdiction that is implemented, and the only list of them. A state that is not here is refused, never taken as untaxed. */
export const registry = {
  federal: [US],
  states: [
    AK,
    AL,
    AR,
    AZ,
    CA,
    CO,
    CT,
    DC,
    DE,
    FL,
    GA,
    HI,
    IA,
    ID,
    IL,
    IN,
    KS,
    KY,
    LA,
    MA,
    MD,
    ME,
    MI,
    MN,
    MO,
    MS,
    MT,
    NC,
    ND,
    NE,
    NH,
    NJ,
    NM,
    NV,
    NY,
    OH,
    OK,
    OR,
    PA,
    RI,
    SC,
    SD,
    TN,
    TX,
    UT,
    VA,
    VT,
    WA,
    WI,
    WV,
    WY,
  ],
  reciprocity: RECIPROCITY_2026,
} satisfies Law;

/** The law as earlier rule sets had it: kept, and never edited, as long as a payslip may have to be computed again by them. */
const EARLIER: Readonly<Record<string, Law>> = {
  '2026.1': {
    federal: [US_2026_1],
    states: [
      AK_2026_1,
      AZ_2026_1,
      CA_2026_1,
      FL,
      GA,
      IA,
      ID_2026_1,
      IL,
      IN,
      KY,
      LA,
      MA_2026_1,
      MI,
      MS,
      NC,
      NH,
      NV_2026_1,
      NY_2026_1,
      OH_2026_1,
      PA_2026_1,
      SD,
      TN,
      TX,
      UT,
      WA_2026_1,
      WY,
    ],
  },
};

export const lawOf = (version: string): Law => EARLIER[version] ?? registry;
