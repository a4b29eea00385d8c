import { expect, test } from 'vitest';
import type { Compensation, Workweek } from '../../payroll/EmployeePayFacts.ts';
import { usualWorkweekStart, workweekStartOf } from '../../payroll/workweek.ts';
import { payInputsOf } from '../../workers/commands/payInputs/payInputsOf.ts';
import { payFacts, payslipOf, periodStarting } from './payFacts.ts';

/* A workweek is a fixed 168 hours, whatever the pay period: the period in which it ends owes its overtime. */

const compensation: Compensation = { type: 'HOURLY', hourlyRateCents: 20_00 };
const FIRST = periodStarting('2026-11-01', 'SEMIMONTHLY');
const SECOND = periodStarting('2026-11-16', 'SEMIMONTHLY');
const SUNDAY = { date: '2026-11-15', hours: '10' };
const MONDAY_TO_FRIDAY = ['16', '17', '18', '19', '20'].map((day) => ({ date: `2026-11-${day}`, hours: '8' }));

function workweeksOf(period: typeof FIRST, hoursByDate: { date: string; hours: string }[]): readonly Workweek[] {
  const read = payInputsOf({ externalId: '1', hoursByDate }, { ...period, workweekStartsOn: 'SUNDAY' });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.workweeks;
}

const linesOf = (period: typeof FIRST, workweeks: readonly Workweek[]) =>
  payslipOf(payFacts({ period, employee: { compensation }, payInputs: { workweeks } }))
    .lines.filter(({ kind }) => kind === 'EARNING')
    .map(({ code, amountCents }) => [code, amountCents]);

test('50 hours of one workweek in two half-months: straight time where they were worked, overtime where the week ends', () => {
  expect(linesOf(FIRST, workweeksOf(FIRST, [SUNDAY]))).toEqual([['HOURLY', 200_00]]);
  // 40 x 20.00, and half of 20.00 for 10 of 50 hours
  expect(linesOf(SECOND, workweeksOf(SECOND, [{ ...SUNDAY }, ...MONDAY_TO_FRIDAY]))).toEqual([
    ['HOURLY', 800_00],
    ['OVERTIME_PREMIUM', 100_00],
  ]);
});

test('48 hours from Sunday 15 to Saturday 21 March are one workweek, although a half-month ends in it', () => {
  const period = periodStarting('2026-03-16', 'SEMIMONTHLY');
  const hours = ['15', '16', '17', '18', '19', '20'].map((day) => ({ date: `2026-03-${day}`, hours: '8' }));
  expect(linesOf(period, workweeksOf(period, hours))).toEqual([
    ['HOURLY', 800_00],
    ['OVERTIME_PREMIUM', 80_00],
  ]);
});

test('wherever a month is cut, its workweeks pay the same overtime', () => {
  const days = Array.from({ length: 28 }, (_, index) => ({
    date: `2026-03-${String(index + 1).padStart(2, '0')}`,
    hours: index % 7 < 6 ? '9' : '0',
  }));
  const premium = (lines: (string | number)[][]) =>
    Number(lines.find(([code]) => code === 'OVERTIME_PREMIUM')?.[1] ?? 0);
  for (let last = 1; last < 28; last++) {
    const cut = String(last).padStart(2, '0');
    const first = { ...periodStarting('2026-03-01', 'MONTHLY'), endDate: `2026-03-${cut}` };
    const second = { ...first, startDate: `2026-03-${String(last + 1).padStart(2, '0')}`, endDate: '2026-03-28' };
    const weekStart = workweekStartOf(second.startDate, 'SUNDAY');
    const one = premium(linesOf(first, workweeksOf(first, days.slice(0, last))));
    const two = premium(
      linesOf(
        second,
        workweeksOf(
          second,
          days.filter(({ date }) => date >= weekStart),
        ),
      ),
    );
    // Four weeks of 54 hours: half of 20.00 for 14 hours each
    expect(one + two).toBe(4 * 140_00);
  }
});

test('the first days of a workweek that began before the period are asked for, and 0 is an answer', () => {
  const read = (hoursByDate: { date: string; hours: string }[]) =>
    payInputsOf({ externalId: '1', hoursByDate }, { ...SECOND, workweekStartsOn: 'SUNDAY' });
  expect(read(MONDAY_TO_FRIDAY)).toMatchObject({ ok: false, error: { field: 'hoursByDate' } });
  expect(read([{ date: '2026-11-15', hours: '0' }, ...MONDAY_TO_FRIDAY])).toMatchObject({ ok: true });
  expect(read([{ date: '2026-11-14', hours: '8' }])).toMatchObject({
    ok: false,
    error: { field: 'hoursByDate.0.date' },
  });
  expect(read([{ date: '2026-12-01', hours: '8' }])).toMatchObject({
    ok: false,
    error: { field: 'hoursByDate.0.date' },
  });
});

test('workweeks begin as periods of whole weeks do, and otherwise on Sunday', () => {
  expect(usualWorkweekStart('BIWEEKLY', '2026-11-09')).toBe('MONDAY');
  expect(usualWorkweekStart('SEMIMONTHLY', '2026-11-01')).toBe('SUNDAY');
  expect(workweekStartOf('2026-11-18', 'SUNDAY')).toBe('2026-11-15');
  expect(workweekStartOf('2026-11-15', 'SUNDAY')).toBe('2026-11-15');
  expect(workweekStartOf('2026-11-15', 'MONDAY')).toBe('2026-11-09');
});
