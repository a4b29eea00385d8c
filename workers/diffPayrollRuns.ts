import type { ControlTotals, EmployeeDifference, RunDifference } from '../clients/generated/schema.ts';
import { diffPayslips, type PayslipDifference } from '../payroll/comparison/diffPayslips.ts';
import { lineChangesOf } from '../payroll/comparison/lineChanges.ts';
import { type ErrorCode, refuse, type Result, succeed } from '../payroll/errors.ts';
import type { Payslip } from '../payroll/Payslip.ts';
import { decodePayslip } from '../payroll/payslipCodec.ts';
import { isCalculated } from '../payroll/runStatus.ts';
import { getRun, lastCommittedRunBefore, type RunRecord, type RunTotals } from '../table/payrollRun.ts';
import { moneyOf } from './answers/moneyOf.ts';
import { readInput } from './commands/readInput.ts';
import { runNotFound } from './commands/refusals.ts';
import { userErrorOf } from './commands/userErrors.ts';
import { changedFactsOf } from './difference/changedFactsOf.ts';
import { type EmployeeOfRun, employeesOfRun } from './difference/employeesOfRun.ts';
import { type EmployeePair, pairEmployees } from './difference/pairEmployees.ts';

interface DiffPayrollRunsEvent {
  companyId: string;
  runId: string;
  againstRunId: string | null;
  first: number;
  /** The last employee of the page before. */
  afterId: string;
}

type DifferencePage = Omit<RunDifference, 'pageInfo' | 'userErrors'> & {
  /** Where the next page begins; null on the last one. */
  endId: string | null;
  userErrors: ReturnType<typeof userErrorOf>[];
};

/** How many employees a call looks at: a page ends there even if hardly anybody changed. */
const MOST_EXAMINED = 2000;
const EXAMINED_AT_ONCE = 100;

/** Query.diffPayrollRuns: compares two runs employee by employee, and says why each line changed. */
export const handler = async (event: DiffPayrollRunsEvent): Promise<DifferencePage> => {
  const { companyId, runId, againstRunId, first, afterId } = event;
  const read = readInput('QueryDiffPayrollRunsArgs', { runId, againstRunId, first });
  const runs = read.ok ? await runsToCompare(event) : read;
  if (!runs.ok) return { ...NOTHING, runId, userErrors: [userErrorOf(runs.error)] };
  const { run, against } = runs.value;
  const employees: EmployeeDifference[] = [];
  let examined = 0;
  let endId: string | null = null;
  for await (const pairs of chunksOf(walk(run, against, afterId))) {
    examined += pairs.length;
    employees.push(...(await differencesOf(companyId, pairs)));
    const isFull = pairs.length === EXAMINED_AT_ONCE;
    if (employees.length > first) endId = employees[first - 1]?.employeeId ?? null;
    else if (isFull && (employees.length === first || examined >= MOST_EXAMINED))
      endId = pairs.at(-1)?.employeeId ?? null;
    if (endId !== null) break;
  }
  return {
    runId,
    againstRunId: against?.runId ?? null,
    before: totalsOf(against?.totals),
    after: totalsOf(run.totals),
    employees: employees.slice(0, first),
    endId,
    userErrors: [],
  };
};

const NOTHING = { againstRunId: null, before: null, after: null, employees: [], endId: null };

async function runsToCompare({
  companyId,
  runId,
  againstRunId,
}: DiffPayrollRunsEvent): Promise<Result<{ run: RunRecord; against: RunRecord | undefined }, ErrorCode>> {
  const run = await getRun(companyId, runId);
  if (!run) return runNotFound(runId);
  if (againstRunId === null) {
    const notYet = notCalculated(run);
    return notYet ?? succeed({ run, against: await lastCommittedRunBefore(run) });
  }
  const against = await getRun(companyId, againstRunId);
  if (!against) return runNotFound(againstRunId);
  return notCalculated(run) ?? notCalculated(against) ?? succeed({ run, against });
}

const notCalculated = ({ runId, status }: RunRecord) =>
  isCalculated(status)
    ? undefined
    : refuse(
        'INVALID_STATE',
        `Run ${runId} is ${status}; it has no payslips that could be compared.`,
        'Wait until it is calculated.',
        'runId',
      );

const walk = (run: RunRecord, against: RunRecord | undefined, afterId: string) =>
  pairEmployees(against ? employeesOfRun(against, afterId) : nobody(), employeesOfRun(run, afterId));

async function* nobody(): AsyncGenerator<EmployeeOfRun> {}

async function* chunksOf(pairs: AsyncGenerator<EmployeePair>): AsyncGenerator<EmployeePair[]> {
  let chunk: EmployeePair[] = [];
  for await (const pair of pairs) {
    chunk.push(pair);
    if (chunk.length < EXAMINED_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const payslipOf = (employee: EmployeeOfRun | undefined): Payslip | undefined =>
  employee?.item.status === 'CALCULATED' ? decodePayslip(employee.item.payslip) : undefined;

async function differencesOf(companyId: string, pairs: readonly EmployeePair[]): Promise<EmployeeDifference[]> {
  const payslips = pairs.map((pair) => ({ pair, before: payslipOf(pair.before), after: payslipOf(pair.after) }));
  const changed = payslips.filter(({ before, after }) => lineChangesOf(before, after).length > 0);
  // Only of those whose pay changed is it asked why.
  const onBoth = changed.filter(({ before, after }) => before && after).map(({ pair }) => pair);
  const facts = await changedFactsOf(companyId, onBoth);
  return changed.map(({ pair, before, after }) => {
    const item = pair.after?.item ?? pair.before?.item;
    return differenceOf(diffPayslips(before, after, facts.get(pair.employeeId) ?? UNCHANGED), item?.employeeName ?? '');
  });
}

const UNCHANGED = { isEmployeeRecordChanged: false, isInputChanged: false };

const differenceOf = (
  { employeeId, before, after, lines }: PayslipDifference,
  employeeName: string,
): EmployeeDifference => ({
  employeeId,
  employeeName,
  netPayBefore: moneyOf(before?.netPayCents ?? 0),
  netPayAfter: moneyOf(after?.netPayCents ?? 0),
  lines: lines.map(({ kind, code, beforeCents, afterCents, changeCents, cause }) => ({
    kind,
    code,
    before: moneyOf(beforeCents),
    after: moneyOf(afterCents),
    change: moneyOf(changeCents),
    cause,
  })),
});

const totalsOf = (totals: RunTotals | undefined): ControlTotals | null =>
  totals
    ? {
        grossPay: moneyOf(totals.grossPayCents),
        employeeTaxes: moneyOf(totals.employeeTaxesCents),
        deductions: moneyOf(totals.deductionsCents),
        reimbursements: moneyOf(totals.reimbursementsCents),
        netPay: moneyOf(totals.netPayCents),
        employerTaxes: moneyOf(totals.employerTaxesCents),
      }
    : null;
