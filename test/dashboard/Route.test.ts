import { expect, test } from 'vitest';
import { hrefOf, routeOf } from '../../clients/dashboard/navigation/Route.ts';

test.each([
  ['', { screen: 'home' }],
  ['#/', { screen: 'home' }],
  ['#/runs', { screen: 'runs' }],
  ['#/runs?status=PAID', { screen: 'runs', query: 'status=PAID' }],
  ['#/runs/start', { screen: 'start' }],
  ['#/runs/run_1', { screen: 'run', runId: 'run_1' }],
  ['#/runs/run_1/payments', { screen: 'run', runId: 'run_1', section: 'payments' }],
  ['#/runs/run_1/payslips/emp_1', { screen: 'payslip', runId: 'run_1', employeeId: 'emp_1' }],
  ['#/runs/a%2Fb', { screen: 'run', runId: 'a/b' }],
  ['#/employees', { screen: 'employees' }],
  ['#/employees/import', { screen: 'employeeImport' }],
  ['#/employees/emp_1', { screen: 'employee', employeeId: 'emp_1' }],
  ['#/hours?group=weekly&run=2', { screen: 'hours', query: 'group=weekly&run=2' }],
  ['#/employees/new', { screen: 'hire' }],
  ['#/employees/emp_1?edit=pay', { screen: 'employee', employeeId: 'emp_1', edit: 'pay' }],
  ['#/runs/start?type=BONUS', { screen: 'start', query: 'type=BONUS' }],
  ['#/settings', { screen: 'settings' }],
  ['#/schedules', { screen: 'schedules' }],
  ['#/hooks', { screen: 'hooks' }],
  ['#/api-keys', { screen: 'apiKeys' }],
  ['#/payslips', { screen: 'myPayslips' }],
  ['#/payslips/run_1', { screen: 'myPayslips', runId: 'run_1' }],
  ['#/runs/%', { screen: 'unknown' }],
  ['#/runs/run_1/more', { screen: 'unknown' }],
  ['#/runs/run_1/payslips', { screen: 'unknown' }],
  ['#/runs/run_1/payslips/emp_1/more', { screen: 'unknown' }],
  ['#/runs/start/payments', { screen: 'unknown' }],
  ['#/schedules/biweekly', { screen: 'unknown' }],
  ['#/elsewhere', { screen: 'unknown' }],
])('%s leads to its screen', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test.each([
  { screen: 'run', runId: 'a/b?#%' },
  { screen: 'payslip', runId: 'run_1', employeeId: 'a/b?#%' },
  { screen: 'employee', employeeId: 'a/b?#%' },
  { screen: 'myPayslips', runId: 'a/b?#%' },
] as const)('an id with any character comes back from the address of $screen', (route) => {
  expect(routeOf(hrefOf(route))).toEqual(route);
});
