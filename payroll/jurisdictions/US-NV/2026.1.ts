import { noIncomeTax } from '../noIncomeTax.ts';

/** Nevada, pay dates in 2026. */
export const rules = noIncomeTax('NV', 'Nevada', 2026);
