import { checkShape } from '../../../payroll/checkShape.ts';
import type { EmployeePayFacts } from '../../../payroll/EmployeePayFacts.ts';
import { refuse, type Result, succeed } from '../../../payroll/errors.ts';
import type { YearToDate } from '../../../payroll/yearToDate.ts';

/** Reads one line of JSON as the facts of a payslip: all that is not of their shape is refused by its path. */
export function readFacts(text: string): Result<EmployeePayFacts> {
  let facts: unknown;
  try {
    facts = JSON.parse(text);
  } catch (error) {
    return refuse(
      'INVALID_INPUT',
      `The line is not JSON: ${(error as Error).message}.`,
      'Write one object on each line.',
    );
  }
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts))
    return refuse('INVALID_INPUT', 'The line is JSON, but not an object.', 'Write one object on each line.');
  const current = withOrdersApart(facts);
  return checkShape(current, 'REFUSED') ?? succeed(current as EmployeePayFacts);
}

/** Lines that were written before deductions and orders were told apart have `byReferenceCents`: what orders collected. */
function withOrdersApart(facts: { yearToDate?: Partial<YearToDate> & { byReferenceCents?: ByName } }): object {
  const { byReferenceCents, ...yearToDate } = facts.yearToDate ?? {};
  if (byReferenceCents === undefined || yearToDate.byOrderCents !== undefined) return facts;
  return { ...facts, yearToDate: { byDeductionCents: {}, ...yearToDate, byOrderCents: byReferenceCents } };
}

type ByName = YearToDate['byOrderCents'];
