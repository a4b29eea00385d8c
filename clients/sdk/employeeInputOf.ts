import type { EmployeeFilePartsFragment } from '../generated/operations/graphql.ts';
import type { EmployeeInput } from '../generated/schema.ts';

/**
 * An employee as `EmployeeFile` and `EmployeeFiles` read it, as the input that would record the same: sent unchanged, it
 * changes nothing. Account numbers stay masked, which stands for the recorded ones. A list can be changed safely by reading
 * it so, changing it and sending it with `expectedVersion: employee.version`.
 */
export function employeeInputOf(employee: EmployeeFilePartsFragment): EmployeeInput {
  // Dated changes stay on record by themselves: each is recorded with its day.
  const { employeeId: _id, version: _version, changes: _dated, directDeposits, ...file } = employee;
  return {
    ...(withoutEnvelopes(file) as EmployeeInput),
    directDeposits: directDeposits.map(({ maskedAccountNumber, ...deposit }) => ({
      ...(withoutEnvelopes(deposit) as Pick<typeof deposit, 'accountType' | 'routingNumber'>),
      accountNumber: maskedAccountNumber,
    })),
  };
}

/** Money as its amount alone, and without what is absent or says which type it is of. */
function withoutEnvelopes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEnvelopes);
  if (value === null || typeof value !== 'object') return value;
  if ('amount' in value && 'currency' in value) return value.amount;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== null && name !== '__typename')
      .map(([name, member]) => [name, withoutEnvelopes(member)]),
  );
}
