import type { CurrencyCode } from '../../generated/schema.ts';

export interface Money {
  amount: string;
  currency: CurrencyCode;
}

/** Minor units of an amount of the API, exactly: decimal strings never pass through a float. */
export function minorUnitsOf({ amount }: Money): bigint {
  const [, minus = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  return BigInt(`${minus}${whole}${fraction.padEnd(2, '0')}`);
}

/** The other way round. */
export function moneyOf(minorUnits: bigint, currency: CurrencyCode): Money {
  const digits = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(3, '0');
  return { amount: `${minorUnits < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
}
