import { expect, test } from 'vitest';
import { isBankingDay } from '../../../payroll/bankingDays.ts';
import { addDays } from '../../../payroll/dates.ts';
import { effectiveEntryDate } from '../../../payroll/payments/effectiveEntryDate.ts';
import { bankDateAt, submissionOf } from '../../../payroll/planning/submission.ts';

test.each([
  // case                          pay date      submitted     until
  ['an ordinary Friday', '2026-03-20', '2026-03-18', '2026-03-18T21:00:00Z'],
  ['a Monday', '2026-03-23', '2026-03-19', '2026-03-19T21:00:00Z'],
  ['after Thanksgiving', '2026-11-27', '2026-11-24', '2026-11-24T22:00:00Z'],
  ['the first pay of a year', '2026-01-02', '2025-12-30', '2025-12-30T22:00:00Z'],
])('%s', (_case, payDate, date, instant) => {
  expect(submissionOf(payDate)).toEqual({ ok: true, value: { date, dueAtMs: Date.parse(instant) } });
});

test.each([
  // case                                      handed in at              counts as
  ['a Tuesday at noon', '2026-03-17T16:00:00Z', '2026-03-17'],
  ['the last second of the bank day', '2026-03-17T21:00:00Z', '2026-03-17'],
  ['a Tuesday evening is Wednesday', '2026-03-17T21:00:01Z', '2026-03-18'],
  ['an hour later in winter', '2026-01-20T21:30:00Z', '2026-01-20'],
  ['Friday evening in UTC is still Friday at the bank', '2026-03-20T20:30:00Z', '2026-03-20'],
])('handed to the bank: %s', (_case, instant, date) => {
  expect(bankDateAt(Date.parse(instant))).toBe(date);
});

test('what is submitted in time settles on the pay date, on every banking day of the year', () => {
  for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    if (!isBankingDay(day)) continue;
    const submission = submissionOf(day);
    if (!submission.ok) throw new Error(submission.error.message);
    const entry = effectiveEntryDate(day, bankDateAt(submission.value.dueAtMs));
    expect(entry).toMatchObject({ ok: true, value: { timing: 'ON_TIME', submitFromDate: submission.value.date } });
  }
});
