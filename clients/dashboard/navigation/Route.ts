/** The parts of a run's screen that have an address of their own. */
export const RUN_SECTIONS = ['overview', 'payments', 'comparison', 'reports'] as const;
export type RunSection = (typeof RUN_SECTIONS)[number];

/** The screens, and the part of the address after `#` that each has: no server has to know them. */
export type Route =
  /** `query` is the filter of the list as it stands in the address, without its `?`. */
  | { screen: 'runs'; query?: string }
  | { screen: 'start' }
  | { screen: 'run'; runId: string; section?: RunSection }
  | { screen: 'unknown' };

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [first = '', second = '', section, ...more] = path.split('/');
  if (second === '' && section === undefined && (first === '' || first === 'runs'))
    return query === '' ? { screen: 'runs' } : { screen: 'runs', query };
  if (first !== 'runs' || second === '' || more.length > 0) return { screen: 'unknown' };
  if (second === 'start') return section === undefined ? { screen: 'start' } : { screen: 'unknown' };
  try {
    const runId = decodeURIComponent(second);
    if (section === undefined) return { screen: 'run', runId };
    return isRunSection(section) ? { screen: 'run', runId, section } : { screen: 'unknown' };
  } catch {
    return { screen: 'unknown' };
  }
}

export function hrefOf(route: Exclude<Route, { screen: 'unknown' }>): string {
  if (route.screen === 'start') return '#/runs/start';
  if (route.screen === 'runs') return route.query ? `#/runs?${route.query}` : '#/runs';
  const { runId, section = 'overview' } = route;
  return `#/runs/${encodeURIComponent(runId)}${section === 'overview' ? '' : `/${section}`}`;
}

const isRunSection = (section: string): section is RunSection =>
  section !== 'overview' && (RUN_SECTIONS as readonly string[]).includes(section);
