import type { PayrollInputInput } from '../clients/generated/schema.ts';
import { refuse } from '../payroll/errors.ts';
import { payPeriodOf } from '../payroll/payPeriods.ts';
import { employeeIdsOf } from '../table/employee.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { getPayrollInputs, type PayrollInputRecord, putPayrollInput } from '../table/payrollInput.ts';
import type { TransactItem } from '../table/transact.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/caller.ts';
import { payInputsOf } from './commands/payInputs/payInputsOf.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { type RowResult, rowRefused } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

const INPUTS_PER_CALL = 25;

interface UpsertPayrollInputsInput {
  payGroupId: string;
  periodStartDate: string;
  inputs: PayrollInputInput[];
}

interface UpsertedPayrollInputs {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertPayrollInputs: good rows are written together; each bad row is refused for itself. */
export const handler = async (event: MutationEvent<UpsertPayrollInputsInput>): Promise<UpsertedPayrollInputs> => {
  const outcome = await answerOnce(event, Date.now(), () => decide(event));
  if (outcome.error) return { results: [], replayed: false, userErrors: [userErrorOf(outcome.error)] };
  return { results: outcome.answer, replayed: outcome.replayed, userErrors: [] };
};

async function decide({ caller, input }: MutationEvent<UpsertPayrollInputsInput>): Promise<Decision<RowResult[]>> {
  const { companyId } = caller;
  const { payGroupId, periodStartDate, inputs } = input;
  if (inputs.length < 1 || inputs.length > INPUTS_PER_CALL)
    return invalidInput('inputs', inputs.length, `a list of 1 to ${INPUTS_PER_CALL}`, 'Split the list.');
  const [group, ids] = await Promise.all([
    getPayGroup(companyId, payGroupId),
    employeeIdsOf(
      companyId,
      inputs.map(({ externalId }) => externalId),
    ),
  ]);
  if (!group) return payGroupNotFound(payGroupId);
  const period = payPeriodOf(scheduleOf(group), periodStartDate);
  if (!period.ok) return { error: { ...period.error, field: 'periodStartDate' } };
  const current = await getPayrollInputs(companyId, payGroupId, periodStartDate, [...ids.values()]);

  const items: TransactItem[] = [];
  const seen = new Set<string>();
  const results = inputs.map((row): RowResult => {
    const { externalId } = row;
    const employeeId = ids.get(externalId);
    if (!employeeId) return rowRefused(externalId, employeeNotFound(externalId).error);
    if (seen.has(externalId)) return rowRefused(externalId, comesTwice(externalId).error);
    seen.add(externalId);
    const payInputs = payInputsOf(row, period.value);
    if (!payInputs.ok) return rowRefused(externalId, payInputs.error);
    const previous = current.get(employeeId);
    const next: PayrollInputRecord = {
      employeeId,
      payInputs: JSON.stringify(payInputs.value),
      version: (previous?.version ?? 0) + 1,
    };
    if (previous?.payInputs === next.payInputs)
      return { externalId, outcome: 'UNCHANGED', employeeId, version: previous.version, userErrors: [] };
    items.push(...putPayrollInput(companyId, payGroupId, periodStartDate, next, previous));
    return { externalId, outcome: previous ? 'UPDATED' : 'CREATED', employeeId, version: next.version, userErrors: [] };
  });
  return { items, answer: results };
}

const employeeNotFound = (externalId: string) =>
  refuse(
    'EMPLOYEE_NOT_FOUND',
    `No employee has the externalId "${externalId}".`,
    'Add the employee with upsertEmployees first.',
    'externalId',
  );

const comesTwice = (externalId: string) =>
  refuse('INVALID_INPUT', `externalId "${externalId}" comes twice in this list.`, 'Send each once.', 'externalId');
