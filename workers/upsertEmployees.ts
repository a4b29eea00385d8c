import type { EmployeeInput } from '../clients/generated/schema.ts';
import { type PayrollError, refuse, type Result } from '../payroll/errors.ts';
import { getCompany, reserveEmployeePlaces } from '../table/company.ts';
import { type EmployeeRecord, employeeIdsOf, getEmployees, putEmployee } from '../table/employee.ts';
import { employeeIdAt } from '../table/employeeId.ts';
import { getPayGroup } from '../table/payGroup.ts';
import type { TransactItem } from '../table/transact.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/caller.ts';
import { type EmployeeFile, employeeFileOf } from './commands/employeeFile/employeeFileOf.ts';
import { companyNotFound, invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { type RowResult, rowRefused } from './commands/rows.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

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
  const outcome = await answerOnce(event, Date.now(), () => decide(event));
  if (outcome.error) return { results: [], replayed: false, userErrors: [userErrorOf(outcome.error)] };
  return { results: outcome.answer, replayed: outcome.replayed, userErrors: [] };
};

async function decide({ caller, input }: MutationEvent<UpsertEmployeesInput>): Promise<Decision<RowResult[]>> {
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
  const files = rows.map((row): Result<EmployeeFile> => {
    const problem = problemOf(row, seen, groups, current.get(ids.get(row.externalId) ?? ''));
    if (problem) return { ok: false, error: problem };
    seen.add(row.externalId);
    return employeeFileOf(row);
  });
  // Only who is taken on takes a place: a refusal writes nothing.
  const newcomers = rows.filter(({ externalId }, index) => files[index]?.ok && !ids.has(externalId)).length;
  let place = newcomers > 0 ? await reserveEmployeePlaces(companyId, newcomers) : 0;
  const items: TransactItem[] = [];
  const results = rows.map((row, index): RowResult => {
    const file = files[index] as Result<EmployeeFile>;
    if (!file.ok) return rowRefused(row.externalId, file.error);
    const previous = current.get(ids.get(row.externalId) ?? '');
    const employeeId = previous?.employeeId ?? employeeIdAt(companyId, row.externalId, place++);
    const next: EmployeeRecord = {
      companyId,
      employeeId,
      externalId: row.externalId,
      payGroupId: row.payGroupId,
      givenName: row.givenName,
      familyName: row.familyName,
      hireDate: row.hireDate,
      ...(row.terminationDate ? { terminationDate: row.terminationDate } : {}),
      profile: JSON.stringify({ employeeId, ...file.value }),
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
    const outcome = previous ? 'UPDATED' : 'CREATED';
    return { externalId: row.externalId, outcome, employeeId, version: next.version, userErrors: [] };
  });
  return { items, answer: results };
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
const isSame = (previous: EmployeeRecord, next: EmployeeRecord) => FACTS.every((fact) => previous[fact] === next[fact]);

const FACTS = [
  'payGroupId',
  'givenName',
  'familyName',
  'hireDate',
  'terminationDate',
  'profile',
] as const satisfies readonly (keyof EmployeeRecord)[];
