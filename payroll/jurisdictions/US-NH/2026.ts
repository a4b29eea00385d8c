import { noIncomeTax } from '../noIncomeTax.ts';

/** New Hampshire, pay dates in 2026. */
export const rules = noIncomeTax('NH', 'New Hampshire', 2026);
