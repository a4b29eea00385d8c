import type { EmployeePayFacts } from '../../../payroll/EmployeePayFacts.ts';
import { refuse, type Refusal, type Result, succeed } from '../../../payroll/errors.ts';
import type { YearToDate } from '../../../payroll/yearToDate.ts';
import { factsMembers, type Members } from './factsMembers.ts';

/** What the walk over a line looks at: the type of some level of `factsMembers`. */
type MembersBelow = { readonly [name: string]: MembersBelow } | null;

/**
 * Reads one line of JSON as the facts of a payslip. Refuses what is not JSON, and every member that the facts do not have:
 * a misspelt one would otherwise be ignored, and pay somebody wrongly. What the members hold is checked by the calculation.
 */
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
  return (
    strangerIn(current, factsMembers satisfies Members<EmployeePayFacts>, '') ?? succeed(current as EmployeePayFacts)
  );
}

/** Lines that were written before deductions and orders were told apart have `byReferenceCents`: what orders collected. */
function withOrdersApart(facts: { yearToDate?: Partial<YearToDate> & { byReferenceCents?: ByName } }): object {
  const { byReferenceCents, ...yearToDate } = facts.yearToDate ?? {};
  if (byReferenceCents === undefined || yearToDate.byOrderCents !== undefined) return facts;
  return { ...facts, yearToDate: { byDeductionCents: {}, ...yearToDate, byOrderCents: byReferenceCents } };
}

type ByName = YearToDate['byOrderCents'];

/** Refuses the first member that is not known, or is `null`; elements of lists are counted from 0 in its path. */
function strangerIn(value: unknown, members: MembersBelow, path: string): Refusal | undefined {
  if (value === null) return refuse('INVALID_INPUT', `${path} is null.`, 'Leave out what does not apply.', path);
  if (typeof value !== 'object') return undefined;
  const below = path === '' ? '' : `${path}.`;
  for (const [name, member] of Object.entries(value)) {
    const known = Array.isArray(value) ? members : members?.[name] === undefined ? members?.['*'] : members[name];
    const refusal =
      known === undefined
        ? refuse('INVALID_INPUT', `${below}${name} is not known.`, 'Correct its name, or leave it out.', below + name)
        : strangerIn(member, known, below + name);
    if (refusal) return refusal;
  }
  return undefined;
}
