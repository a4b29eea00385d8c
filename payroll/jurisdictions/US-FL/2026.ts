import { noIncomeTax } from '../noIncomeTax.ts';

/** Florida, pay dates in 2026. */
export const rules = noIncomeTax('FL', 'Florida', 2026);
