import type { EmployeeInput } from '../../generated/schema.ts';
import { cellsOfEmployee } from './cellsOfEmployee.ts';
import type { EmployeeColumn } from './employeeColumns.ts';
import { type EmployeeFacts, type EmployeeOnFile, factsOf } from './EmployeeOnFile.ts';
import { employeeOfRow } from './employeeOfRow.ts';
import type { EmployeesFile, EmployeeRow } from './readEmployeesCsv.ts';
import { twinIds, twinsOf } from './repeatedIds.ts';
import type { RowProblem } from './RowProblem.ts';
import { tooLargeRow } from './tooLargeRow.ts';

/** What becomes of one value: `to` is absent for one that goes. Account numbers are masked. */
export interface EmployeeChange {
  column: EmployeeColumn;
  from?: string;
  to?: string;
}

/** What a row of a file will do. */
export interface PlannedEmployee extends EmployeeRow {
  outcome: 'CREATE' | 'CHANGE' | 'NONE' | 'PROBLEM';
  changes: readonly EmployeeChange[];
  /** What is sent. Absent with a problem, and where nothing changes. */
  employee?: EmployeeInput;
}

export interface EmployeeImportPlan {
  headings: readonly string[];
  rows: readonly PlannedEmployee[];
  /** Of the file as a whole: nothing of it can be read. */
  problems: readonly RowProblem[];
  /** What is probably a mistake and can be meant: somebody should answer before anything is sent. */
  questions: readonly RowProblem[];
}

/**
 * Compares a file with what is on file. Each row is sent with the version that it was compared with, so that a change that
 * somebody makes meanwhile is not overwritten unseen.
 */
export function planEmployeeImport(
  { headings, rows, problems, questions }: EmployeesFile,
  onFile: ReadonlyMap<string, EmployeeOnFile>,
  idsOnFile: Iterable<string> = onFile.keys(),
): EmployeeImportPlan {
  const newcomers = rows.filter(({ externalId }) => !onFile.has(externalId));
  const known = new Set(questions.map(({ line }) => line));
  const recorded = [...idsOnFile];
  const distinctFrom = twinsOf(
    newcomers.map(({ externalId }) => externalId),
    recorded,
  );
  const twins = twinIds(newcomers, recorded).filter(({ line }) => !known.has(line));
  return {
    headings,
    problems,
    questions: [...questions, ...twins].sort((one, other) => one.line - other.line),
    rows: rows.map((row) => planned(row, onFile.get(row.externalId), distinctFrom.get(row.externalId))),
  };
}

/** @param twins who looks like this newcomer: a file is sent only once somebody answered that they are other people */
function planned(
  row: EmployeeRow,
  before: EmployeeOnFile | undefined,
  twins: readonly string[] | undefined,
): PlannedEmployee {
  if (row.problems.length > 0) return { ...row, outcome: 'PROBLEM', changes: [] };
  const recorded = before && factsOf(before);
  const cells = row.cells.again();
  const input = employeeOfRow(cells, recorded);
  const large = tooLargeRow(input);
  const problems = [
    ...cells.problems,
    ...(large ? [{ line: row.line, column: '', message: `Line ${row.line} ${large}` }] : []),
  ];
  const named = {
    ...row,
    givenName: row.givenName || (before?.givenName ?? ''),
    familyName: row.familyName || (before?.familyName ?? ''),
  };
  if (problems.length > 0) return { ...named, problems, outcome: 'PROBLEM', changes: [] };
  const changes = changesBetween(recorded, patched(recorded, input));
  const employee = { ...input, ...(twins ? { distinctFrom: [...twins] } : {}), expectedVersion: before?.version ?? 0 };
  // A number that ends as the recorded one may still be another: the service compares them.
  // A row with a day may record what holds later, however it compares with today.
  const isDated = input.effectiveFrom !== undefined;
  const isSent = changes.length > 0 || isDated || (input.directDeposits?.length ?? 0) > 0;
  const outcome = changes.length === 0 && !isDated ? 'NONE' : before ? 'CHANGE' : 'CREATE';
  return { ...named, outcome, changes, ...(isSent ? { employee } : {}) };
}

/** What is recorded after an input, by the rules of `upsertEmployees`. */
function patched(recorded: EmployeeFacts | undefined, { clear, ...input }: EmployeeInput): EmployeeFacts {
  const cleared = new Set(clear);
  const left: EmployeeFacts = { ...(recorded ?? { externalId: input.externalId }) };
  if (cleared.has('TERMINATION_DATE')) delete left.terminationDate;
  if (cleared.has('BIRTH_DATE')) delete left.birthDate;
  if (cleared.has('COMPENSATION')) delete left.compensation;
  if (cleared.has('COVERED_HOURS') && left.compensation)
    left.compensation = { ...left.compensation, coveredHours: null };
  const givesForm = input.taxProfile ?? input.taxProfileBefore2020 ?? input.noTaxProfile;
  if (cleared.has('TAX_PROFILE') || givesForm) {
    delete left.taxProfile;
    delete left.taxProfileBefore2020;
    delete left.noTaxProfile;
  }
  const { compensation } = input;
  const paid = left.compensation;
  return {
    ...left,
    ...input,
    homeState: input.homeState ?? left.homeState ?? input.workState ?? null,
    ...(compensation
      ? { compensation: paid && paid.type === compensation.type ? { ...paid, ...compensation } : compensation }
      : {}),
  };
}

function changesBetween(before: EmployeeFacts | undefined, after: EmployeeFacts): EmployeeChange[] {
  const from = before ? cellsOfEmployee(before) : new Map<EmployeeColumn, string>();
  const to = cellsOfEmployee(after);
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((column): EmployeeChange[] => {
    const [old, fresh] = [from.get(column), to.get(column)];
    if (old === fresh) return [];
    return [{ column, ...(old === undefined ? {} : { from: old }), ...(fresh === undefined ? {} : { to: fresh }) }];
  });
}
