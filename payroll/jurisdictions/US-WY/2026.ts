import { noIncomeTax } from '../noIncomeTax.ts';

/** Wyoming, pay dates in 2026. */
export const rules = noIncomeTax('WY', 'Wyoming', 2026);
