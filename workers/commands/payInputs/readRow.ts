import type { PayrollInputInput } from '../../../clients/generated/schema.ts';
import { type EnteredPay, isNothing } from '../../../payroll/EnteredPay.ts';
import { type ErrorCode, type PayrollError, refuse, type Result, succeed } from '../../../payroll/errors.ts';
import { sumEnteredPay } from '../../../payroll/sumEnteredPay.ts';
import { unpayableOf } from '../../../payroll/unpayable.ts';
import type { EmployeeRecord } from '../../../table/employee.ts';
import {
  enteredOf,
  type InputPart,
  inputRecordOf,
  partsOf,
  type PayrollInputRecord,
  type Written,
} from '../../../table/payrollInput.ts';
import { rowRefused } from '../rows.ts';
import { employmentOf } from './employmentOf.ts';
import type { InputRow } from './InputRow.ts';
import { payInputsOf } from './payInputsOf.ts';
import type { PeriodOfHours } from './workweeksByDate.ts';

/** How many systems may hand in for the same employee and period. */
const MOST_SOURCES = 10;

/** What a row is read against. */
export interface RowPlace {
  payGroupId: string;
  period: PeriodOfHours;
  source: string;
  /** Names the row for ever. */
  writtenBy: string;
  employee: EmployeeRecord;
  previous: PayrollInputRecord | undefined;
}

/**
 * What becomes of one row: it takes the place of what its source entered before. An empty one takes that out, whatever the
 * employee is now; anything else is refused where no run of the period would pay it.
 */
export function readRow(input: PayrollInputInput, place: RowPlace): Result<InputRow, ErrorCode> {
  const { externalId } = input;
  const { source, writtenBy, employee, previous } = place;
  const { employeeId } = employee;
  const refused = (error: PayrollError<ErrorCode>) => succeed<InputRow>({ result: rowRefused(externalId, error) });

  const payInputs = payInputsOf(input, place.period);
  if (!payInputs.ok) return refused(payInputs.error);
  const before = partsOf(previous);
  const own = before.find((part) => part.source === source);
  const others = before.filter((part) => part.source !== source);
  const isEmpty = isNothing(payInputs.value);
  const payInputsText = JSON.stringify(payInputs.value);
  const isSame = isEmpty ? !own : own?.payInputs === payInputsText;
  const result = { externalId, employeeId, userErrors: [] };
  const present = own ? { version: own.version } : {};
  const done = doneBefore(writtenBy, own, previous);
  // An earlier attempt of this row: it answers as that would have.
  if (done && isSame) return succeed({ result: { ...result, outcome: done.outcome, ...present }, isDone: true });
  if (done) return keyReused(externalId);
  const conflict = conflictOf(input, source, own);
  if (conflict) return refused(conflict);
  if (isSame) return succeed({ result: { ...result, outcome: 'UNCHANGED', ...present } });
  const refusal = isEmpty ? undefined : refusalOf(payInputs.value, others, place);
  if (refusal) return refused(refusal);

  const version = (previous?.version ?? 0) + 1;
  const written: Written = { by: writtenBy, outcome: isEmpty ? 'REMOVED' : own ? 'UPDATED' : 'CREATED' };
  const parts = isEmpty ? others : [...others, { source, payInputs: payInputsText, version, written }];
  return succeed({
    result: { ...result, outcome: written.outcome, ...(isEmpty ? {} : { version }) },
    change: { next: inputRecordOf(employeeId, version, parts, written), previous },
  });
}

/** What an earlier attempt of a row wrote, as far as it is still there. */
function doneBefore(
  writtenBy: string,
  own: InputPart | undefined,
  previous: PayrollInputRecord | undefined,
): Written | undefined {
  // What was taken out is no part any more: the record remembers it until somebody writes it again.
  const written = own ? own.written : previous?.written?.outcome === 'REMOVED' ? previous.written : undefined;
  return written?.by === writtenBy ? written : undefined;
}

const keyReused = (externalId: string) =>
  refuse(
    'IDEMPOTENCY_KEY_REUSED',
    `This idempotencyKey was used before with another row for the externalId "${externalId}".`,
    'Use a new key for a new intention, or send exactly the first input again.',
    'inputs',
  );

function conflictOf({ expectedVersion }: PayrollInputInput, source: string, own: InputPart | undefined) {
  const expected = expectedVersion ?? undefined;
  const present = own?.version ?? 0;
  if (expected === undefined || expected === present) return undefined;
  return refuse(
    'VERSION_CONFLICT',
    `expectedVersion is ${expected}, but what "${source}" entered is at version ${present}${present === 0 ? ': nothing' : ''}.`,
    'Read it again with the query payrollInput, and decide on what is there now.',
    'expectedVersion',
  ).error;
}

/** Why what a source enters would not be paid beside what the others entered. */
function refusalOf(
  entered: EnteredPay,
  others: readonly InputPart[],
  { payGroupId, period, source, employee }: RowPlace,
): PayrollError<ErrorCode> | undefined {
  if (employee.payGroupId !== payGroupId) return inOtherGroup(employee, payGroupId);
  if (others.length >= MOST_SOURCES) return tooManySources(others);
  const parts = others.map((part) => ({ source: part.source, entered: enteredOf(part) }));
  const sum = sumEnteredPay([...parts, { source, entered }]);
  if (!sum.ok) return sum.error;
  // Its own part alone: what another source entered was looked at when it was, and is not this one's to correct. Days add up.
  const ofAll = entered.unpaidAbsenceDays === undefined ? {} : { unpaidAbsenceDays: sum.value.unpaidAbsenceDays ?? 0 };
  const [first] = unpayableOf({ ...entered, ...ofAll }, employmentOf(employee), period);
  return first && refuse(first.type, first.problem, first.resolution, first.field).error;
}

const inOtherGroup = (employee: EmployeeRecord, payGroupId: string) =>
  refuse(
    'EMPLOYEE_IN_OTHER_PAY_GROUP',
    `Employee "${employee.externalId}" is in the pay group "${employee.payGroupId}": no run of "${payGroupId}" would pay this.`,
    `Enter it for "${employee.payGroupId}", or move the employee with upsertEmployees first.`,
    'externalId',
  ).error;

const tooManySources = (others: readonly InputPart[]) =>
  refuse(
    'INVALID_INPUT',
    `${others.length} sources entered something for this employee and period already, which is the most.`,
    'Use one source for each system; an empty row takes out what a source entered.',
    'source',
  ).error;
