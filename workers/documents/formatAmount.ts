import { formatMoney } from '../../payroll/money.ts';

/** Cents as a reader's amount: `123456789` is `1,234,567.89`. */
export function formatAmount(amountCents: number): string {
  return formatMoney(amountCents).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** `-$1,234.50`. */
export function formatDollars(amountCents: number): string {
  return `${amountCents < 0 ? '-' : ''}$${formatAmount(Math.abs(amountCents))}`;
}
