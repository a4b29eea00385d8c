import { actorsOf } from '../payroll/preparers.ts';
import { OFFICE } from '../table/payrollInput.ts';
import { answerRows } from './commands/answerRows.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { upsertInputRows } from './commands/payInputs/upsertInputRows.ts';
import { invalidInput } from './commands/refusals.ts';
import type { RowResult } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

/** What AppSync waits for in its 30 seconds, with room to spare; docs/decisions/0019. */
const INPUTS_PER_CALL = 1_000;

interface UpsertedPayrollInputs {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertPayrollInputs: each row for itself; a bad one is refused and holds up no other. */
export const handler = mutationHandler(
  async (event: MutationEvent<'upsertPayrollInputs'>): Promise<UpsertedPayrollInputs> => {
    const { inputs, payGroupId, periodStartDate, source = OFFICE } = event.input;
    if (inputs.length < 1 || inputs.length > INPUTS_PER_CALL)
      return refused(
        invalidInput('inputs', inputs.length, `a list of 1 to ${INPUTS_PER_CALL}`, 'Split the list, or import a file.')
          .error,
      );
    const place = { companyId: event.caller.companyId, payGroupId, periodStartDate, source };
    const outcome = await answerRows(event, Date.now(), (writtenBy) =>
      upsertInputRows(
        place,
        inputs.map((input) => ({ input, writtenBy })),
        actorsOf(event.caller),
      ),
    );
    if (outcome.error) return refused(outcome.error);
    return { results: outcome.answer, replayed: outcome.replayed, userErrors: [] };
  },
  { results: [] },
);

const refused = (error: Parameters<typeof userErrorOf>[0]): UpsertedPayrollInputs => ({
  results: [],
  replayed: false,
  userErrors: [userErrorOf(error)],
});
