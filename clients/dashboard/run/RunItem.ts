import type { PayrollRunItemsQuery } from '../../generated/operations/graphql.ts';

/** One employee of a run as the API answers it. */
export type RunItem = NonNullable<PayrollRunItemsQuery['payrollRunItems']>['nodes'][number];
