import { isDeepStrictEqual } from 'node:util';
import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import {
  type ErrorCode,
  type PayrollError,
  type Refusal,
  refuse,
  type Result,
  succeed,
} from '../../../payroll/errors.ts';
import type { EmployeeFile } from '../../../payroll/EmployeeFile.ts';
import { foldedId } from '../../../payroll/foldedId.ts';
import { editMark } from '../../../payroll/preparers.ts';
import { atOnce } from '../../../table/atOnce.ts';
import { countGroupChanges, getGroupChanges, leaveGroupItem, unpostedRunsOf } from '../../../table/changes.ts';
import { getCompany, reserveEmployeePlaces } from '../../../table/company.ts';
import {
  type EmployeeRecord,
  getEmployees,
  putEmployee,
  putNewEmployees,
  replaceEmployee,
} from '../../../table/employee.ts';
import { employeeIdAt } from '../../../table/employeeId.ts';
import { claimExternalId, claimExternalIds, findExternalIds } from '../../../table/externalId.ts';
import { getPayGroup } from '../../../table/payGroup.ts';
import { transact } from '../../../table/transact.ts';
import type { AccountVault } from '../../secrets/AccountVault.ts';
import { openVault } from '../../secrets/openVault.ts';
import { readInput } from '../readInput.ts';
import { companyNotFound, payGroupNotFound } from '../refusals.ts';
import { externalIdOf, type GivenRow, type RowResult, rowRefused } from '../rows.ts';
import { directDepositsOf, type OpenDeposit } from './directDepositsOf.ts';
import { employeeFileOf } from './employeeFileOf.ts';
import { sealDeposits } from './sealDeposits.ts';
import { similarExists, unconfirmedOf } from './similarExternalIds.ts';

/** How many employees are written at the same time. */
const WRITES_AT_ONCE = 24;

/** Two writes each and the group's counter stay within a transaction of 100. */
const MOVES_PER_TRANSACTION = 40;

/** How often a row is decided again when somebody else changes what it read before it could write. */
const ATTEMPTS = 5;

/**
 * Takes on and changes employees, each row for itself: an employee and the proof that this row wrote it are one conditional
 * write, so that rows may be taken any number of times, and a death in between is completed by taking them again.
 * Every edit is counted before it is written and once more after it (docs/decisions/0015).
 * @param editors who edits: they prepare the runs that pay it
 */
export async function upsertEmployeeRows(
  companyId: string,
  rows: readonly GivenRow[],
  nowMs: number,
  editors: readonly string[],
): Promise<Result<RowResult[], ErrorCode>> {
  const company = await getCompany(companyId);
  if (!company) return companyNotFound(companyId);
  const results = new Array<RowResult>(rows.length);
  const seen = new Set<string>();
  let open: OpenRow[] = [];
  for (const [index, { input, writtenBy }] of rows.entries()) {
    const externalId = externalIdOf(input);
    const read = readInput('EmployeeInput', input);
    if (!read.ok) results[index] = rowRefused(externalId, read.error);
    else if (seen.has(externalId)) results[index] = rowRefused(externalId, comesTwice(externalId).error);
    else open.push({ index, writtenBy, row: read.value });
    seen.add(externalId);
  }
  const hasAccounts = open.some(({ row }) => row.directDeposits?.length);
  const vault = hasAccounts ? await openVault(companyId, nowMs) : undefined;
  for (let attempt = 1; open.length > 0; attempt++) {
    const decided = await decide(companyId, open, vault);
    if (!decided.ok) return decided;
    const lost = await write(companyId, decided.value, marksOf(decided.value, editors, nowMs));
    for (const { index, result } of decided.value) results[index] = result;
    open = lost.map(({ index, row, writtenBy }) => ({ index, row, writtenBy }));
    if (attempt < ATTEMPTS) continue;
    for (const { index, row } of open) results[index] = rowRefused(row.externalId, raceLost().error);
    break;
  }
  return succeed(results);
}

interface OpenRow {
  index: number;
  row: EmployeeInput;
  writtenBy: string;
}

/** A row that is decided: what becomes of it, and what is to be written for it. */
interface DecidedRow extends OpenRow {
  result: RowResult;
  /** The groups in which it is an edit, whether it writes now or wrote before. */
  payGroupIds: string[];
  change?: { next: EmployeeRecord; previous: EmployeeRecord | undefined; claimsExternalId: boolean };
}

