import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBankingDays,
  BANKING_CALENDAR,
  isBankingDay,
  nextBankingDay,
  previousBankingDay,
} from '../../payroll/bankingDays.ts';
import { addDays, dateOf, daysInMonth, weekday, yearOf } from '../../payroll/dates.ts';

// Federal Reserve Board, holidays observed in 2026; 4 July is a Saturday and moves nothing.
test('banks are closed on eleven days between New Year and New Year, and on weekends', () => {
  const closed: string[] = [];
  for (let day = '2026-01-01'; day <= '2027-01-01'; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !isBankingDay(day)) closed.push(day.slice(2));
  }
  expect(closed.join(' ')).toBe(
    '26-01-01 26-01-19 26-02-16 26-05-25 26-06-19 26-09-07 26-10-12 26-11-11 26-11-26 26-12-25 27-01-01',
  );
  expect([isBankingDay('2026-07-03'), isBankingDay('2026-07-04')]).toEqual([true, false]);
});

/** Whether `date` is a holiday by 5 U.S.C. 6103 as the Federal Reserve Banks keep it: a Sunday's moves to Monday, a Saturday's is lost. */
function isHolidayByLaw(date: string): boolean {
  const year = yearOf(date);
  const nth = (month: number, day: number, n: number) => {
    const days = Array.from({ length: daysInMonth(year, month) }, (_, i) => dateOf(year, month, i + 1));
    return days.filter((candidate) => weekday(candidate) === day).at(n > 0 ? n - 1 : n);
  };
  const fixedDates = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ].map(([month = 0, day = 0]) => dateOf(year, month, day));
  const observed = fixedDates.map((day) => (weekday(day) === 7 ? addDays(day, 1) : day));
  const floating = [nth(1, 1, 3), nth(2, 1, 3), nth(5, 1, -1), nth(9, 1, 1), nth(10, 1, 2), nth(11, 4, 4)];
  return observed.includes(date) || floating.includes(date);
}

test('every day of the calendar is as the law has it', () => {
  const { firstDate, lastDate } = BANKING_CALENDAR;
  for (let day = firstDate as string; day <= lastDate; day = addDays(day, 1)) {
    expect([day, isBankingDay(day)]).toEqual([day, weekday(day) <= 5 && !isHolidayByLaw(day)]);
  }
});

describe('counting banking days', () => {
  test.each([
    // from         days  answer
    ['2026-11-25', 1, '2026-11-27'], // Thanksgiving lies between
    ['2026-11-25', 2, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'], // a Saturday is not counted, nor left out twice
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-28', -1, '2026-11-27'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('from %s, %d days: %s', (from, days, date) => {
    expect(addBankingDays(from, days)).toEqual({ ok: true, value: date });
  });

  test('forwards and back again is where it began', () => {
    const openDay = fc
      .integer({ min: 0, max: 700 })
      .map((n) => addDays('2025-01-01', n))
      .filter(isBankingDay);
    fc.assert(
      fc.property(openDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const there = addBankingDays(from, days);
        expect(there.ok && addBankingDays(there.value, -days)).toEqual({ ok: true, value: from });
      }),
    );
  });

  test('the nearest banking day is the day itself where banks are open', () => {
    expect([nextBankingDay('2026-11-25'), previousBankingDay('2026-11-25')]).toEqual(
      Array(2).fill({ ok: true, value: '2026-11-25' }),
    );
    expect(nextBankingDay('2026-11-26')).toEqual({ ok: true, value: '2026-11-27' });
    expect(previousBankingDay('2026-11-26')).toEqual({ ok: true, value: '2026-11-25' });
  });

  test.each([
    [nextBankingDay('2028-01-03'), 'PAY_DATE_NOT_SUPPORTED'],
    [previousBankingDay('2024-01-01'), 'PAY_DATE_NOT_SUPPORTED'], // a holiday: the day before is unknown
    [addBankingDays('2027-12-30', 2), 'PAY_DATE_NOT_SUPPORTED'],
    [addBankingDays('2026-02-30', 1), 'INVALID_INPUT'],
  ])('beyond the calendar nobody guesses', (answer, type) => {
    expect(answer).toMatchObject({ ok: false, error: { type } });
  });
});
