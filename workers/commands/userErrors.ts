import type { PayrollError } from '../../payroll/errors.ts';

/** A refusal as the API shows it. */
export interface UserError {
  code: string;
  message: string;
  field?: string[];
  resolution: string;
}

/** Turns a refusal into its API form; `field` becomes a path, outermost first. */
export const userErrorOf = ({ type, message, field, resolution }: PayrollError): UserError => ({
  code: type,
  message,
  ...(field === undefined ? {} : { field: field.split('.') }),
  resolution,
});
