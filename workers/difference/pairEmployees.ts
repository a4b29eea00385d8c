import type { EmployeeOfRun } from './employeesOfRun.ts';

/** An employee in two runs, or in one of them. */
export interface EmployeePair {
  employeeId: string;
  before: EmployeeOfRun | undefined;
  after: EmployeeOfRun | undefined;
}

/** Walks two runs side by side, each in the order of employee ids, without holding either of them. */
export async function* pairEmployees(
  before: AsyncGenerator<EmployeeOfRun>,
  after: AsyncGenerator<EmployeeOfRun>,
): AsyncGenerator<EmployeePair> {
  let [one, other] = await Promise.all([before.next(), after.next()]);
  try {
    while (!one.done || !other.done) {
      const oneId = one.done ? undefined : one.value.item.employeeId;
      const otherId = other.done ? undefined : other.value.item.employeeId;
      const isBefore = !one.done && (otherId === undefined || (oneId ?? '') <= otherId);
      const isAfter = !other.done && (oneId === undefined || (otherId ?? '') <= oneId);
      yield {
        employeeId: (isBefore ? oneId : otherId) ?? '',
        before: isBefore && !one.done ? one.value : undefined,
        after: isAfter && !other.done ? other.value : undefined,
      };
      [one, other] = await Promise.all([isBefore ? before.next() : one, isAfter ? after.next() : other]);
    }
  } finally {
    await Promise.all([before.return(undefined), after.return(undefined)]);
  }
}
