import { describe, expect, test } from 'vitest';
import { ScheduleExpression } from '../../src/scheduler/ScheduleExpression.ts';

/** The next instants of an expression after a local start, in UTC. */
function instants(expression: string, zone: string, after: string, count: number): string[] {
  const schedule = new ScheduleExpression(expression, zone);
  const found: string[] = [];
  let at: number | undefined = Date.parse(after);
  while (found.length < count && (at = schedule.next(at, Date.parse(after))) !== undefined) {
    found.push(new Date(at).toISOString().slice(0, 16));
  }
  return found;
}

test.each<[string, string, string[]]>([
  ['every quarter of an hour', 'cron(0/15 * * * ? *)', ['2026-01-05T09:15', '2026-01-05T09:30']],
  ['from a start, in steps', 'cron(5/20 10 * * ? *)', ['2026-01-05T10:05', '2026-01-05T10:25']],
  ['weekdays by name', 'cron(0 9 ? * MON-FRI *)', ['2026-01-06T09:00', '2026-01-07T09:00']],
  ['Sunday is day 1', 'cron(0 9 ? * 1 *)', ['2026-01-11T09:00', '2026-01-18T09:00']],
  ['Saturday is day 7', 'cron(0 9 ? * 7 *)', ['2026-01-10T09:00', '2026-01-17T09:00']],
  ['L is the last day of the month', 'cron(0 9 L * ? *)', ['2026-01-31T09:00', '2026-02-28T09:00', '2026-03-31T09:00']],
  ['LW is the last weekday of the month', 'cron(0 9 LW * ? *)', ['2026-01-30T09:00', '2026-02-27T09:00']],
  [
    '15W is the weekday nearest to the 15th',
    'cron(0 9 15W * ? *)',
    ['2026-01-15T09:00', '2026-02-16T09:00', '2026-03-16T09:00'],
  ],
  [
    '1W stays in its month',
    'cron(0 9 1W * ? *)',
    ['2026-02-02T09:00', '2026-03-02T09:00', '2026-04-01T09:00', '2026-05-01T09:00'],
  ],
  ['L is the last day of the week, Saturday', 'cron(0 9 ? * L *)', ['2026-01-10T09:00', '2026-01-17T09:00']],
  ['6L is the last Friday of the month', 'cron(0 9 ? * 6L *)', ['2026-01-30T09:00', '2026-02-27T09:00']],
  ['FRIL likewise', 'cron(0 9 ? * FRIL *)', ['2026-01-30T09:00', '2026-02-27T09:00']],
  ['3#2 is the second Tuesday of the month', 'cron(0 9 ? * 3#2 *)', ['2026-01-13T09:00', '2026-02-10T09:00']],
  [
    'months by name and a list of days',
    'cron(0 9 1,15 JAN,JUL ? *)',
    ['2026-01-15T09:00', '2026-07-01T09:00', '2026-07-15T09:00'],
  ],
  ['years', 'cron(0 9 1 1 ? 2027-2028)', ['2027-01-01T09:00', '2028-01-01T09:00']],
  ['29 February waits for leap years', 'cron(0 9 29 2 ? *)', ['2028-02-29T09:00', '2032-02-29T09:00']],
  ['a rate starts with its anchor', 'rate(90 minutes)', ['2026-01-05T10:30', '2026-01-05T12:00']],
  ['one unit is singular', 'rate(1 day)', ['2026-01-06T09:00', '2026-01-07T09:00']],
  ['at happens once', 'at(2026-01-31T09:00:00)', ['2026-01-31T09:00']],
  ['at in the past never happens', 'at(2026-01-01T09:00:00)', []],
])('%s: %s', (_rule, expression, expected) => {
  const wanted = expected.length === 1 || expected.length === 0 ? expected.length + 1 : expected.length;
  expect(instants(expression, 'UTC', '2026-01-05T09:00:00Z', wanted)).toEqual(expected);
});

