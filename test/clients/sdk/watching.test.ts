import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { lifeOfRun } from './simulation/lifeOfRun.ts';
import { seededRandom } from './simulation/seededRandom.ts';
import { SimulatedService } from './simulation/SimulatedService.ts';
import { VirtualTime } from './simulation/VirtualTime.ts';

const time = new VirtualTime();

beforeEach(() => time.install());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function watched({ isRealtimeDown = false } = {}) {
  const table = { runId: 'run_1', status: 'QUEUED', version: 1, sequence: 0, employeeCount: 0 } as const;
  const service = new SimulatedService({ ...table, employees: new Map() }, time, seededRandom(7), isRealtimeDown);
  let requests = 0;
  const client = new PayrollClient({
    endpoint: 'https://payroll.example/graphql',
    token: () => String(time.nowMs + 3_600_000),
    fetch: (...request) => {
      requests += 1;
      return service.fetch(...request);
    },
    webSocket: service.webSocket,
  });
  return { service, client, requests: () => requests };
}

test('a run is polled where there is no real-time connection to be had', async () => {
  const { service, client } = watched({ isRealtimeDown: true });
  void lifeOfRun(service, time, seededRandom(8));
  const seen = new Set<boolean>();
  const watching = async () => {
    for await (const { isLive } of client.watchRun('run_1')) seen.add(isLive);
  };
  await time.passUntil(watching());
  expect([...seen]).toEqual([false]);
});

test('a run of which messages come is not read for each of them', async () => {
  const { service, client, requests } = watched();
  const watching = client.watchRun('run_1').finished();
  time.after(1_000, () => service.setStatus('CALCULATING'));
  for (let segment = 1; segment <= 500; segment++)
    time.after(1_000 + segment * 20, () =>
      service.closeSegment([{ employeeId: `emp_${segment}`, status: 'CALCULATED' }]),
    );
  time.after(12_000, () => service.setStatus('FAILED'));
  await expect(time.passUntil(watching)).resolves.toMatchObject({ status: 'FAILED', doneCount: 500, sequence: 500 });
  expect(requests()).toBeLessThan(25);
});

test('leaving the loop ends the watching: nothing is asked any more, and the connection is closed', async () => {
  const { service, client, requests } = watched();
  const leaving = async () => {
    for await (const { status } of client.watchRun('run_1')) if (status !== undefined) return;
  };
  await time.passUntil(leaving());
  const before = requests();
  service.setStatus('CALCULATING');
  await time.passUntil(new Promise<void>((resolve) => time.after(120_000, resolve)));
  expect(requests()).toBe(before);
  expect(service.openSockets).toBe(0);
});

test.each([
  ['its own signal', (_client: PayrollClient, stop: AbortController) => stop.abort(new Error('enough')), 'enough'],
  ['the closing of the client', (client: PayrollClient) => client.close(), 'aborted'],
])('watching ends by %s', async (_case, end, reason) => {
  const { client } = watched();
  const stop = new AbortController();
  const watching = client.watchRun('run_1', { signal: stop.signal }).finished();
  time.after(5_000, () => end(client, stop));
  await expect(time.passUntil(watching)).rejects.toThrow(reason);
});

test('a run that is not there is told at once', async () => {
  const client = new PayrollClient({
    endpoint: 'https://payroll.example/graphql',
    token: 'key secret',
    fetch: () => Promise.resolve(new Response('{"data":{"company":null,"payrollRun":null,"runProgress":null}}')),
  });
  await expect(time.passUntil(client.watchRun('run_2').finished())).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
});
