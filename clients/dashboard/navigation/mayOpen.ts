import type { Session } from '../session/Session.ts';
import type { Route } from './Route.ts';

const OFFICE = ['PayrollAdmin', 'PayrollApprover', 'PayrollViewer'];
/** Employees' files are not for those who only approve. */
const FILES = ['PayrollAdmin', 'PayrollViewer'];
const ADMINISTRATION = ['PayrollAdmin'];

/** Who may open which screen, as the schema's directives have it for what the screen reads. */
const GROUPS: Readonly<Record<Exclude<Route['screen'], 'unknown'>, readonly string[]>> = {
  home: OFFICE,
  runs: OFFICE,
  start: ADMINISTRATION,
  hours: FILES,
  run: OFFICE,
  payslip: OFFICE,
  employees: FILES,
  employeeImport: ADMINISTRATION,
  employee: FILES,
  hire: ADMINISTRATION,
  settings: OFFICE,
  schedules: OFFICE,
  taxes: OFFICE,
  hooks: OFFICE,
  apiKeys: ADMINISTRATION,
  myPayslips: ['Employee'],
};

/** Whether the signed-in person may open a screen. The service decides; the page only offers what will be allowed. */
export function mayOpen(screen: Route['screen'], { companyId, groups }: Session): boolean {
  if (companyId === '') return false;
  return screen === 'unknown' || groups.some((group) => GROUPS[screen].includes(group));
}
