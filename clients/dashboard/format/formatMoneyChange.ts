import { formatMoney } from './formatMoney.ts';
import { type Money, minorUnitsOf } from './minorUnits.ts';

/** What an amount changed by, with its sign. */
export const formatMoneyChange = (change: Money): string =>
  minorUnitsOf(change) > 0n ? `+${formatMoney(change)}` : formatMoney(change);
