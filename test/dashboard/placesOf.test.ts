import { expect, test } from 'vitest';
import { mayOpen } from '../../clients/dashboard/navigation/mayOpen.ts';
import { placesOf } from '../../clients/dashboard/navigation/placesOf.ts';
import type { Route } from '../../clients/dashboard/navigation/Route.ts';
import type { Session } from '../../clients/dashboard/session/Session.ts';

const sessionOf = (...groups: string[]): Session => ({
  userId: 'user',
  username: 'user@company.example',
  companyId: 'company',
  groups,
});

test.each<[group: string, places: string[], closed: Route['screen'][]]>([
  [
    'PayrollAdmin',
    ['Home', 'Runs', 'Hours', 'Employees', 'Schedules', 'Taxes', 'Settings', 'Hooks', 'API keys'],
    ['myPayslips'],
  ],
  [
    'PayrollApprover',
    ['Home', 'Runs', 'Schedules', 'Taxes', 'Settings', 'Hooks'],
    ['start', 'employees', 'employee', 'employeeImport', 'apiKeys'],
  ],
  [
    'PayrollViewer',
    ['Home', 'Runs', 'Hours', 'Employees', 'Schedules', 'Taxes', 'Settings', 'Hooks'],
    ['start', 'employeeImport', 'apiKeys'],
  ],
  ['Employee', ['Your payslips'], ['runs', 'run', 'payslip', 'employees', 'schedules', 'hooks', 'apiKeys']],
  ['Stranger', [], ['runs', 'employees', 'myPayslips']],
])('%s is offered what the role may open, and nothing else opens', (group, places, closed) => {
  const session = sessionOf(group);
  expect(placesOf(session).map(({ text }) => text)).toEqual(places);
  for (const screen of closed) expect(mayOpen(screen, session), screen).toBe(false);
});

test('somebody with two roles may open what either opens, and nobody anything without a company', () => {
  const both = sessionOf('PayrollApprover', 'Employee');
  expect(placesOf(both).map(({ text }) => text)).toEqual([
    ...['Home', 'Runs', 'Schedules', 'Taxes', 'Settings', 'Hooks', 'Your payslips'],
  ]);
  expect(placesOf({ ...both, companyId: '' })).toEqual([]);
});
