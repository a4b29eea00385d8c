import { rules as US } from './US/2026.ts';
import { rules as AK } from './US-AK/2026.ts';
import { rules as AZ } from './US-AZ/2026.ts';
import { rules as CA } from './US-CA/2026.ts';
import { rules as FL } from './US-FL/2026.ts';
import { rules as GA } from './US-GA/2026.ts';
import { rules as IA } from './US-IA/2026.ts';
import { rules as ID } from './US-ID/2026.ts';
import { rules as IL } from './US-IL/2026.ts';
import { rules as IN } from './US-IN/2026.ts';
import { rules as KY } from './US-KY/2026.ts';
import { rules as LA } from './US-LA/2026.ts';
import { rules as MA } from './US-MA/2026.ts';
import { rules as MI } from './US-MI/2026.ts';
import { rules as MS } from './US-MS/2026.ts';
import { rules as NC } from './US-NC/2026.ts';
import { rules as NH } from './US-NH/2026.ts';
import { rules as NV } from './US-NV/2026.ts';
import { rules as NY } from './US-NY/2026.ts';
import { rules as OH } from './US-OH/2026.ts';
import { rules as PA } from './US-PA/2026.ts';
import { rules as SD } from './US-SD/2026.ts';
import { rules as TN } from './US-TN/2026.ts';
import { rules as TX } from './US-TX/2026.ts';
import { rules as UT } from './US-UT/2026.ts';
import { rules as WA } from './US-WA/2026.ts';
import { rules as WY } from './US-WY/2026.ts';

/** Every jurisdiction that is implemented, and the only list of them. A state that is not here is refused, never taken as untaxed. */
export const registry = {
  federal: [US],
  states: [AK, AZ, CA, FL, GA, IA, ID, IL, IN, KY, LA, MA, MI, MS, NC, NH, NV, NY, OH, PA, SD, TN, TX, UT, WA, WY],
};
