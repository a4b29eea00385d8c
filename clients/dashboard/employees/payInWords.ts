import { formatMoney } from '../format/formatMoney.ts';
import type { ListedEmployee } from './Employee.ts';

/** What an employee is paid: `$88,000.00 a year`. */
export function payInWords(compensation: ListedEmployee['compensation']): string {
  if (compensation?.annualSalary) return `${formatMoney(compensation.annualSalary)} a year`;
  if (compensation?.hourlyRate) return `${formatMoney(compensation.hourlyRate)} an hour`;
  return 'Not recorded';
}
