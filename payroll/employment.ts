import type { CalendarDate } from './dates.ts';
import type { PeriodDays } from './payPeriods.ts';

/** The days of one employment, both included; without a last day it lasts. */
export type EmployedDays = { readonly hireDate: CalendarDate; readonly terminationDate?: CalendarDate };

/** The latest employment, and those before it of somebody who was hired again. */
export type Employments = EmployedDays & {
  /** Oldest first, each with its last day. */
  readonly earlierEmployments?: readonly EmployedDays[];
};

/** All employments, oldest first. */
export const employmentsOf = ({ hireDate, terminationDate, earlierEmployments }: Employments): EmployedDays[] => [
  ...(earlierEmployments ?? []),
  { hireDate, ...(terminationDate === undefined ? {} : { terminationDate }) },
];

/** The day on which somebody was first hired. */
export const firstHireDate = ({ hireDate, earlierEmployments }: Employments): CalendarDate =>
  earlierEmployments?.[0]?.hireDate ?? hireDate;

/** The days of a period on which somebody is employed: one stretch for each employment that reaches into it. */
export const employedDaysIn = (
  employments: Employments,
  { startDate, endDate }: PeriodDays,
): { from: CalendarDate; to: CalendarDate }[] =>
  employmentsOf(employments).flatMap(({ hireDate, terminationDate }) => {
    const from = hireDate > startDate ? hireDate : startDate;
    const to = terminationDate !== undefined && terminationDate < endDate ? terminationDate : endDate;
    return from <= to ? [{ from, to }] : [];
  });

/** Whether somebody is employed on any day of a period. */
export const isEmployedIn = (employments: Employments, days: PeriodDays): boolean =>
  employedDaysIn(employments, days).length > 0;