describe('when the clocks change', () => {
  test.each<[string, string, string, string, string[]]>([
    // New York skips 02:00-03:00 on 8 March 2026 and repeats 01:00-02:00 on 1 November 2026.
    [
      'a skipped local time does not run that day',
      'cron(30 2 * * ? *)',
      'America/New_York',
      '2026-03-07T00:00:00Z',
      ['2026-03-07T07:30', '2026-03-09T06:30', '2026-03-10T06:30'],
    ],
    ['a skipped at never runs', 'at(2026-03-08T02:30:00)', 'America/New_York', '2026-03-07T00:00:00Z', []],
    [
      'a repeated local time runs once, at its first occurrence',
      'cron(30 1 * * ? *)',
      'America/New_York',
      '2026-10-31T00:00:00Z',
      ['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30'],
    ],
    [
      'so does one of many in the repeated hour',
      'cron(0/30 * * * ? *)',
      'America/New_York',
      '2026-11-01T04:45:00Z',
      ['2026-11-01T05:00', '2026-11-01T05:30', '2026-11-01T07:00', '2026-11-01T07:30'],
    ],
    [
      'a repeated at runs once',
      'at(2026-11-01T01:30:00)',
      'America/New_York',
      '2026-10-31T00:00:00Z',
      ['2026-11-01T05:30'],
    ],
    [
      'other times keep their place on the clock',
      'cron(0 9 * * ? *)',
      'America/New_York',
      '2026-03-07T00:00:00Z',
      ['2026-03-07T14:00', '2026-03-08T13:00', '2026-03-09T13:00'],
    ],
    [
      'a rate of a day is 24 hours',
      'rate(1 day)',
      'America/New_York',
      '2026-03-07T14:00:00Z',
      ['2026-03-08T14:00', '2026-03-09T14:00'],
    ],
    // Lord Howe Island moves by half an hour: 02:00 becomes 02:30 on 4 October 2026.
    [
      'half an hour can be skipped too',
      'cron(15 2 * * ? *)',
      'Australia/Lord_Howe',
      '2026-10-02T00:00:00Z',
      ['2026-10-02T15:45', '2026-10-04T15:15'],
    ],
    [
      'a zone without changes',
      'cron(0 9 * * ? *)',
      'Asia/Kolkata',
      '2026-03-07T00:00:00Z',
      ['2026-03-07T03:30', '2026-03-08T03:30'],
    ],
  ])('%s', (_rule, expression, zone, after, expected) => {
    expect(instants(expression, zone, after, Math.max(1, expected.length))).toEqual(expected);
  });
});

test('the latest missed instant is found without walking through all of a rate', () => {
  const schedule = new ScheduleExpression('rate(1 minute)', 'UTC');
  const year = Date.parse('2026-01-01T00:00:00Z');
  expect(schedule.last(year, Date.parse('2036-01-01T00:00:30Z'), year)).toBe(Date.parse('2036-01-01T00:00:00Z'));
  const daily = new ScheduleExpression('cron(0 9 * * ? *)', 'UTC');
  expect(daily.last(year, Date.parse('2026-02-01T08:59:00Z'), year)).toBe(Date.parse('2026-01-31T09:00:00Z'));
  expect(daily.last(year, Date.parse('2026-01-01T08:59:00Z'), year)).toBeUndefined();
});

test.each([
  ' rate(10 minutes)',
  'rate()',
  'rate(10)',
  'rate( 10 minutes )',
  'rate(-10 minutes)',
  'rate(0 minutes)',
  'rate(1 minutes)',
  'rate(10 minute)',
  'rate(10 seconds)',
  'rate(10 years)',
  'rate(10 minutess)',
  'rate(foo minutes)',
  'cron()',
  'cron(INVALID)',
  'cron(0 1 * * * *)',
  'cron(0 1 ? * ? *)',
  'cron(0 dummy ? * MON-FRI *)',
  'cron(7 20 * * NOT *)',
  'cron(71 8 1 * ? *)',
  'cron(0 9 ? * 0 *)',
  'cron(0 9 * * ?)',
  'at(2021-12-31)',
  'at(2026-02-30T09:00:00)',
  'at(2026-04-31T09:00:00)',
  'at(2026-02-28T24:00:00)',
  'at(2021-12-31T23:59:59Z)',
  'at(2021-13-31T23:59:59)',
  'every day',
])('%s is no schedule expression', (expression) => {
  expect(() => new ScheduleExpression(expression, 'UTC')).toThrow(`Invalid Schedule Expression ${expression}.`);
});

test('a zone must be in the IANA database', () => {
  expect(() => new ScheduleExpression('rate(1 day)', 'Mars/Olympus')).toThrow('Mars/Olympus');
});
