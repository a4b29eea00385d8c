import type { Check } from './Check.ts';

/** A request without credentials must be refused in the words of AppSync. */
export const engineReachable: Check = {
  name: 'service reachable',
  look: async (openSession, signal) => {
    const { endpoint } = openSession();
    const startedAtMs = performance.now();
    const response = await fetch(endpoint, { method: 'POST', body: '{"query":"{__typename}"}', signal }).catch(
      () => undefined,
    );
    if (!response)
      return {
        outcome: 'FAILED',
        found: `${endpoint} does not answer`,
        fix: 'Start it with "npm start", or correct PAYROLL_GRAPHQL_URL.',
      };
    const text = await response.text();
    const found = `${endpoint} in ${Math.round(performance.now() - startedAtMs)} ms`;
    if (text.includes('"errors"')) return { outcome: 'OK', found };
    const fix = 'PAYROLL_GRAPHQL_URL must name the GraphQL endpoint, which ends in /graphql.';
    return { outcome: 'FAILED', found: `${endpoint} answers ${response.status}, but not as AppSync`, fix };
  },
};
