/** The screens, and the part of the address after `#` that each has: no server has to know them. */
export type Route = { screen: 'runs' } | { screen: 'start' } | { screen: 'run'; runId: string } | { screen: 'unknown' };

export function routeOf(hash: string): Route {
  const parts = hash.replace(/^#?\/?/, '').split('/');
  if (parts.length === 1 && (parts[0] === '' || parts[0] === 'runs')) return { screen: 'runs' };
  if (parts.length !== 2 || parts[0] !== 'runs' || !parts[1]) return { screen: 'unknown' };
  if (parts[1] === 'start') return { screen: 'start' };
  try {
    return { screen: 'run', runId: decodeURIComponent(parts[1]) };
  } catch {
    return { screen: 'unknown' };
  }
}

export function hrefOf(route: Exclude<Route, { screen: 'unknown' }>): string {
  if (route.screen === 'run') return `#/runs/${encodeURIComponent(route.runId)}`;
  return route.screen === 'start' ? '#/runs/start' : '#/runs';
}
