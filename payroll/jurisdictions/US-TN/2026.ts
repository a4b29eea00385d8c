import { noIncomeTax } from '../noIncomeTax.ts';

/** Tennessee, pay dates in 2026. */
export const rules = noIncomeTax('TN', 'Tennessee', 2026);
