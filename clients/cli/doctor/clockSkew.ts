import type { Check } from './Check.ts';

/** Tokens are refused when the clocks are further apart than this; five minutes is what AWS signatures bear. */
const BEARABLE_MS = 30_000;

export const clockSkew: Check = {
  name: 'clock',
  look: async (openSession, signal) => {
    const askedAtMs = Date.now();
    const { headers } = await fetch(openSession().endpoint, { method: 'POST', body: '{}', signal });
    const told = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(told)) return { outcome: 'SKIPPED', found: 'the service tells no time' };
    // The header has whole seconds, and the answer took a while.
    const skewMs = Math.max(0, Math.abs(told - (askedAtMs + Date.now()) / 2) - 1_000);
    const found = `${(skewMs / 1_000).toFixed(1)} s from the clock of the service`;
    if (skewMs <= BEARABLE_MS) return { outcome: 'OK', found };
    return { outcome: 'FAILED', found, fix: 'Set the clock of this machine: let it follow a time server.' };
  },
};
