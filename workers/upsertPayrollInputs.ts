import type { PayrollInputInput } from '../clients/generated/schema.ts';
import { refuse } from '../payroll/errors.ts';
import { type PayPeriod, payPeriodOf } from '../payroll/payPeriods.ts';
import { atOnce } from '../table/atOnce.ts';
import { countPeriodChange } from '../table/changes.ts';
import { employeeIdsOf } from '../table/employee.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { type EnteredPay, getPayrollInputs, type PayrollInputRecord, putPayrollInput } from '../table/payrollInput.ts';
import { findRunItem } from '../table/runItem.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { payInputsOf } from './commands/payInputs/payInputsOf.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { type RowResult, rowRefused } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

const INPUTS_PER_CALL = 25;
const EMPLOYEES_AT_ONCE = 8;

interface UpsertedPayrollInputs {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertPayrollInputs: good rows are written together; each bad row is refused for itself. */
export const handler = mutationHandler(
  async (event: MutationEvent<'upsertPayrollInputs'>): Promise<UpsertedPayrollInputs> => {
    const outcome = await answerOnce(event, Date.now(), () => decide(event));
    if (outcome.error) return { results: [], replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const results = outcome.answer;
    // Counted once more: a run may have frozen its inputs between the first count and the writes.
    if (results.some(isChanged)) await countPeriodChange(periodOf(event), false);
    return { results, replayed: outcome.replayed, userErrors: [] };
  },
  { results: [] },
);

const isChanged = ({ outcome }: RowResult) => outcome === 'CREATED' || outcome === 'UPDATED';

const periodOf = ({
  caller: { companyId },
  input: { payGroupId, periodStartDate },
}: MutationEvent<'upsertPayrollInputs'>) => ({
  companyId,
  payGroupId,
  periodStartDate,
});

/** One row: refused or unchanged, or what is to be written for it. */
type Row = { result: RowResult; change?: { next: PayrollInputRecord; previous: PayrollInputRecord | undefined } };

async function decide(event: MutationEvent<'upsertPayrollInputs'>): Promise<Decision<RowResult[]>> {
  const { companyId, payGroupId, periodStartDate } = periodOf(event);
  const { inputs } = event.input;
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

  const seen = new Set<string>();
  const read = inputs.map((input): Row => {
    const { externalId } = input;
    const employeeId = ids.get(externalId);
    if (!employeeId) return { result: rowRefused(externalId, employeeNotFound(externalId).error) };
    if (seen.has(externalId)) return { result: rowRefused(externalId, comesTwice(externalId).error) };
    seen.add(externalId);
    return readRow(input, employeeId, period.value, current.get(employeeId));
  });
  const rows = await countChanges(event, read);
  const items = rows.flatMap(({ change }) =>
    change ? putPayrollInput(companyId, payGroupId, periodStartDate, change.next, change.previous) : [],
  );
  return { items, answer: rows.map(({ result }) => result) };
}

function readRow(
  input: PayrollInputInput,
  employeeId: string,
  period: PayPeriod,
  previous: PayrollInputRecord | undefined,
): Row {
  const { externalId } = input;
  const payInputs = payInputsOf(input, period);
  if (!payInputs.ok) return { result: rowRefused(externalId, payInputs.error) };
  const next: PayrollInputRecord = {
    employeeId,
    payInputs: JSON.stringify(payInputs.value),
    version: (previous?.version ?? 0) + 1,
  };
  const result = { externalId, employeeId, userErrors: [] };
  if (previous?.payInputs === next.payInputs)
    return { result: { ...result, outcome: 'UNCHANGED', version: previous.version } };
  return {
    result: { ...result, outcome: previous ? 'UPDATED' : 'CREATED', version: next.version },
    change: { next, previous },
  };
}

/**
 * Counts the changes before they are written: what is calculated already cannot be approved any more. Once the period's
 * regular run is approved, rows that change what it pays are refused, but for employees whose pay was taken back from it and
 * who are to be paid by a correction; earnings for off-cycle runs may still be entered.
 */
async function countChanges(event: MutationEvent<'upsertPayrollInputs'>, rows: Row[]): Promise<Row[]> {
  const changesRegular = rows.map(({ change }) => change && regularPart(change.next) !== regularPart(change.previous));
  const paidBy = changesRegular.includes(true) ? await countPeriodChange(periodOf(event), true) : undefined;
  const changed = rows.flatMap(({ result }, index) => (changesRegular[index] ? (result.employeeId ?? []) : []));
  const takenBack = paidBy === undefined ? undefined : await takenBackFrom(event.caller.companyId, paidBy, changed);
  const left = rows.map((row, index): Row =>
    paidBy !== undefined && changesRegular[index] && !takenBack?.has(row.result.employeeId ?? '')
      ? { result: rowRefused(row.result.externalId, periodClosed(event.input.periodStartDate, paidBy).error) }
      : row,
  );
  const isCounted = changesRegular.includes(true) && paidBy === undefined;
  if (!isCounted && left.some(({ change }) => change)) await countPeriodChange(periodOf(event), false);
  return left;
}

/** Those of some employees whose payslips of a run were taken back. */
async function takenBackFrom(companyId: string, runId: string, employeeIds: readonly string[]): Promise<Set<string>> {
  const items = await atOnce(EMPLOYEES_AT_ONCE, employeeIds, (employeeId) => findRunItem(companyId, runId, employeeId));
  const takenBack = items.filter((item) => item?.status === 'CALCULATED' && item.reversedByRunId !== undefined);
  return new Set(takenBack.map((item) => item?.employeeId ?? ''));
}

/** What the regular run pays of an input, as text; how supplemental wages are taxed also counts for the others. */
function regularPart(input: PayrollInputRecord | undefined): string {
  if (!input) return regularPart(NOTHING_ENTERED);
  const {
    offCycleEarnings: _others,
    supplementalMethod: _shared,
    ...regular
  } = JSON.parse(input.payInputs) as EnteredPay;
  return JSON.stringify(regular);
}

const NOTHING_ENTERED: PayrollInputRecord = {
  employeeId: '',
  payInputs: JSON.stringify({ workweeks: [], earnings: [] } satisfies EnteredPay),
  version: 0,
};

const periodClosed = (periodStartDate: string, runId: string) =>
  refuse(
    'PERIOD_CLOSED',
    `The period from ${periodStartDate} is paid by run "${runId}", which is approved.`,
    'Enter what is missing as earnings with an offCycleSequence, or for the next period.',
    'periodStartDate',
  );

const employeeNotFound = (externalId: string) =>
  refuse(
    'EMPLOYEE_NOT_FOUND',
    `No employee has the externalId "${externalId}".`,
    'Add the employee with upsertEmployees first.',
    'externalId',
  );

const comesTwice = (externalId: string) =>
  refuse('INVALID_INPUT', `externalId "${externalId}" comes twice in this list.`, 'Send each once.', 'externalId');
