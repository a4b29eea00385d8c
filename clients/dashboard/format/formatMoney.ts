import type { CurrencyCode } from '../../generated/schema.ts';

const SIGNS: Readonly<Record<CurrencyCode, string>> = { USD: '$' };

/** `"1234567.50"` as `$1,234,567.50`: digits are moved as text, so that no amount passes through a float. */
export function formatMoney({ amount, currency }: { amount: string; currency: CurrencyCode }): string {
  const [, minus, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  if (whole === undefined) return `${currency} ${amount}`;
  return `${minus ? '\u2212' : ''}${SIGNS[currency]}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ?? ''}`;
}
