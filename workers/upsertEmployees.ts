import { isDeepStrictEqual } from 'node:util';
import type { EmployeeInput } from '../clients/generated/schema.ts';
import { type PayrollError, refuse, type Result, succeed } from '../payroll/errors.ts';
import { countGroupChanges, getGroupChanges, leaveGroupItem, unpostedRunsOf } from '../table/changes.ts';
import { getCompany, reserveEmployeePlaces } from '../table/company.ts';
import { type EmployeeRecord, employeeIdsOf, getEmployees, putEmployee } from '../table/employee.ts';
import { employeeIdAt } from '../table/employeeId.ts';
import { getPayGroup } from '../table/payGroup.ts';
import type { TransactItem } from '../table/transact.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { directDepositsOf, type OpenDeposit } from './commands/employeeFile/directDepositsOf.ts';
import { type EmployeeFile, employeeFileOf } from './commands/employeeFile/employeeFileOf.ts';
import { sealDeposits } from './commands/employeeFile/sealDeposits.ts';
import { withoutAccountNumbers } from './commands/employeeFile/withoutAccountNumbers.ts';
import { companyNotFound, invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { type RowResult, rowRefused } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import type { AccountVault } from './secrets/AccountVault.ts';
import { openVault } from './secrets/openVault.ts';

/** Three writes an employee at the most, and the record of the command, stay within one transaction of 100. */
const EMPLOYEES_PER_CALL = 25;

interface UpsertedEmployees {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertEmployees: good rows are written together; each bad row is refused for itself. */
export const handler = mutationHandler(
  async (event: MutationEvent<'upsertEmployees'>): Promise<UpsertedEmployees> => {
    const nowMs = Date.now();
    const { employees } = event.input;
    const hasAccounts = employees.some(({ directDeposits }) => directDeposits?.length);
    const vault = hasAccounts ? await openVault(event.caller.companyId, nowMs) : undefined;
    const recorded = vault ? employees.map((employee) => withoutAccountNumbers(employee, vault)) : employees;
    const command = { ...event, input: { ...event.input, employees: recorded } };
    const outcome = await answerOnce(command, nowMs, () => decide(event, vault));
    if (outcome.error) return { results: [], replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const { results, payGroupIds } = outcome.answer;
    // Counted once more: a run may have frozen its inputs between the first count and the writes.
    await countGroupChanges(event.caller.companyId, payGroupIds);
    return { results, replayed: outcome.replayed, userErrors: [] };
  },
  { results: [] },
);

/** What a call remembers: what became of each row, and the pay groups in which somebody changed. */
interface UpsertedRows {
  results: RowResult[];
  payGroupIds: string[];
}

async function decide(
  { caller, input }: MutationEvent<'upsertEmployees'>,
  vault: AccountVault | undefined,
): Promise<Decision<UpsertedRows>> {
  const { companyId } = caller;
  const rows = input.employees;
  if (rows.length < 1 || rows.length > EMPLOYEES_PER_CALL)
    return invalidInput('employees', rows.length, `a list of 1 to ${EMPLOYEES_PER_CALL}`, 'Split the list.');
  const [company, ids] = await Promise.all([
    getCompany(companyId),
    employeeIdsOf(
      companyId,
      rows.map(({ externalId }) => externalId),
    ),
  ]);
  if (!company) return companyNotFound(companyId);
  const [current, groups] = await Promise.all([
    getEmployees(companyId, [...ids.values()]),
    payGroupsOf(companyId, rows),
  ]);
  const previousOf = ({ externalId }: EmployeeInput) => current.get(ids.get(externalId) ?? '');
  const unpostedRuns = await unpostedRunsLeft(companyId, rows, previousOf);

  const seen = new Set<string>();
  const files = rows.map((row): Result<HandedIn> => {
    const previous = previousOf(row);
    const problem = problemOf(row, seen, groups, unpostedRuns, previous);
    if (problem) return { ok: false, error: problem };
    seen.add(row.externalId);
    return handedIn(row, previous);
  });
  // Only who is taken on takes a place: a refusal writes nothing.
  const newcomers = rows.filter(({ externalId }, index) => files[index]?.ok && !ids.has(externalId)).length;
  let place = newcomers > 0 ? await reserveEmployeePlaces(companyId, newcomers) : 0;
  const items: TransactItem[] = [];
  const payGroupIds = new Set<string>();
  const leftGroupIds = new Set<string>();
  const results = rows.map((row, index): RowResult => {
    const read = files[index] as Result<HandedIn>;
    if (!read.ok) return rowRefused(row.externalId, read.error);
    const { file, deposits } = read.value;
    const previous = previousOf(row);
    const employeeId = previous?.employeeId ?? employeeIdAt(companyId, row.externalId, place++);
    const known = previous?.directDeposits ?? [];
    const sealed = deposits && vault ? sealDeposits(employeeId, deposits, known, vault) : [];
    const directDeposits = deposits ? sealed : known;
    const next: EmployeeRecord = {
      companyId,
      employeeId,
      externalId: row.externalId,
      payGroupId: row.payGroupId ?? previous?.payGroupId ?? '',
      givenName: row.givenName ?? previous?.givenName ?? '',
      familyName: row.familyName ?? previous?.familyName ?? '',
      hireDate: file.hireDate,
      ...(file.terminationDate ? { terminationDate: file.terminationDate } : {}),
      profile: JSON.stringify({ employeeId, ...file }),
      ...(directDeposits.length > 0 ? { directDeposits } : {}),
      version: (previous?.version ?? 0) + 1,
    };
    if (previous && isSame(previous, next))
      return {
        externalId: row.externalId,
        outcome: 'UNCHANGED',
        employeeId,
        version: previous.version,
        userErrors: [],
      };
    items.push(...putEmployee(next, previous));
    payGroupIds.add(next.payGroupId).add(previous?.payGroupId ?? next.payGroupId);
    if (isMoved(row, previous)) leftGroupIds.add(previous.payGroupId);
    const outcome = previous ? 'UPDATED' : 'CREATED';
    return { externalId: row.externalId, outcome, employeeId, version: next.version, userErrors: [] };
  });
  const isRefused = results.some(({ outcome }) => outcome === 'REFUSED');
  if (items.length === 0 && isRefused) return { nothing: { results, payGroupIds: [] } };
  // Counted before they are written: what is calculated already cannot be approved any more.
  await countGroupChanges(companyId, [...payGroupIds]);
  const left = [...leftGroupIds].map((payGroupId) => leaveGroupItem(companyId, payGroupId));
  return { items: [...items, ...left], answer: { results, payGroupIds: [...payGroupIds] } };
}

/** Whether a row takes an employee out of the pay group. */
const isMoved = (row: EmployeeInput, previous: EmployeeRecord | undefined): previous is EmployeeRecord =>
  previous !== undefined && isGiven(row.payGroupId) && previous.payGroupId !== row.payGroupId;

const isGiven = (id: string | null | undefined): id is string => id !== undefined && id !== null;

/** By pay group that rows take employees out of: the run of it that is approved and not posted. */
async function unpostedRunsLeft(
  companyId: string,
  rows: readonly EmployeeInput[],
  previousOf: (row: EmployeeInput) => EmployeeRecord | undefined,
): Promise<Map<string, string>> {
  const left = rows.flatMap((row) => {
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

function handedIn(row: EmployeeInput, previous: EmployeeRecord | undefined): Result<HandedIn> {
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

async function payGroupsOf(companyId: string, rows: EmployeeInput[]): Promise<Set<string>> {
  const ids = new Set(rows.flatMap(({ payGroupId }) => (isGiven(payGroupId) ? [payGroupId] : [])));
  const found = await Promise.all([...ids].map((payGroupId) => getPayGroup(companyId, payGroupId)));
  return new Set(found.flatMap((group) => (group ? [group.payGroupId] : [])));
}

function problemOf(
  row: EmployeeInput,
  seen: Set<string>,
  groups: Set<string>,
  unpostedRuns: ReadonlyMap<string, string>,
  previous: EmployeeRecord | undefined,
): PayrollError | undefined {
  if (seen.has(row.externalId))
    return refuse(
      'INVALID_INPUT',
      `externalId "${row.externalId}" comes twice in this list.`,
      'Send each employee once.',
      'externalId',
    ).error;
  if (isGiven(row.payGroupId) && !groups.has(row.payGroupId)) return payGroupNotFound(row.payGroupId).error;
  const expected = row.expectedVersion ?? undefined;
  if (expected !== undefined && expected !== (previous?.version ?? 0))
    return refuse(
      'VERSION_CONFLICT',
      `expectedVersion is ${expected}, but the employee is at version ${previous?.version ?? 0}.`,
      'Read the employee again and decide anew.',
      'expectedVersion',
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
