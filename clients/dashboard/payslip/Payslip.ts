import type {
  ExplainPayslipQuery,
  PayslipOfEmployeeQuery,
  YearToDateQuery,
} from '../../generated/operations/graphql.ts';

/** A payslip as the API answers it. */
export type Payslip = NonNullable<PayslipOfEmployeeQuery['payslipOfEmployee']>;

export type LineExplanation = NonNullable<ExplainPayslipQuery['explainPayslip']>['lines'][number];

export type YearToDate = NonNullable<YearToDateQuery['yearToDate']>;
