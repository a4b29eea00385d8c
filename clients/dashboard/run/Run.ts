import type { PayrollRunQuery } from '../../generated/operations/graphql.ts';

/** A run as the API answers it. */
export type Run = NonNullable<PayrollRunQuery['payrollRun']>;
