import { noIncomeTax } from '../noIncomeTax.ts';

/** South Dakota, pay dates in 2026. */
export const rules = noIncomeTax('SD', 'South Dakota', 2026);
