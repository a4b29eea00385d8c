import { addDays } from '../payroll/dates.ts';
import type { PayInputs, Workweek } from '../payroll/EmployeePayFacts.ts';
import { refuse, type Result, succeed } from '../payroll/errors.ts';
import { type PayPeriod, payPeriodOf } from '../payroll/payPeriods.ts';
import { employeeIdsOf } from '../table/employee.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { getPayrollInputs, type PayrollInputRecord, putPayrollInput } from '../table/payrollInput.ts';
import type { TransactItem } from '../table/transact.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/caller.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { type RowResult, rowRefused } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

const INPUTS_PER_CALL = 25;
const LONGEST_WEEK_HUNDREDTHS = 168_00;

interface PayrollInputInput {
  externalId: string;
  hoursWorked: { week: number; hours: string }[];
}

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

function payInputsOf({ hoursWorked }: PayrollInputInput, period: PayPeriod): Result<PayInputs> {
  const workweeks: Workweek[] = [];
  for (const [index, { week, hours }] of hoursWorked.entries()) {
    const field = `hoursWorked.${index}`;
    const startDate = addDays(period.startDate, (week - 1) * 7);
    if (week < 1 || startDate > period.endDate || workweeks.some((other) => other.startDate === startDate))
      return refuse(
        'INVALID_INPUT',
        `week ${week} is not a workweek of the period ${period.startDate} to ${period.endDate}, or comes twice.`,
        'Count the weeks from 1 at the start of the period.',
        `${field}.week`,
      );
    const hundredths = /^\d{1,3}(\.\d{1,2})?$/.test(hours) ? hundredthsOf(hours) : Infinity;
    if (hundredths > LONGEST_WEEK_HUNDREDTHS)
      return refuse(
        'INVALID_INPUT',
        `hours "${hours}" is not a number of hours from 0 to 168 with at most two decimals.`,
        'Write it as "37.5".',
        `${field}.hours`,
      );
    workweeks.push({ startDate, work: [{ hoursHundredths: hundredths }] });
  }
  workweeks.sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
  return succeed({ workweeks, earnings: [] });
}

/** "37.5" -> 3750, by its digits: a float would not hit the hundredth. */
function hundredthsOf(hours: string): number {
  const [whole = '0', decimals = ''] = hours.split('.');
  return Number(`${whole}${decimals.padEnd(2, '0')}`);
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
