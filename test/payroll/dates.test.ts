import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, ageOn, daysBetween, isValidDate, weekday, workdaysBetween } from '../../payroll/dates.ts';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((n) => new Date(n * 86_400_000));
const iso = (date: Date): string => date.toISOString().slice(0, 10);

test('days, weekdays and distances agree with the calendar of the runtime', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (date, days) => {
      const later = iso(new Date(date.getTime() + days * 86_400_000));
      expect(addDays(iso(date), days)).toBe(later);
      expect(daysBetween(iso(date), later)).toBe(days);
      expect(weekday(iso(date))).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
    }),
  );
});

test('workdays are the Mondays to Fridays', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (date, days) => {
      let count = 0;
      for (let i = 0; i <= days; i++) if (weekday(addDays(iso(date), i)) <= 5) count += 1;
      expect(workdaysBetween(iso(date), addDays(iso(date), days))).toBe(count);
    }),
  );
  expect(workdaysBetween('2026-03-02', '2026-03-01')).toBe(0);
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', 'yesterday', '', 20260101])(
  '%s is not a date',
  (text) => {
    expect(isValidDate(text)).toBe(false);
  },
);

test('the leap day is a date in a leap year', () => {
  expect(isValidDate('2028-02-29')).toBe(true);
  expect(isValidDate('2100-02-29')).toBe(false);
});

test('age counts whole years, on the birthday itself too', () => {
  expect(ageOn('1976-12-31', '2026-12-31')).toBe(50);
  expect(ageOn('1977-01-01', '2026-12-31')).toBe(49);
});
