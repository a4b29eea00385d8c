import { isDeepStrictEqual } from 'node:util';
import type { EmployeeInput } from '../clients/generated/schema.ts';
import { type PayrollError, refuse, type Result, succeed } from '../payroll/errors.ts';
import { countGroupChanges } from '../table/changes.ts';
import { getCompany, reserveEmployeePlaces } from '../table/company.ts';
import { type EmployeeRecord, employeeIdsOf, getEmployees, putEmployee } from '../table/employee.ts';
import { employeeIdAt } from '../table/employeeId.ts';
import { getPayGroup } from '../table/payGroup.ts';
import type { TransactItem } from '../table/transact.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/caller.ts';
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

interface UpsertEmployeesInput {
  employees: EmployeeInput[];
}

interface UpsertedEmployees {
  results: RowResult[];
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertEmployees: good rows are written together; each bad row is refused for itself. */
export const handler = async (event: MutationEvent<UpsertEmployeesInput>): Promise<UpsertedEmployees> => {
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
};

/** What a call remembers: what became of each row, and the pay groups in which somebody changed. */
interface UpsertedRows {
  results: RowResult[];
  payGroupIds: string[];
}

async function decide(
  { caller, input }: MutationEvent<UpsertEmployeesInput>,
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

  const seen = new Set<string>();
  const files = rows.map((row): Result<HandedIn> => {
    const problem = problemOf(row, seen, groups, current.get(ids.get(row.externalId) ?? ''));
    if (problem) return { ok: false, error: problem };
    seen.add(row.externalId);
    return handedIn(row);
  });
  // Only who is taken on takes a place: a refusal writes nothing.
  const newcomers = rows.filter(({ externalId }, index) => files[index]?.ok && !ids.has(externalId)).length;
  let place = newcomers > 0 ? await reserveEmployeePlaces(companyId, newcomers) : 0;
  const items: TransactItem[] = [];
  const payGroupIds = new Set<string>();
  const results = rows.map((row, index): RowResult => {
    const read = files[index] as Result<HandedIn>;
    if (!read.ok) return rowRefused(row.externalId, read.error);
    const { file, deposits } = read.value;
    const previous = current.get(ids.get(row.externalId) ?? '');
    const employeeId = previous?.employeeId ?? employeeIdAt(companyId, row.externalId, place++);
    const known = previous?.directDeposits ?? [];
    const sealed = deposits && vault ? sealDeposits(employeeId, deposits, known, vault) : [];
    const directDeposits = deposits ? sealed : known;
    const next: EmployeeRecord = {
      companyId,
      employeeId,
      externalId: row.externalId,
      payGroupId: row.payGroupId,
      givenName: row.givenName,
      familyName: row.familyName,
      hireDate: row.hireDate,
      ...(row.terminationDate ? { terminationDate: row.terminationDate } : {}),
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
    const outcome = previous ? 'UPDATED' : 'CREATED';
    return { externalId: row.externalId, outcome, employeeId, version: next.version, userErrors: [] };
  });
  // Counted before they are written: what is calculated already cannot be approved any more.
  await countGroupChanges(companyId, [...payGroupIds]);
  return { items, answer: { results, payGroupIds: [...payGroupIds] } };
}

/** What was handed in about an employee. */
interface HandedIn {
  file: EmployeeFile;
  /** Absent: net pay is divided as before. Empty: by check. */
  deposits?: OpenDeposit[];
}

function handedIn(row: EmployeeInput): Result<HandedIn> {
  const file = employeeFileOf(row);
  if (!file.ok) return file;
  if (!row.directDeposits) return succeed({ file: file.value });
  const deposits = directDepositsOf(row.directDeposits);
  return deposits.ok ? succeed({ file: file.value, deposits: deposits.value }) : deposits;
}

async function payGroupsOf(companyId: string, rows: EmployeeInput[]): Promise<Set<string>> {
  const ids = [...new Set(rows.map(({ payGroupId }) => payGroupId))];
  const found = await Promise.all(ids.map((payGroupId) => getPayGroup(companyId, payGroupId)));
  return new Set(found.flatMap((group) => (group ? [group.payGroupId] : [])));
}

function problemOf(
  row: EmployeeInput,
  seen: Set<string>,
  groups: Set<string>,
  previous: EmployeeRecord | undefined,
): PayrollError | undefined {
  if (seen.has(row.externalId))
    return refuse(
      'INVALID_INPUT',
      `externalId "${row.externalId}" comes twice in this list.`,
      'Send each employee once.',
      'externalId',
    ).error;
  if (!groups.has(row.payGroupId)) return payGroupNotFound(row.payGroupId).error;
  const expected = row.expectedVersion ?? undefined;
  if (expected !== undefined && expected !== (previous?.version ?? 0))
    return refuse(
      'VERSION_CONFLICT',
      `expectedVersion is ${expected}, but the employee is at version ${previous?.version ?? 0}.`,
      'Read the employee again and decide anew.',
      'expectedVersion',
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
