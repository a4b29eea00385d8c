import { PayGroupsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import type { PaySchedule } from './PaySchedule.ts';

/** Every pay group of the company: an office has a handful. */
export async function readAllSchedules(): Promise<PaySchedule[]> {
  const { payGroups } = await execute(PayGroupsDocument, { first: 100 });
  return payGroups?.nodes ?? [];
}
