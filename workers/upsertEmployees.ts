import { actorsOf, editMark } from '../payroll/preparers.ts';
import { answerRows } from './commands/answerRows.ts';
import { upsertEmployeeRows } from './commands/employeeFile/upsertEmployeeRows.ts';
import { withoutAccountNumbers } from './commands/employeeFile/withoutAccountNumbers.ts';
import type { MutationCaller, MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { upsertOpeningRows } from './commands/openingBalances/upsertOpeningRows.ts';
import { invalidInput } from './commands/refusals.ts';
import type { RowResult } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { openVault } from './secrets/openVault.ts';

/** What AppSync waits for in its 30 seconds, with room to spare; docs/decisions/0019. */
const EMPLOYEES_PER_CALL = 1_000;

interface UpsertedEmployees {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertEmployees and Mutation.upsertOpeningBalances: each row for itself; a bad one is refused and holds up no other. */
export const handler = mutationHandler(
  async (event: MutationEvent<'upsertEmployees' | 'upsertOpeningBalances'>): Promise<UpsertedEmployees> => {
    if (event.mutation === 'upsertOpeningBalances') return upsertOpeningBalances(event);
    const nowMs = Date.now();
    const { employees } = event.input;
    const { companyId } = event.caller;
    if (employees.length < 1 || employees.length > EMPLOYEES_PER_CALL)
      return refused(
        invalidInput(
          'employees',
          employees.length,
          `a list of 1 to ${EMPLOYEES_PER_CALL}`,
          'Split the list, or import a file.',
        ).error,
      );
    const hasAccounts = employees.some((employee) => employee?.directDeposits?.length);
    const vault = hasAccounts ? await openVault(companyId, nowMs) : undefined;
    const recorded = vault ? employees.map((employee) => withoutAccountNumbers(employee, vault)) : employees;
    const command = { ...event, input: { ...event.input, employees: recorded } };
    const outcome = await answerRows(command, nowMs, (writtenBy) =>
      upsertEmployeeRows(
        companyId,
        employees.map((input) => ({ input, writtenBy })),
        nowMs,
        actorsOf(event.caller),
      ),
    );
    if (outcome.error) return refused(outcome.error);
    return { results: outcome.answer, replayed: outcome.replayed, userErrors: [] };
  },
  { results: [] },
);

async function upsertOpeningBalances(event: MutationEvent<'upsertOpeningBalances'>): Promise<UpsertedEmployees> {
  const { balances, year } = event.input;
  if (balances.length < 1 || balances.length > EMPLOYEES_PER_CALL)
    return refused(
      invalidInput('balances', balances.length, `a list of 1 to ${EMPLOYEES_PER_CALL}`, 'Split the list.').error,
    );
  const outcome = await answerRows(event, Date.now(), (writtenBy) =>
    upsertOpeningRows(
      event.caller.companyId,
      year,
      balances.map((input) => ({ input, writtenBy })),
      marksOf(event.caller),
    ),
  );
  if (outcome.error) return refused(outcome.error);
  return { results: outcome.answer, replayed: outcome.replayed, userErrors: [] };
}

/** What was paid before counts from now on. */
const marksOf = (caller: MutationCaller): string[] => actorsOf(caller).map((editor) => editMark(editor, undefined, ''));

const refused = (error: Parameters<typeof userErrorOf>[0]): UpsertedEmployees => ({
  results: [],
  replayed: false,
  userErrors: [userErrorOf(error)],
});