async function decide(
  companyId: string,
  open: readonly OpenRow[],
  vault: AccountVault | undefined,
): Promise<Result<DecidedRow[], ErrorCode>> {
  const [{ employeeIds: ids, similarTo }, groups] = await Promise.all([
    findExternalIds(
      companyId,
      open.map(({ row }) => row.externalId),
    ),
    payGroupsOf(companyId, open),
  ]);
  const current = await getEmployees(companyId, [...ids.values()]);
  const previousOf = ({ externalId }: EmployeeInput) => current.get(ids.get(externalId) ?? '');
  const unpostedRuns = await unpostedRunsLeft(companyId, open, previousOf);
  const newcomersSoFar = new Map<string, string[]>();
  const files = open.map(({ row, writtenBy }): Result<HandedIn, ErrorCode> => {
    const { externalId } = row;
    const previous = previousOf(row);
    const problem = problemOf(row, writtenBy, groups, unpostedRuns, previous);
    if (problem) return { ok: false, error: problem };
    if (ids.has(externalId)) return handedIn(row, previous);
    const folded = foldedId(externalId);
    const earlier = newcomersSoFar.get(folded) ?? [];
    const unconfirmed = unconfirmedOf(row, [...similarTo(externalId), ...earlier]);
    if (unconfirmed.length > 0) return similarExists(externalId, unconfirmed);
    const file = handedIn(row, previous);
    if (file.ok) newcomersSoFar.set(folded, [...earlier, externalId]);
    return file;
  });
  // Only who is taken on takes a place, unless an earlier attempt took it already: a refusal writes nothing.
  const newcomers = open.filter(({ row }, index) => files[index]?.ok && !ids.has(row.externalId)).length;
  let place = newcomers > 0 ? await reserveEmployeePlaces(companyId, newcomers) : 0;
  const decided: DecidedRow[] = [];
  for (const [index, each] of open.entries()) {
    const { row, writtenBy } = each;
    const file = files[index] as Result<HandedIn, ErrorCode>;
    if (!file.ok) {
      decided.push({ ...each, payGroupIds: [], result: rowRefused(row.externalId, file.error) });
      continue;
    }
    const previous = previousOf(row);
    const knownId = ids.get(row.externalId);
    const employeeId = knownId ?? employeeIdAt(companyId, row.externalId, place++);
    const next = recordOf(companyId, employeeId, each, file.value, previous, vault);
    const result = { externalId: row.externalId, employeeId, userErrors: [] };
    if (!previous || !isSame(previous, next)) {
      if (previous?.writtenBy === writtenBy)
        return refuse('IDEMPOTENCY_KEY_REUSED', ...keyReused(row.externalId), `employees.${each.index}`);
      decided.push({
        ...each,
        payGroupIds: [next.payGroupId, previous?.payGroupId ?? next.payGroupId],
        result: { ...result, outcome: previous ? 'UPDATED' : 'CREATED', version: next.version },
        change: { next, previous, claimsExternalId: knownId === undefined },
      });
      continue;
    }
    const { version, payGroupId } = previous;
    // An earlier attempt of this row wrote it and may have died before it counted the edit.
    const isOurs = previous.writtenBy === writtenBy;
    const outcome = !isOurs ? 'UNCHANGED' : version === 1 ? 'CREATED' : 'UPDATED';
    decided.push({ ...each, payGroupIds: isOurs ? [payGroupId] : [], result: { ...result, outcome, version } });
  }
  return succeed(decided);
}

/** The marks of these edits: they count until a run pays the latest day from which anything in them holds. */
function marksOf(decided: readonly DecidedRow[], editors: readonly string[], nowMs: number): string[] {
  const dates = decided.flatMap(({ row: { effectiveFrom, hireDate } }) => [effectiveFrom ?? '', hireDate ?? '']);
  const today = new Date(nowMs).toISOString().slice(0, 10);
  return editors.map((editor) => editMark(editor, dates.toSorted().at(-1), today));
}

/** Counts, writes and counts again; answers the rows that somebody else was faster than. */
async function write(
  companyId: string,
  decided: readonly DecidedRow[],
  marks: readonly string[],
): Promise<DecidedRow[]> {
  const payGroupIds = [...new Set(decided.flatMap((row) => row.payGroupIds))];
  // Counted before they are written: what is calculated already cannot be approved any more.
  await countGroupChanges(companyId, payGroupIds, marks);
  const changed = decided.filter(({ change }) => change);
  const moved = changed.filter(({ change }) => isMove(change));
  const others = changed.filter(({ change }) => !isMove(change));
  const similar = [...Map.groupBy(others, ({ row }) => foldedId(row.externalId)).values()];
  const newcomers = similar.flatMap(([only, ...further]) =>
    only && further.length === 0 && isNew(only) ? [only] : [],
  );
  const lost = await writeNewcomers(newcomers);
  // Those whose external ids differ in writing alone one after the other, so that the first in the list is the first recorded.
  const inTurn = similar.filter(([first, ...further]) => first && (further.length > 0 || !isNew(first)));
  lost.push(...(await atOnce(WRITES_AT_ONCE, inTurn, writeInTurn)).flat());
  for (const [payGroupId, leaving] of Map.groupBy(moved, ({ change }) => change?.previous?.payGroupId ?? ''))
    for (let start = 0; start < leaving.length; start += MOVES_PER_TRANSACTION) {
      const together = leaving.slice(start, start + MOVES_PER_TRANSACTION);
      const items = together.flatMap(({ change }) =>
        change?.previous ? replaceEmployee(change.next, change.previous) : [],
      );
      const { refused } = await transact([...items, leaveGroupItem(companyId, payGroupId, marks)]);
      if (refused) lost.push(...together);
    }
  // Counted once more: a run may have frozen its inputs between the first count and the writes.
  await countGroupChanges(companyId, payGroupIds, marks);
  return lost;
}

