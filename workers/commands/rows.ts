import type { ErrorCode, PayrollError } from '../../payroll/errors.ts';
import { type UserError, userErrorOf } from './userErrors.ts';

/** What became of one row of a bulk mutation. */
export interface RowResult {
  externalId: string;
  outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REMOVED' | 'REFUSED';
  employeeId?: string;
  version?: number;
  userErrors: UserError[];
}

export const rowRefused = (externalId: string, error: PayrollError<ErrorCode>): RowResult => ({
  externalId,
  outcome: 'REFUSED',
  userErrors: [userErrorOf(error)],
});
