import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../payroll/dates.ts';
import { checkCutOff, cutOffAtMs } from '../../../payroll/planning/CutOff.ts';
import { clockAt, instantOf } from '../../../payroll/planning/zonedTime.ts';

test.each([
  // case                                        date          time     zone                   instant
  ['winter in New York', '2026-01-15', '17:00', 'America/New_York', '2026-01-15T22:00:00Z'],
  ['summer in New York', '2026-07-15', '17:00', 'America/New_York', '2026-07-15T21:00:00Z'],
  ['the evening before clocks go forward', '2026-03-07', '23:59', 'America/New_York', '2026-03-08T04:59:00Z'],
  ['the minute after they did', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00Z'],
  ['a skipped time, as if it had been there', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
  ['the first of a repeated time', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['the minute after it was repeated', '2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00Z'],
  ['Arizona keeps its clocks', '2026-07-15', '08:00', 'America/Phoenix', '2026-07-15T15:00:00Z'],
  ['half hours ahead', '2026-07-15', '00:15', 'Asia/Kolkata', '2026-07-14T18:45:00Z'],
  ['tomorrow already', '2026-12-31', '09:00', 'Pacific/Auckland', '2026-12-30T20:00:00Z'],
  ['UTC', '2026-12-31', '00:00', 'UTC', '2026-12-31T00:00:00Z'],
])('%s', (_case, date, timeOfDay, timeZone, instant) => {
  expect(new Date(instantOf(date, timeOfDay, timeZone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
});

test('what a clock shows at an instant is shown again at that instant, whatever the zone', () => {
  const zones = [
    'America/New_York',
    'America/Los_Angeles',
    'America/Phoenix',
    'Europe/London',
    'Australia/Lord_Howe',
    'UTC',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1_500_000 }), (timeZone, minutes) => {
      const instantMs = Date.parse('2025-06-01T00:00:00Z') + minutes * 60_000;
      const { date, timeOfDay } = clockAt(instantMs, timeZone);
      const first = instantOf(date, timeOfDay, timeZone);
      // A repeated time is shown twice; the first instant is meant.
      expect(instantMs - first === 0 || (instantMs > first && instantMs - first <= 3_600_000)).toBe(true);
      expect(clockAt(first, timeZone)).toEqual({ date, timeOfDay });
    }),
    { numRuns: 500 },
  );
});

describe('a cut-off', () => {
  const cutOff = { daysAfterPeriodEnd: 1, timeOfDay: '17:00', timeZone: 'America/Chicago' };

  test('is at the same time on the clock all year', () => {
    for (let end = '2026-01-04'; end < '2026-12-31'; end = addDays(end, 7)) {
      const shown = clockAt(cutOffAtMs(cutOff, end), 'America/Chicago');
      expect(shown).toEqual({ date: addDays(end, 1), timeOfDay: '17:00' });
    }
  });

  test('may lie before the end of the period, for pay in advance', () => {
    const inAdvance = { ...cutOff, daysAfterPeriodEnd: -3 };
    expect(new Date(cutOffAtMs(inAdvance, '2026-07-31')).toISOString()).toBe('2026-07-28T22:00:00.000Z');
    expect(checkCutOff(inAdvance)).toMatchObject({ ok: true });
  });

  test.each([
    ['half a day', { daysAfterPeriodEnd: 0.5 }, 'cutOff.daysAfterPeriodEnd'],
    ['two months later', { daysAfterPeriodEnd: 62 }, 'cutOff.daysAfterPeriodEnd'],
    ['an hour that is none', { timeOfDay: '24:00' }, 'cutOff.timeOfDay'],
    ['a time with seconds', { timeOfDay: '17:00:00' }, 'cutOff.timeOfDay'],
    ['a city that is no zone', { timeZone: 'America/Springfield' }, 'cutOff.timeZone'],
    ['an offset, which EventBridge Scheduler does not know', { timeZone: '-05:00' }, 'cutOff.timeZone'],
    ['the hour that clocks skip in March', { timeOfDay: '02:30' }, 'cutOff.timeOfDay'],
    ['the hour that clocks skip at midnight', { timeOfDay: '00:30', timeZone: 'America/Havana' }, 'cutOff.timeOfDay'],
  ])('%s is refused', (_case, wrong, field) => {
    expect(checkCutOff({ ...cutOff, ...wrong })).toMatchObject({ ok: false, error: { type: 'INVALID_INPUT', field } });
  });

  test.each([
    ['before the skipped hour', '01:59', 'America/Chicago'],
    ['after it', '03:00', 'America/Chicago'],
    ['where clocks are never changed', '02:30', 'America/Phoenix'],
  ])('%s is a time of every day', (_case, timeOfDay, timeZone) => {
    expect(checkCutOff({ ...cutOff, timeOfDay, timeZone })).toMatchObject({ ok: true });
  });
});