const isMove = (change: DecidedRow['change']) =>
  change?.previous !== undefined && change.previous.payGroupId !== change.next.payGroupId;

const isNew = ({ change }: DecidedRow) => change !== undefined && !change.previous;

/** Writes employees who are taken on, many in a request; answers those that somebody else was faster with. */
async function writeNewcomers(rows: readonly DecidedRow[]): Promise<DecidedRow[]> {
  const changes = rows.flatMap(({ row, change }) =>
    change ? [{ ...change, distinctFrom: row.distinctFrom ?? [] }] : [],
  );
  // The external ids first: they keep a second employee away.
  const claims = changes.filter(({ claimsExternalId }) => claimsExternalId);
  const isClaimed = await claimExternalIds(claims.map(({ next, distinctFrom }) => ({ ...next, distinctFrom })));
  const refused = new Set(claims.filter((_claim, index) => !isClaimed[index]).map(({ next }) => next.employeeId));
  const claimed = changes.map(({ next }) => next).filter(({ employeeId }) => !refused.has(employeeId));
  const isWritten = await putNewEmployees(claimed);
  const written = new Set(claimed.filter((_next, index) => isWritten[index]));
  return rows.filter(({ change }) => change && !written.has(change.next));
}

/** Writes one employee after the other; answers those that were not written. */
async function writeInTurn(rows: readonly DecidedRow[]): Promise<DecidedRow[]> {
  const lost: DecidedRow[] = [];
  for (const row of rows) if (!(await writeAlone(row))) lost.push(row);
  return lost;
}

/** Writes one employee; not when somebody else wrote it since it was read. The external id first: it keeps a second one away. */
async function writeAlone({ row, change }: DecidedRow): Promise<boolean> {
  if (!change) return true;
  const { next, previous, claimsExternalId } = change;
  if (claimsExternalId && (await claimExternalId(next, row.distinctFrom ?? [])) !== next.employeeId) return false;
  return putEmployee(next, previous);
}

function recordOf(
  companyId: string,
  employeeId: string,
  { row, writtenBy }: OpenRow,
  { file, deposits }: HandedIn,
  previous: EmployeeRecord | undefined,
  vault: AccountVault | undefined,
): EmployeeRecord {
  const known = previous?.directDeposits ?? [];
  const directDeposits = !deposits ? known : vault ? sealDeposits(employeeId, deposits, known, vault) : [];
  return {
    companyId,
    employeeId,
    externalId: row.externalId,
    payGroupId: row.payGroupId ?? previous?.payGroupId ?? '',
    givenName: row.givenName ?? previous?.givenName ?? '',
    familyName: row.familyName ?? previous?.familyName ?? '',
    hireDate: file.hireDate,
    ...(file.terminationDate ? { terminationDate: file.terminationDate } : {}),
    ...(file.earlierEmployments ? { earlierEmployments: [...file.earlierEmployments] } : {}),
    profile: JSON.stringify({ employeeId, ...file }),
    ...(directDeposits.length > 0 ? { directDeposits } : {}),
    version: (previous?.version ?? 0) + 1,
    writtenBy,
  };
}

/** Whether a row takes an employee out of the pay group. */
const isMoved = (row: EmployeeInput, previous: EmployeeRecord | undefined): previous is EmployeeRecord =>
  previous !== undefined && isGiven(row.payGroupId) && previous.payGroupId !== row.payGroupId;

const isGiven = (id: string | null | undefined): id is string => id !== undefined && id !== null;

