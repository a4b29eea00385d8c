import type { NextPayrollsQuery, PayGroupsQuery } from '../../generated/operations/graphql.ts';

/** A pay group with its schedule, as the API answers it. */
export type PaySchedule = NonNullable<PayGroupsQuery['payGroups']>['nodes'][number];

/** A planned run of a group. */
export type UpcomingPayroll = NonNullable<NextPayrollsQuery['upcomingPayrolls']>['payrolls'][number];
