import { type Money, minorUnitsOf, moneyOf } from './minorUnits.ts';

export interface MoneyChange {
  change: Money;
  /** Percent of what it was, with one decimal and its sign; undefined where it was nothing, or stayed as it was. */
  percent: string | undefined;
}

/** What an amount changed by. */
export function moneyChange(before: Money, after: Money): MoneyChange {
  const [was, is] = [minorUnitsOf(before), minorUnitsOf(after)];
  const change = moneyOf(is - was, after.currency);
  if (was === 0n || is === was) return { change, percent: undefined };
  const share = Number(((is - was) * 1000n) / (was < 0n ? -was : was)) / 10;
  return { change, percent: `${share > 0 ? '+' : ''}${share.toFixed(1)}%`.replace('-', '\u2212') };
}