/** By pay group that rows take employees out of: the run of it that is approved and not posted. */
async function unpostedRunsLeft(
  companyId: string,
  open: readonly OpenRow[],
  previousOf: (row: EmployeeInput) => EmployeeRecord | undefined,
): Promise<Map<string, string>> {
  const left = open.flatMap(({ row }) => {
    const previous = previousOf(row);
    return isMoved(row, previous) ? [previous.payGroupId] : [];
  });
  const found = await Promise.all(
    [...new Set(left)].map(async (payGroupId) => {
      const changes = await getGroupChanges(companyId, payGroupId);
      return unpostedRunsOf(changes) > 0 ? ([[payGroupId, changes.lastCommittedRunId ?? '']] as const) : [];
    }),
  );
  return new Map(found.flat());
}

/** What was handed in about an employee. */
interface HandedIn {
  file: EmployeeFile;
  /** Absent: net pay is divided as before. Empty: by check. */
  deposits?: OpenDeposit[];
}

function handedIn(row: EmployeeInput, previous: EmployeeRecord | undefined): Result<HandedIn, ErrorCode> {
  const file = employeeFileOf(row, previous ? fileOnRecord(previous) : undefined);
  if (!file.ok) return file;
  if (!row.directDeposits) return succeed({ file: file.value });
  const deposits = directDepositsOf(row.directDeposits, previous?.directDeposits ?? []);
  return deposits.ok ? succeed({ file: file.value, deposits: deposits.value }) : deposits;
}

function fileOnRecord({ profile }: EmployeeRecord): EmployeeFile {
  const { employeeId: _key, ...file } = JSON.parse(profile) as EmployeeFile & { employeeId: string };
  return file;
}

async function payGroupsOf(companyId: string, open: readonly OpenRow[]): Promise<Set<string>> {
  const ids = new Set(open.flatMap(({ row: { payGroupId } }) => (isGiven(payGroupId) ? [payGroupId] : [])));
  const found = await Promise.all([...ids].map((payGroupId) => getPayGroup(companyId, payGroupId)));
  return new Set(found.flatMap((group) => (group ? [group.payGroupId] : [])));
}

function problemOf(
  row: EmployeeInput,
  writtenBy: string,
  groups: Set<string>,
  unpostedRuns: ReadonlyMap<string, string>,
  previous: EmployeeRecord | undefined,
): PayrollError<ErrorCode> | undefined {
  if (isGiven(row.payGroupId) && !groups.has(row.payGroupId)) return payGroupNotFound(row.payGroupId).error;
  const expected = row.expectedVersion ?? undefined;
  // What this row itself wrote before is the version that follows the expected one.
  const found = (previous?.version ?? 0) - (previous?.writtenBy === writtenBy ? 1 : 0);
  if (expected !== undefined && expected !== found)
    return refuse(
      'VERSION_CONFLICT',
      `expectedVersion is ${expected}, but the employee is at version ${found}.`,
      'Read the employee again and decide again.',
      'expectedVersion',
    ).error;
  if (isGiven(row.effectiveFrom) && isMoved(row, previous))
    return refuse(
      'INVALID_INPUT',
      `payGroupId cannot be given with effectiveFrom: the employee leaves "${previous.payGroupId}" when the row is recorded.`,
      'Send payGroupId in a row without effectiveFrom, between two periods.',
      'payGroupId',
    ).error;
  const unposted = isMoved(row, previous) ? unpostedRuns.get(previous.payGroupId) : undefined;
  if (previous && unposted !== undefined)
    return refuse(
      'INVALID_STATE',
      `Run "${unposted}" of the pay group "${previous.payGroupId}" is approved and not posted yet: its amounts are still missing from the employee's year to date.`,
      'Move the employee once that run is paid; redrive it if it failed.',
      'payGroupId',
    ).error;
  return undefined;
}

/** Whether a change would change nothing but the version. */
const isSame = (previous: EmployeeRecord, next: EmployeeRecord) =>
  FACTS.every((fact) => previous[fact] === next[fact]) &&
  isDeepStrictEqual(previous.directDeposits, next.directDeposits);

const FACTS = [
  'payGroupId',
  'givenName',
  'familyName',
  'hireDate',
  'terminationDate',
  'profile',
] as const satisfies readonly (keyof EmployeeRecord)[];

const comesTwice = (externalId: string): Refusal<ErrorCode> =>
  refuse(
    'INVALID_INPUT',
    `externalId "${externalId}" is in this list twice.`,
    'Send each employee once.',
    'externalId',
  );

const keyReused = (externalId: string) =>
  [
    `This idempotencyKey was used before with another row for the externalId "${externalId}".`,
    'Use a new key for a new intention, or send exactly the first input again.',
  ] as const;

const raceLost = (): Refusal<ErrorCode> =>
  refuse(
    'VERSION_CONFLICT',
    `The employee was changed by somebody else ${ATTEMPTS} times in a row before this row could be written.`,
    'Read the employee again and send the row again.',
    'externalId',
  );
