import { formatCount } from './formatCount.ts';

/** `1 employee`, `2,000 employees`. */
export const peopleInWords = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'employee' : 'employees'}`;
