import { type ErrorCode, refuse, type Refusal, type Result, succeed } from '../../../payroll/errors.ts';
import { encodeYearToDate } from '../../../payroll/yearToDateCodec.ts';
import { atOnce } from '../../../table/atOnce.ts';
import { countGroupChanges, getGroupChanges, unpostedRunsOf } from '../../../table/changes.ts';
import { getEmployees } from '../../../table/employee.ts';
import { employeeIdsOf } from '../../../table/externalId.ts';
import { yearsToDateKey } from '../../../table/keys.ts';
import {
  getOpeningBalances,
  type OpeningBalanceRecord,
  type OpeningChange,
  putOpeningBalances,
} from '../../../table/openingBalance.ts';
import { getYearsToDate } from '../../../table/yearToDate.ts';
import { readInput } from '../readInput.ts';
import { externalIdOf, type GivenRow, type RowResult, rowRefused } from '../rows.ts';
import { type GivenOpening, openingBalanceOf } from './openingBalanceOf.ts';

/** How many items of years to date are written at the same time. */
const WRITES_AT_ONCE = 8;

/** How often rows are decided again when somebody else posts or writes before they could be written. */
const ATTEMPTS = 5;

interface OpenRow {
  index: number;
  externalId: string;
  given: GivenOpening;
  correctionReason: string | undefined;
  writtenBy: string;
}

/**
 * Records what another provider paid this year, each row for itself: an opening balance, the years to date that it is in and
 * the proof that this row wrote it are one transaction. It is an edit of the employee's pay group: a run that froze the years
 * before cannot be approved any more.
 */
export async function upsertOpeningRows(
  companyId: string,
  year: number,
  rows: readonly GivenRow[],
  marks: readonly string[],
): Promise<Result<RowResult[], ErrorCode>> {
  const results = new Array<RowResult>(rows.length);
  const seen = new Set<string>();
  let open: OpenRow[] = [];
  for (const [index, { input, writtenBy }] of rows.entries()) {
    const externalId = externalIdOf(input);
    const read = readInput('OpeningBalanceInput', input);
    const given = read.ok ? openingBalanceOf(read.value, year) : read;
    if (!given.ok) results[index] = rowRefused(externalId, given.error);
    else if (seen.has(externalId)) results[index] = rowRefused(externalId, comesTwice(externalId).error);
    else {
      const correctionReason = read.ok ? (read.value.correctionReason ?? undefined) : undefined;
      open.push({ index, externalId, given: given.value, correctionReason, writtenBy });
    }
    seen.add(externalId);
  }
  for (let attempt = 1; open.length > 0; attempt++) {
    const lost = await decideAndWrite(companyId, year, open, results, marks);
    open = lost;
    if (attempt < ATTEMPTS) continue;
    for (const { index, externalId } of open) results[index] = rowRefused(externalId, raceLost().error);
    break;
  }
  return succeed(results);
}

