import { expect, test } from 'vitest';
import { hrefOf, routeOf } from '../../clients/dashboard/navigation/Route.ts';

test.each([
  ['', { screen: 'runs' }],
  ['#/runs', { screen: 'runs' }],
  ['#/runs/start', { screen: 'start' }],
  ['#/runs/run_1', { screen: 'run', runId: 'run_1' }],
  ['#/runs/a%2Fb', { screen: 'run', runId: 'a/b' }],
  ['#/runs/%', { screen: 'unknown' }],
  ['#/runs/run_1/more', { screen: 'unknown' }],
  ['#/elsewhere', { screen: 'unknown' }],
])('%s leads to its screen', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test('a run id with any character comes back from its address', () => {
  expect(routeOf(hrefOf({ screen: 'run', runId: 'a/b?#%' }))).toEqual({ screen: 'run', runId: 'a/b?#%' });
});
