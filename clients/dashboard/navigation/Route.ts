/** The parts of a run's screen that have an address of their own. */
export const RUN_SECTIONS = ['overview', 'payments', 'comparison', 'reports'] as const;
export type RunSection = (typeof RUN_SECTIONS)[number];

/** The screens, and the part of the address after `#` that each has: no server has to know them. */
export type Route =
  /** No screen is named: what the person needs first. */
  | { screen: 'home' }
  /** `query` is the filter of the list as it stands in the address, without its `?`. */
  | { screen: 'runs'; query?: string }
  /** `query` names pay group, period, type and employees. */
  | { screen: 'start'; query?: string }
  /** `query` names pay group, period and run. */
  | { screen: 'hours'; query?: string }
  | { screen: 'run'; runId: string; section?: RunSection }
  | { screen: 'payslip'; runId: string; employeeId: string }
  | { screen: 'employees' }
  | { screen: 'employeeImport' }
  /** `edit` names the part of the file whose form is open. */
  | { screen: 'employee'; employeeId: string; edit?: string }
  | { screen: 'hire' }
  | { screen: 'settings' }
  | { screen: 'taxes' }
  | { screen: 'schedules' }
  | { screen: 'hooks' }
  | { screen: 'apiKeys' }
  /** The signed-in employee's own; with a run, the payslip of that run. */
  | { screen: 'myPayslips'; runId?: string }
  | { screen: 'unknown' };

/** Screens that an address can name. */
export type AddressedRoute = Exclude<Route, { screen: 'unknown' }>;

/** Whose address is a word alone. */
const PATHS = {
  home: '',
  runs: 'runs',
  start: 'runs/start',
  hours: 'hours',
  employees: 'employees',
  employeeImport: 'employees/import',
  hire: 'employees/new',
  settings: 'settings',
  taxes: 'taxes',
  schedules: 'schedules',
  hooks: 'hooks',
  apiKeys: 'api-keys',
  myPayslips: 'payslips',
} as const;

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const plain = path.replace(/\/$/, '');
  for (const screen of Object.keys(PATHS) as (keyof typeof PATHS)[])
    if (PATHS[screen] === plain) return hasQuery(screen) && query !== '' ? { screen, query } : { screen };
  try {
    return routeOfParts(path.split('/').map(decodeURIComponent), new URLSearchParams(query).get('edit'));
  } catch {
    return { screen: 'unknown' }; // a stray %
  }
}

const WITH_QUERY = ['runs', 'hours', 'start'] as const;
const hasQuery = (screen: string): screen is (typeof WITH_QUERY)[number] =>
  (WITH_QUERY as readonly string[]).includes(screen);

function routeOfParts([first, id = '', section, employeeId = '', ...more]: string[], edit: string | null): Route {
  const hasMore = section !== undefined;
  if (id === '' || more.length > 0) return { screen: 'unknown' };
  if (first === 'employees' && !hasMore)
    return { screen: 'employee', employeeId: id, ...(edit === null ? {} : { edit }) };
  if (first === 'payslips' && !hasMore) return { screen: 'myPayslips', runId: id };
  if (first !== 'runs' || id === 'start') return { screen: 'unknown' };
  if (!hasMore) return { screen: 'run', runId: id };
  if (section === 'payslips' && employeeId !== '') return { screen: 'payslip', runId: id, employeeId };
  return isRunSection(section) && employeeId === '' ? { screen: 'run', runId: id, section } : { screen: 'unknown' };
}

export function hrefOf(route: AddressedRoute): string {
  switch (route.screen) {
    case 'run': {
      const { runId, section = 'overview' } = route;
      return address('runs', runId, ...(section === 'overview' ? [] : [section]));
    }
    case 'payslip':
      return address('runs', route.runId, 'payslips', route.employeeId);
    case 'employee':
      return `${address('employees', route.employeeId)}${route.edit === undefined ? '' : `?edit=${route.edit}`}`;
    case 'myPayslips':
      return address('payslips', ...(route.runId === undefined ? [] : [route.runId]));
    case 'runs':
    case 'hours':
    case 'start':
      return route.query ? `#/${PATHS[route.screen]}?${route.query}` : `#/${PATHS[route.screen]}`;
    case 'home':
    case 'employees':
    case 'employeeImport':
    case 'hire':
    case 'settings':
    case 'taxes':
    case 'schedules':
    case 'hooks':
    case 'apiKeys':
      return `#/${PATHS[route.screen]}`;
  }
}

const address = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

const isRunSection = (section: string): section is RunSection =>
  section !== 'overview' && (RUN_SECTIONS as readonly string[]).includes(section);
