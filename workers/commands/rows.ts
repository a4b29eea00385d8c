import type { ErrorCode, PayrollError } from '../../payroll/errors.ts';
import { type UserError, userErrorOf } from './userErrors.ts';

/** A row of a list or file. */
export interface GivenRow {
  /** As it was sent; read by the contract with the other rows, so that a bad one is refused alone. */
  input: unknown;
  /** Names the row for ever: what it wrote once it recognizes when it is taken again. */
  writtenBy: string;
}

/** What a row calls itself, as far as it can be told: a refusal names it. */
export function externalIdOf(input: unknown): string {
  const given =
    input !== null && typeof input === 'object' ? (input as { externalId?: unknown }).externalId : undefined;
  return typeof given === 'string' ? given : '';
}

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
