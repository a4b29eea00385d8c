import type { PaymentFilesQuery, PaymentsQuery } from '../../generated/operations/graphql.ts';

/** One part of an employee's net pay as the API answers it. */
export type Payment = NonNullable<PaymentsQuery['payments']>['nodes'][number];

/** One file for the bank as the API answers it. */
export type PaymentFile = NonNullable<PaymentFilesQuery['paymentFiles']>[number];
