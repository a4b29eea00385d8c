import type { UserError as ContractUserError } from '../../clients/generated/schema.ts';
import type { ErrorCode, PayrollError } from '../../payroll/errors.ts';

/** A refusal as the API shows it. */
export type UserError = Omit<ContractUserError, '__typename' | 'field'> & { field?: string[] };

/** Turns a refusal into its API form; `field` becomes a path, outermost first. */
export const userErrorOf = ({ type, message, field, resolution }: PayrollError<ErrorCode>): UserError => ({
  code: type,
  message,
  ...(field === undefined ? {} : { field: field.split('.') }),
  resolution,
});
