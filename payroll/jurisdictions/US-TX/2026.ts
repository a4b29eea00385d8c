import { noIncomeTax } from '../noIncomeTax.ts';

/** Texas, pay dates in 2026. */
export const rules = noIncomeTax('TX', 'Texas', 2026);
