import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { isTerminal } from '../../../clients/sdk/runPhases.ts';
import type { RunSnapshot } from '../../../clients/sdk/WatchedRun.ts';
import { faultySocket, noFaultsYet } from './simulation/faultySocket.ts';
import { lifeOfRun } from './simulation/lifeOfRun.ts';
import { seededRandom } from './simulation/seededRandom.ts';
import { countsOf, SimulatedService } from './simulation/SimulatedService.ts';
import { VirtualTime } from './simulation/VirtualTime.ts';

/* A thousand runs over a line on which 30 % of the messages go wrong, in virtual time and with the real client. */

const RUNS = 1_000;
const time = new VirtualTime();

beforeEach(() => {
  time.install();
  vi.spyOn(Math, 'random').mockImplementation(seededRandom(RUNS)); // the client's own jitter
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Tokens hold for about a minute, by a clock that may be wrong: only the service knows when they end. */
function tokens(random: () => number) {
  let token = '';
  return ({ forceRefresh }: { forceRefresh: boolean }) => {
    if (forceRefresh || token === '') token = String(Math.round(time.nowMs + 5_000 + random() * 60_000));
    return token;
  };
}

test('however bad the line, what the client knows in the end is what the table holds', async () => {
  const done = noFaultsYet();
  let refusedTokens = 0;

  const one = async (seed: number) => {
    const random = seededRandom(seed);
    const table = { runId: `run_${seed}`, status: 'QUEUED', version: 1, sequence: 0, employeeCount: 0 } as const;
    const service = new SimulatedService({ ...table, employees: new Map() }, time, random, seed % 20 === 0);
    const client = new PayrollClient({
      endpoint: 'https://payroll.example/graphql',
      token: tokens(random),
      fetch: service.fetch,
      webSocket: faultySocket(service.webSocket, { random, share: 0.3, cutShare: 0.04, longestDelayMs: 2_000, done }),
    });
    const life = lifeOfRun(service, time, random);
    let last: RunSnapshot | undefined;
    for await (const snapshot of client.watchRun(service.run.runId, { employees: true })) {
      if (snapshot.sequence < (last?.sequence ?? -1) || snapshot.version < (last?.version ?? 0))
        throw new Error(`run ${seed} goes back`);
      last = snapshot;
    }
    expect(isTerminal(service.run.status), `run ${seed} was left before its end`).toBe(true);
    const { status, version } = service.run;
    expect(last, `run ${seed}`).toMatchObject({ status, version, ...countsOf(service.run) });
    expect(new Map(last?.employees), `run ${seed}`).toEqual(service.run.employees);
    refusedTokens += service.refusedTokens;
    await life;
  };

  await time.passUntil(Promise.all(Array.from({ length: RUNS }, (_, seed) => one(seed))));
  const { PASS, CUT, ...faults } = done;
  const faulty = Object.values(faults).reduce((sum, count) => sum + count, 0);
  expect(faulty / (faulty + PASS)).toBeCloseTo(0.3, 2);
  expect(Math.min(...Object.values(faults), CUT, refusedTokens)).toBeGreaterThan(RUNS / 2);
});