/** @returns the rows that somebody else was faster than */
async function decideAndWrite(
  companyId: string,
  year: number,
  open: readonly OpenRow[],
  results: RowResult[],
  marks: readonly string[],
): Promise<OpenRow[]> {
  const ids = await employeeIdsOf(
    companyId,
    open.map(({ externalId }) => externalId),
  );
  const employeeIds = [...new Set(ids.values())].sort();
  const employees = await getEmployees(companyId, employeeIds);
  const payGroupIds = [...new Set([...employees.values()].map(({ payGroupId }) => payGroupId))];
  await countGroupChanges(companyId, payGroupIds, marks);
  // After the count: a run that is approved later finds its employees changed.
  const waiting = new Map(
    await Promise.all(
      payGroupIds.map(async (payGroupId) => [payGroupId, await getGroupChanges(companyId, payGroupId)] as const),
    ),
  );
  const [openings, years] = await Promise.all([
    getOpeningBalances(companyId, year, employeeIds),
    getYearsToDate(companyId, year, employeeIds),
  ]);
  const changes: { row: OpenRow; change: OpeningChange }[] = [];
  for (const row of open) {
    const employeeId = ids.get(row.externalId) ?? '';
    const employee = employees.get(employeeId);
    const previous = openings.get(employeeId);
    const postedRuns = years.get(employeeId)?.runCount ?? 0;
    const yearToDate = encodeYearToDate(row.given.yearToDate);
    const { asOfDate } = row.given;
    const isSame = previous?.yearToDate === yearToDate && previous.asOfDate === asOfDate;
    if (!employee) results[row.index] = rowRefused(row.externalId, employeeNotFound(row.externalId).error);
    else if (isSame) {
      const isOurs = previous.writtenBy === row.writtenBy;
      const outcome = !isOurs ? 'UNCHANGED' : previous.version === 1 ? 'CREATED' : 'UPDATED';
      results[row.index] = resultOf(row, employeeId, outcome, previous.version);
    } else {
      const group = waiting.get(employee.payGroupId);
      const refusal =
        group && unpostedRunsOf(group) > 0
          ? runNotPosted(group.lastCommittedRunId ?? '')
          : postedRuns > 0 && row.correctionReason === undefined
            ? locked(row.externalId, year, postedRuns)
            : undefined;
      if (refusal) {
        results[row.index] = rowRefused(row.externalId, refusal.error);
        continue;
      }
      const next: OpeningBalanceRecord = {
        ...{ employeeId, year, asOfDate, yearToDate },
        version: (previous?.version ?? 0) + 1,
        writtenBy: row.writtenBy,
        ...(row.correctionReason === undefined ? {} : { correctionReason: row.correctionReason }),
      };
      results[row.index] = resultOf(row, employeeId, previous ? 'UPDATED' : 'CREATED', next.version);
      changes.push({ row, change: { next, previous, postedRuns } });
    }
  }
  const together = Map.groupBy(changes, ({ change }) => {
    const { pk, sk } = yearsToDateKey(companyId, year, change.next.employeeId);
    return `${pk} ${sk}`;
  });
  const lost = await atOnce(WRITES_AT_ONCE, [...together.values()], async (group) => {
    const isWritten = await putOpeningBalances(
      companyId,
      group.map(({ change }) => change),
    );
    return isWritten ? [] : group.map(({ row }) => row);
  });
  if (changes.length > 0) await countGroupChanges(companyId, payGroupIds, marks);
  return lost.flat();
}

const resultOf = (
  { externalId }: OpenRow,
  employeeId: string,
  outcome: RowResult['outcome'],
  version: number,
): RowResult => ({ externalId, employeeId, outcome, version, userErrors: [] });

const employeeNotFound = (externalId: string): Refusal<ErrorCode> =>
  refuse(
    'EMPLOYEE_NOT_FOUND',
    `No employee has the externalId "${externalId}".`,
    'Add the employee with upsertEmployees first, also one who left this year.',
    'externalId',
  );

const runNotPosted = (runId: string): Refusal<ErrorCode> =>
  refuse(
    'INVALID_STATE',
    `Run "${runId}" of the employee's pay group is approved and not posted yet: it was calculated without these amounts.`,
    'Hand them in once that run is paid; redrive it if it failed.',
    'externalId',
  );

const locked = (externalId: string, year: number, postedRuns: number): Refusal<ErrorCode> =>
  refuse(
    'INVALID_STATE',
    `The year ${year} of "${externalId}" has ${postedRuns} posted runs: its opening balance is locked.`,
    'Give correctionReason to correct it all the same; what those runs withheld is not calculated again.',
    'correctionReason',
  );

const comesTwice = (externalId: string): Refusal<ErrorCode> =>
  refuse('INVALID_INPUT', `externalId "${externalId}" is in this list twice.`, 'Send each once.', 'externalId');

const raceLost = (): Refusal<ErrorCode> =>
  refuse(
    'VERSION_CONFLICT',
    `The year to date was changed by somebody else ${ATTEMPTS} times in a row before this row could be written.`,
    'Read it again and send the row again.',
    'externalId',
  );
