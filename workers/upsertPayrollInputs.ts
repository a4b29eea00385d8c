import type { Given } from '../clients/generated/inputShapes.ts';
import { refuse } from '../payroll/errors.ts';
import { payPeriodOf } from '../payroll/payPeriods.ts';
import { countPeriodChange } from '../table/changes.ts';
import { employeeIdsOf, getEmployees } from '../table/employee.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { getPayrollInputs, OFFICE, putPayrollInput } from '../table/payrollInput.ts';
import type { TransactItem } from '../table/transact.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { countChanges } from './commands/payInputs/countChanges.ts';
import type { InputRow } from './commands/payInputs/InputRow.ts';
import { readRow } from './commands/payInputs/readRow.ts';
import type { PeriodOfGroup } from './commands/payInputs/sequenceStatesOf.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { readInput } from './commands/readInput.ts';
import { type RowResult, rowRefused } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

const INPUTS_PER_CALL = 25;

type Event = MutationEvent<'upsertPayrollInputs'>;

interface UpsertedPayrollInputs {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertPayrollInputs: good rows are written together; each bad row is refused for itself. */
export const handler = mutationHandler(
  async (event: Event): Promise<UpsertedPayrollInputs> => {
    const outcome = await answerOnce(event, Date.now(), () => decide(event));
    if (outcome.error) return { results: [], replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const results = outcome.answer;
    // Counted once more: a run may have frozen its inputs between the first count and the writes.
    if (results.some(isChanged)) await countPeriodChange(periodOf(event), false);
    return { results, replayed: outcome.replayed, userErrors: [] };
  },
  { results: [] },
);

const isChanged = ({ outcome }: RowResult) => outcome !== 'UNCHANGED' && outcome !== 'REFUSED';

const periodOf = ({ caller: { companyId }, input: { payGroupId, periodStartDate } }: Event): PeriodOfGroup => ({
  companyId,
  payGroupId,
  periodStartDate,
});

async function decide(event: Event): Promise<Decision<RowResult[]>> {
  const { companyId, payGroupId, periodStartDate } = periodOf(event);
  const { inputs, source = OFFICE } = event.input;
  if (inputs.length < 1 || inputs.length > INPUTS_PER_CALL)
    return invalidInput('inputs', inputs.length, `a list of 1 to ${INPUTS_PER_CALL}`, 'Split the list.');
  const given = inputs.map((input) => readInput('PayrollInputInput', input));
  const [group, ids] = await Promise.all([
    getPayGroup(companyId, payGroupId),
    employeeIdsOf(
      companyId,
      given.flatMap((row) => (row.ok ? [row.value.externalId] : [])),
    ),
  ]);
  if (!group) return payGroupNotFound(payGroupId);
  const found = payPeriodOf(scheduleOf(group), periodStartDate);
  // What was entered for a period of an earlier schedule may still be taken out: nothing else could be done with it.
  const takesOut = given.every((row) => row.ok && isEmptyRow(row.value));
  if (!found.ok && !takesOut) return { ok: false, error: { ...found.error, field: 'periodStartDate' } };
  const period = found.ok ? found.value : { startDate: periodStartDate, endDate: periodStartDate };
  const employeeIds = [...new Set(ids.values())];
  const [employees, current] = await Promise.all([
    getEmployees(companyId, employeeIds),
    getPayrollInputs(companyId, payGroupId, periodStartDate, employeeIds),
  ]);

  const seen = new Set<string>();
  const read = given.map((row, index): InputRow => {
    if (!row.ok) return { result: rowRefused(inputs[index]?.externalId ?? '', row.error) };
    const { externalId } = row.value;
    const employeeId = ids.get(externalId) ?? '';
    const employee = employees.get(employeeId);
    if (!employee) return { result: rowRefused(externalId, employeeNotFound(externalId).error) };
    if (seen.has(externalId)) return { result: rowRefused(externalId, comesTwice(externalId).error) };
    seen.add(externalId);
    const place = { payGroupId, period, source, employee };
    return readRow(row.value, { ...place, previous: current.get(employeeId) });
  });
  const rows = await countChanges(periodOf(event), read);
  const results = rows.map(({ result }) => result);
  const items = writesOf(periodOf(event), rows);
  if (items.length === 0 && results.some(({ outcome }) => outcome === 'REFUSED')) return { nothing: results };
  return { items, answer: results };
}

/** All that is written for the rows of a call. */
const writesOf = (
  { companyId, payGroupId, periodStartDate }: PeriodOfGroup,
  rows: readonly InputRow[],
): TransactItem[] =>
  rows.flatMap(({ change }) =>
    change ? putPayrollInput(companyId, payGroupId, periodStartDate, change.next, change.previous) : [],
  );

const isEmptyRow = ({ externalId: _who, expectedVersion: _seen, ...entered }: Given['PayrollInputInput']): boolean =>
  Object.values(entered).every((member) => Array.isArray(member) && member.length === 0);

const employeeNotFound = (externalId: string) =>
  refuse(
    'EMPLOYEE_NOT_FOUND',
    `No employee has the externalId "${externalId}".`,
    'Add the employee with upsertEmployees first.',
    'externalId',
  );

const comesTwice = (externalId: string) =>
  refuse('INVALID_INPUT', `externalId "${externalId}" is in this list twice.`, 'Send each once.', 'externalId');
