import type { PayFrequency } from '../../generated/schema.ts';
import type { PaySchedule } from './PaySchedule.ts';

const FREQUENCIES: Readonly<Record<PayFrequency, string>> = {
  WEEKLY: 'Every week',
  BIWEEKLY: 'Every two weeks',
  SEMIMONTHLY: 'Twice a month',
  MONTHLY: 'Every month',
};

export const PAY_FREQUENCIES = Object.keys(FREQUENCIES) as readonly PayFrequency[];

export const frequencyInWords = (frequency: PayFrequency): string => FREQUENCIES[frequency];

/** `1 day after the period ends, 05:00 in America/New_York`. */
export function cutOffInWords({ cutOff }: PaySchedule): string {
  const { daysAfterPeriodEnd: days, timeOfDay, timeZone } = cutOff;
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  const day =
    days === 0 ? 'On the last day of the period' : `${count} ${days > 0 ? 'after' : 'before'} the period ends`;
  return `${day}, ${timeOfDay} in ${timeZone}`;
}

/** `5 days after the period ends`. */
export const payDateInWords = ({ payDateOffsetDays: days }: PaySchedule): string =>
  days === 0 ? 'On the last day of the period' : `${days} ${days === 1 ? 'day' : 'days'} after the period ends`;
