import { onTestFinished, expect, test, vi } from 'vitest';
import { sampleClock } from '../../demo/sampleClock.ts';
import { scratchDirectory } from '../scratchDirectory.ts';

function onTheMachine(instant: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(instant) });
  onTestFinished(() => void vi.useRealTimers());
}
const dayOf = (dataDirectory: string) => new Date(sampleClock(dataDirectory).now()).toISOString().slice(0, 10);

test('the sample company lives on the day of the machine while the rules of that year are known', () => {
  onTheMachine('2026-12-10T12:00:00Z');
  expect(dayOf(scratchDirectory())).toBe('2026-12-10');
});

test('later it is made in November 2026, and its time continues from there', () => {
  onTheMachine('2028-02-29T23:59:00Z');
  const dataDirectory = scratchDirectory();
  expect(dayOf(dataDirectory)).toBe('2026-11-23');
  vi.setSystemTime(Date.parse('2028-03-02T23:59:00Z'));
  expect(dayOf(dataDirectory)).toBe('2026-11-25');
});

test('the time of a company never goes back', () => {
  onTheMachine('2026-12-10T12:00:00Z');
  const dataDirectory = scratchDirectory();
  sampleClock(dataDirectory);
  vi.setSystemTime(Date.parse('2027-06-01T00:00:00Z'));
  expect(dayOf(dataDirectory)).toBe('2027-06-01');
});
