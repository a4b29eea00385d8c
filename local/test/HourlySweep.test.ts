import { expect, test } from 'vitest';
import { VirtualClock } from '../src/Clock.ts';
import { HourlySweep } from '../src/HourlySweep.ts';

const HOUR_MS = 3_600_000;

test('sweeps every hour until it is closed', async () => {
  const clock = new VirtualClock(0);
  const sweptAtHours: number[] = [];
  const sweep = new HourlySweep(clock, async () => void sweptAtHours.push(clock.now() / HOUR_MS));
  sweep.start();
  await clock.advance(3.5 * HOUR_MS);
  await sweep.close();
  await clock.advance(2 * HOUR_MS);
  expect(sweptAtHours).toEqual([1, 2, 3]);
});

test('closing waits for the sweep under way', async () => {
  const clock = new VirtualClock(0);
  const { promise, resolve } = Promise.withResolvers<void>();
  const sweep = new HourlySweep(clock, () => promise);
  sweep.start();
  await clock.advance(HOUR_MS);
  let isClosed = false;
  const closed = sweep.close().then(() => (isClosed = true));
  await new Promise((settled) => setImmediate(settled));
  expect(isClosed).toBe(false);
  resolve();
  await closed;
});
