import { expect, test } from 'vitest';
import { ProgressRate } from '../../clients/dashboard/run/ProgressRate.ts';

test('a rate needs two counts', () => {
  const rate = new ProgressRate();
  rate.take(0, 1_000);
  expect(rate.perSecond(2_000)).toBeUndefined();
  rate.take(200, 3_000);
  expect(rate.perSecond(3_000)).toBe(100);
});

test('a count that was known before changes nothing', () => {
  const rate = new ProgressRate();
  rate.take(0, 0);
  rate.take(200, 2_000);
  rate.take(200, 2_500);
  expect(rate.perSecond(2_000)).toBe(100);
});

test('a run that is calculated again is counted from the start', () => {
  const rate = new ProgressRate();
  rate.take(0, 0);
  rate.take(200, 2_000);
  rate.take(100, 60_000);
  expect(rate.perSecond(60_000)).toBeUndefined();
  rate.take(150, 61_000);
  expect(rate.perSecond(61_000)).toBe(50);
});

test('the rate falls while nothing comes', () => {
  const rate = new ProgressRate();
  rate.take(0, 0);
  rate.take(1_000, 1_000);
  expect(rate.perSecond(4_000)).toBe(250);
});

test('the rate is that of the last seconds, not of the whole run', () => {
  const rate = new ProgressRate();
  rate.take(0, 0);
  for (let second = 1; second <= 60; second++) rate.take(second * 10, second * 1_000);
  for (let second = 61; second <= 120; second++) rate.take(600 + (second - 60) * 100, second * 1_000);
  expect(rate.perSecond(120_000)).toBe(100);
});
