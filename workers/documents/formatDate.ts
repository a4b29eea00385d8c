import { dayOf, monthOf, yearOf, type CalendarDate } from '../../payroll/dates.ts';

/* Not Intl: its wording belongs to the runtime's version of ICU, and a document's bytes to its data alone. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-20` as `Nov 20, 2026`. */
export function formatDate(date: CalendarDate): string {
  return `${MONTHS[monthOf(date) - 1]} ${dayOf(date)}, ${yearOf(date)}`;
}
