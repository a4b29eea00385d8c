import type { Money } from '../clients/generated/schema.ts';

/** Cents as the API shows them: `123450` is `1234.50`. */
export function moneyOf(amountCents: number): Money {
  const magnitude = amountCents < 0 ? -amountCents : amountCents;
  const whole = Math.floor(magnitude / 100);
  const rest = magnitude - whole * 100;
  return { amount: `${amountCents < 0 ? '-' : ''}${whole}.${rest < 10 ? '0' : ''}${rest}`, currency: 'USD' };
}

/** The same for an amount that may not be there. */
export function maybeMoneyOf(amountCents: number | undefined): Money | null {
  return amountCents === undefined ? null : moneyOf(amountCents);
}
