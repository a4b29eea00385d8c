import type { Session } from '../session/Session.ts';
import { mayOpen } from './mayOpen.ts';
import type { AddressedRoute, Route } from './Route.ts';

export interface Place {
  text: string;
  route: AddressedRoute;
  /** The screens that belong to it. */
  screens: readonly Route['screen'][];
}

const PLACES: readonly Place[] = [
  { text: 'Home', route: { screen: 'home' }, screens: ['home'] },
  { text: 'Runs', route: { screen: 'runs' }, screens: ['runs', 'start', 'run', 'payslip'] },
  { text: 'Hours', route: { screen: 'hours' }, screens: ['hours'] },
  { text: 'Employees', route: { screen: 'employees' }, screens: ['employees', 'employeeImport', 'employee', 'hire'] },
  { text: 'Schedules', route: { screen: 'schedules' }, screens: ['schedules'] },
  { text: 'Taxes', route: { screen: 'taxes' }, screens: ['taxes'] },
  { text: 'Settings', route: { screen: 'settings' }, screens: ['settings'] },
  { text: 'Hooks', route: { screen: 'hooks' }, screens: ['hooks'] },
  { text: 'API keys', route: { screen: 'apiKeys' }, screens: ['apiKeys'] },
  { text: 'Your payslips', route: { screen: 'myPayslips' }, screens: ['myPayslips'] },
];

/** The parts of the dashboard that a person may open, in the order of the navigation; the first one is home. */
export const placesOf = (session: Session): readonly Place[] =>
  PLACES.filter(({ route }) => mayOpen(route.screen, session));
