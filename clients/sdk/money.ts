import { add, cents, formatMoney as decimalOf, parseMoney, subtract } from '../../payroll/money.ts';
import type { CurrencyCode } from '../generated/schema.ts';

/** An amount as the API shows it: a decimal string with its currency. Never put it through a floating-point number. */
export interface MoneyAmount {
  amount: string;
  currency: CurrencyCode;
}

/** `"1234.50"` as 123450: whole cents, exact. Throws `RangeError` for what is not an amount. */
export function centsOf({ amount }: MoneyAmount): number {
  const parsed = parseMoney(amount, 'ANY');
  if (parsed.ok) return parsed.value;
  throw new RangeError(parsed.error.message);
}

/** 123450 as `"1234.50"`. Throws `RangeError` for cents that are not whole. */
export const moneyOf = (amountCents: number, currency: CurrencyCode = 'USD'): MoneyAmount => ({
  amount: decimalOf(cents(amountCents)),
  currency,
});

/** The sum of amounts of one currency. */
export const addMoney = (first: MoneyAmount, ...others: MoneyAmount[]): MoneyAmount =>
  others.reduce((sum, each) => combined(sum, each, add), first);

/** What is left of one amount after another is taken. */
export const subtractMoney = (from: MoneyAmount, taken: MoneyAmount): MoneyAmount => combined(from, taken, subtract);

/** For sorting: negative when the first is less. */
export const compareMoney = (one: MoneyAmount, other: MoneyAmount): number => centsOf(subtractMoney(one, other));

/** `"1234.50"` as `$1,234.50`, in the words of a locale. The digits go as text, so that none is lost. */
export const formatMoney = ({ amount, currency }: MoneyAmount, locale = 'en-US'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as `${number}`);

function combined(one: MoneyAmount, other: MoneyAmount, calculate: typeof add): MoneyAmount {
  if (one.currency !== other.currency)
    throw new RangeError('Amounts of different currencies do not add up: convert one of them first.');
  return moneyOf(calculate(cents(centsOf(one)), cents(centsOf(other))), one.currency);
}
