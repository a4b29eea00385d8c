import type { Given } from '../../../clients/generated/inputShapes.ts';
import { type ErrorCode, refuse, type Result, succeed } from '../../../payroll/errors.ts';
import { payPeriodOf } from '../../../payroll/payPeriods.ts';
import { atOnce } from '../../../table/atOnce.ts';
import { countPeriodChange } from '../../../table/changes.ts';
import { getEmployees } from '../../../table/employee.ts';
import { employeeIdsOf } from '../../../table/externalId.ts';
import { getPayGroup, scheduleOf, workweekStartsOn } from '../../../table/payGroup.ts';
import { getPayrollInputs, putNewPayrollInputs, putPayrollInput } from '../../../table/payrollInput.ts';
import { readInput } from '../readInput.ts';
import { payGroupNotFound } from '../refusals.ts';
import { externalIdOf, type GivenRow, type RowResult, rowRefused } from '../rows.ts';
import { countChanges } from './countChanges.ts';
import type { InputRow } from './InputRow.ts';
import { readRow } from './readRow.ts';
import type { PeriodOfGroup } from './sequenceStatesOf.ts';
import type { PeriodOfHours } from './workweeksByDate.ts';

/** Where the rows belong: a period of a pay group, and who enters them. */
export interface InputPlace extends PeriodOfGroup {
  source: string;
}

/** How many inputs are written at the same time. */
const WRITES_AT_ONCE = 24;

/** How often a row is decided again when somebody else changes what it read before it could write. */
const ATTEMPTS = 5;

interface OpenRow {
  index: number;
  row: Given['PayrollInputInput'];
  writtenBy: string;
}

/**
 * Takes what is entered for a period, each row for itself: what it enters and the proof that this row wrote it are one
 * conditional write, so that rows may be taken any number of times, and a death in between is completed by taking them again.
 * Every edit is counted before it is written and once more after it (docs/decisions/0015).
 * @param editors who enters it: they prepare the runs that pay it
 */
export async function upsertInputRows(
  place: InputPlace,
  rows: readonly GivenRow[],
  editors: readonly string[],
): Promise<Result<RowResult[], ErrorCode>> {
  const results = new Array<RowResult>(rows.length);
  const seen = new Set<string>();
  let open: OpenRow[] = [];
  let takesOut = true;
  for (const [index, { input, writtenBy }] of rows.entries()) {
    const externalId = externalIdOf(input);
    const read = readInput('PayrollInputInput', input);
    if (!read.ok || !isEmptyRow(read.value)) takesOut = false;
    if (!read.ok) results[index] = rowRefused(externalId, read.error);
    else if (seen.has(externalId)) results[index] = rowRefused(externalId, comesTwice(externalId).error);
    else open.push({ index, row: read.value, writtenBy });
    seen.add(externalId);
  }
  const period = await periodOf(place, takesOut);
  if (!period.ok) return period;
  for (let attempt = 1; open.length > 0; attempt++) {
    const decided = await decide(place, period.value, open, editors);
    if (!decided.ok) return decided;
    const isWritten = await write(place, decided.value, editors);
    for (const [index, { result }] of decided.value.entries()) results[open[index]?.index ?? 0] = result;
    open = open.filter((_row, index) => !isWritten[index]);
    if (attempt < ATTEMPTS) continue;
    for (const { index, row } of open) results[index] = rowRefused(row.externalId, raceLost().error);
    break;
  }
  return succeed(results);
}

/**
 * The days of a period.
 * @param takesOut what was entered for a period of an earlier schedule may still be taken out: nothing else could be done with it
 */
export async function periodOf(
  { companyId, payGroupId, periodStartDate }: InputPlace,
  takesOut: boolean,
): Promise<Result<PeriodOfHours, ErrorCode>> {
  const group = await getPayGroup(companyId, payGroupId);
  if (!group) return payGroupNotFound(payGroupId);
  const found = payPeriodOf(scheduleOf(group), periodStartDate);
  if (found.ok) return succeed({ ...found.value, workweekStartsOn: workweekStartsOn(group) });
  if (takesOut) return succeed({ startDate: periodStartDate, endDate: periodStartDate });
  return { ok: false, error: { ...found.error, field: 'periodStartDate' } };
}

async function decide(
  place: InputPlace,
  period: PeriodOfHours,
  open: readonly OpenRow[],
  editors: readonly string[],
): Promise<Result<InputRow[], ErrorCode>> {
  const { companyId, payGroupId, periodStartDate, source } = place;
  const ids = await employeeIdsOf(
    companyId,
    open.map(({ row }) => row.externalId),
  );
  const employeeIds = [...new Set(ids.values())];
  const [employees, current] = await Promise.all([
    getEmployees(companyId, employeeIds),
    getPayrollInputs(companyId, payGroupId, periodStartDate, employeeIds),
  ]);
  const read: InputRow[] = [];
  for (const { row, writtenBy } of open) {
    const { externalId } = row;
    const employeeId = ids.get(externalId) ?? '';
    const employee = employees.get(employeeId);
    if (!employee) {
      read.push({ result: rowRefused(externalId, employeeNotFound(externalId).error) });
      continue;
    }
    const previous = current.get(employeeId);
    const decided = readRow(row, { payGroupId, period, source, writtenBy, employee, previous });
    if (!decided.ok) return decided;
    read.push(decided.value);
  }
  return succeed(await countChanges(place, read, editors));
}

/** Writes what is counted, and counts again; answers for each row whether nobody else was faster. */
async function write(place: InputPlace, rows: readonly InputRow[], editors: readonly string[]): Promise<boolean[]> {
  const { companyId, payGroupId, periodStartDate } = place;
  const fresh = rows.flatMap(({ change }) => (change && !change.previous ? [change.next] : []));
  const isFresh = await putNewPayrollInputs(companyId, payGroupId, periodStartDate, fresh);
  const freshlyWritten = new Set(fresh.filter((_next, index) => isFresh[index]));
  const isWritten = await atOnce(WRITES_AT_ONCE, rows, async ({ change }) => {
    if (!change) return true;
    const { next, previous } = change;
    return previous
      ? putPayrollInput(companyId, payGroupId, periodStartDate, next, previous)
      : freshlyWritten.has(next);
  });
  // Counted once more: a run may have frozen its inputs between the first count and the writes.
  if (rows.some(({ change, isDone }) => change ?? isDone)) await countPeriodChange(place, false, editors);
  return isWritten;
}

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

const raceLost = () =>
  refuse(
    'VERSION_CONFLICT',
    `What is entered was changed by somebody else ${ATTEMPTS} times in a row before this row could be written.`,
    'Read it again with the query payrollInput and send the row again.',
    'externalId',
  );
