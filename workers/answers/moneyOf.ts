import type { Money } from '../../clients/generated/schema.ts';
import { cents, formatMoney } from '../../payroll/money.ts';

/** Cents as the API shows them. */
export const moneyOf = (amountCents: number): Money => ({ amount: formatMoney(cents(amountCents)), currency: 'USD' });
