import { FailedPayrollRunItemsDocument, PayrollRunsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { type Money, minorUnitsOf, moneyOf } from '../format/minorUnits.ts';
import type { PayInput } from '../hours/PayInput.ts';
import { readInputs, readSheet } from '../hours/readSheet.ts';
import { lineName } from '../payslip/lineName.ts';
import type { Run } from '../run/Run.ts';
import type { PayPeriod } from './usePayPeriods.ts';

/** Somebody whom the run would pay, and what for. */
export interface PaidPerson {
  employeeId: string;
  name: string;
  what: string;
  amount: Money | undefined;
}

/** Above it, everybody of a group is not read for a look before the start. */
const MOST_READ = 2_000;

/** How many a run of named employees takes. */
export const MOST_NAMED = 100;

export interface RegularSummary {
  headcount: number;
  withoutHours: number;
}

/** How many a regular run pays, and how many of them have no hours; undefined for a company that is too large to read. */
export async function summarizeRegular(
  payGroupId: string,
  period: PayPeriod,
  employeeCount: number,
): Promise<RegularSummary | null> {
  if (employeeCount > MOST_READ) return null;
  let summary: RegularSummary = { headcount: 0, withoutHours: 0 };
  for await (const { employees, inputs } of readSheet(payGroupId, period))
    summary = {
      headcount: employees.length,
      withoutHours: employees.filter(
        ({ employeeId, compensation }) =>
          (compensation?.type === 'HOURLY' || compensation?.isOvertimeExempt === false) &&
          !inputs
            .get(employeeId)
            ?.parts.some(({ hoursWorked, hoursByDate }) => hoursWorked.length + hoursByDate.length > 0),
      ).length,
    };
  return summary;
}

/** Who has earnings that are entered for the off-cycle run of this sequence. */
export async function peopleOfSequence(payGroupId: string, period: PayPeriod, sequence: number): Promise<PaidPerson[]> {
  const inputs = await readInputs(payGroupId, period.startDate);
  return [...inputs.values()].flatMap((input) => {
    const earnings = earningsOf(input, sequence);
    if (earnings.length === 0) return [];
    const total = earnings.reduce((sum, { amount }) => sum + minorUnitsOf(amount), 0n);
    return [
      {
        employeeId: input.employeeId,
        name: input.employeeName,
        what: [...new Set(earnings.map(({ type }) => lineName(type)))].join(', '),
        amount: moneyOf(total, 'USD'),
      },
    ];
  });
}

const earningsOf = ({ parts }: PayInput, sequence: number) =>
  parts.flatMap(({ earnings }) => earnings.filter((earning) => earning.offCycleSequence === sequence));

/** Whom a run could not calculate, as many as one run takes. */
export async function failedOf(runId: string): Promise<PaidPerson[]> {
  const { failedPayrollRunItems } = await execute(FailedPayrollRunItemsDocument, { runId, first: MOST_NAMED });
  return (failedPayrollRunItems?.nodes ?? []).map(({ employeeId, employeeName, error }) => ({
    employeeId,
    name: employeeName,
    what: `Not paid: ${error?.code ?? 'unknown'}`,
    amount: undefined,
  }));
}

/** Who leaves in the period. */
export async function leaversOf(payGroupId: string, period: PayPeriod): Promise<PaidPerson[]> {
  let people: PaidPerson[] = [];
  for await (const { employees } of readSheet(payGroupId, period))
    people = employees
      .filter(({ terminationDate }) => terminationDate != null && terminationDate <= period.endDate)
      .map(({ employeeId, givenName, familyName, terminationDate }) => ({
        employeeId,
        name: `${givenName} ${familyName}`,
        what: `Last day ${terminationDate}`,
        amount: undefined,
      }));
  return people;
}

/** The latest runs of a group, of every type. */
export async function runsOfGroup(payGroupId: string): Promise<Run[]> {
  const { payrollRuns } = await execute(PayrollRunsDocument, { first: 100 });
  return (payrollRuns?.nodes ?? []).filter((run) => run.payGroupId === payGroupId);
}

/** The first sequence that no run of these types has: off-cycle and bonus runs share theirs. */
export function nextSequence(runs: readonly Run[], types: readonly string[]): number {
  const taken = runs.filter(({ type }) => types.includes(type)).map(({ sequence }) => sequence);
  return Math.max(0, ...taken) + 1;
}
