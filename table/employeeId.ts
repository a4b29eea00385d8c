import { createHash } from 'node:crypto';
import { EMPLOYEES_PER_BUCKET, padded } from './keys.ts';

/**
 * The id of the employee at `place` (from 0) of the company's roster: the bucket and the place in it, so that the id
 * alone leads to the partition and ids sort in the order of adding, then eight characters that differ between companies.
 */
export function employeeIdAt(companyId: string, externalId: string, place: number): string {
  const bucket = padded(Math.floor(place / EMPLOYEES_PER_BUCKET));
  const within = String(place % EMPLOYEES_PER_BUCKET).padStart(2, '0');
  const hash = createHash('sha256').update(`${companyId}\n${externalId}`).digest('hex').slice(0, 8);
  return `emp_${bucket}${within}${hash}`;
}

/** The buckets that hold a roster of which `places` places were ever taken. */
export function* bucketsOf(places: number): Generator<string> {
  for (let bucket = 0; bucket * EMPLOYEES_PER_BUCKET < places; bucket++) yield padded(bucket);
}
