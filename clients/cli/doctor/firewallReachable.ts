import type { Check } from './Check.ts';

/** One byte more than WAF looks at in front of AppSync; infra/WebFirewall.ts blocks it before anybody reads it. */
const TOO_LONG_BYTES = 8_193;

export const firewallReachable: Check = {
  name: 'firewall',
  look: async (openSession, signal) => {
    const { endpoint } = openSession();
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(endpoint, { method: 'POST', headers, body: ' '.repeat(TOO_LONG_BYTES), signal });
    // 413 is the firewall's own answer; 403 is that of a deployment of before it had one.
    if (status === 413 || status === 403) return { outcome: 'OK', found: 'it blocks a body that it cannot see whole' };
    return {
      outcome: 'FAILED',
      found: `a body over its limit went through to AppSync, which answered ${status}`,
      fix: 'Associate the web ACL with the API again: npm run deploy.',
    };
  },
};
