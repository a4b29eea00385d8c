import type { Check } from './Check.ts';

/** The first with a WebSocket of its own, which live progress comes over; `engines` of the package says the same. */
const OLDEST_MAJOR = 22;

export const nodeVersion: Check = {
  name: 'Node.js',
  look: async () => {
    const { version } = process;
    if (Number(/^v(\d+)/.exec(version)?.[1]) >= OLDEST_MAJOR) return { outcome: 'OK', found: version };
    return { outcome: 'FAILED', found: version, fix: `Install Node.js ${OLDEST_MAJOR} or later.` };
  },
};
