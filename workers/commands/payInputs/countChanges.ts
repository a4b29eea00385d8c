import { refuse } from '../../../payroll/errors.ts';
import { atOnce } from '../../../table/atOnce.ts';
import { countPeriodChange } from '../../../table/changes.ts';
import { findRunItem } from '../../../table/runItem.ts';
import { leftOutOf } from '../../preparation/regularPayOwed.ts';
import { employeesPaidByTermination } from '../../preparation/employeesPaidByTermination.ts';
import { rowRefused } from '../rows.ts';
import { changedSequences, type InputRow, regularPart } from './InputRow.ts';
import { type PeriodOfGroup, type SequenceState, sequenceStatesOf } from './sequenceStatesOf.ts';

const EMPLOYEES_AT_ONCE = 8;

/**
 * Counts the changes before they are written: what is calculated already cannot be approved any more. Then refuses the rows
 * that change what an approved run paid: the regular run, a termination run, or the off-cycle run of a sequence; but not for
 * employees whom that run left out, or whose pay of it was reversed and who are to be paid by a correction.
 */
export async function countChanges(
  period: PeriodOfGroup,
  rows: readonly InputRow[],
  editors: readonly string[],
): Promise<InputRow[]> {
  const changesRegular = rows.map(({ change }) => change && regularPart(change.next) !== regularPart(change.previous));
  const isRegularChanged = changesRegular.includes(true);
  const paidBy = isRegularChanged ? await countPeriodChange(period, true, editors) : undefined;
  const isCounted = isRegularChanged && paidBy === undefined;
  if (!isCounted && rows.some(({ change }) => change)) await countPeriodChange(period, false, editors);

  // After the count: a run that is approved later finds its inputs changed.
  const owed = await owedOf(period, paidBy, rows, changesRegular);
  const paidByTermination = isCounted ? await employeesPaidByTermination(period) : undefined;
  const sequences = rows.map(({ change }) => (change ? changedSequences(change) : []));
  const states = await sequenceStatesOf(period, [...new Set(sequences.flat())]);
  return atOnce(
    EMPLOYEES_AT_ONCE,
    rows.map((row, index) => ({ row, index })),
    async ({ row, index }) => {
      const { externalId, employeeId = '' } = row.result;
      if (changesRegular[index]) {
        if (paidBy !== undefined && !owed.has(employeeId) && !(await isTakenBack(period, paidBy, employeeId)))
          return { result: rowRefused(externalId, periodClosed(period, paidBy)) };
        if (paidByTermination?.has(employeeId)) return { result: rowRefused(externalId, paidAtTermination(period)) };
      }
      for (const sequence of sequences[index] ?? []) {
        const state = states.get(sequence);
        if (!state?.isClosed || (state.run && (await isTakenBack(period, state.run.runId, employeeId)))) continue;
        return { result: rowRefused(externalId, sequenceClosed(sequence, state)) };
      }
      return row;
    },
  );
}

/** Those of the rows' employees whom the approved regular run left out: an off-cycle run pays what is entered for them. */
async function owedOf(
  period: PeriodOfGroup,
  paidBy: string | undefined,
  rows: readonly InputRow[],
  changesRegular: readonly (boolean | undefined)[],
): Promise<ReadonlySet<string>> {
  if (paidBy === undefined) return new Set();
  const changed = rows.flatMap(({ result }, index) => (changesRegular[index] ? [result.employeeId ?? ''] : []));
  return leftOutOf(period, paidBy, changed);
}

/** Whether an employee's payslip of a run was reversed: a correction pays it again. */
async function isTakenBack({ companyId }: PeriodOfGroup, runId: string, employeeId: string): Promise<boolean> {
  const item = await findRunItem(companyId, runId, employeeId);
  return item?.status === 'CALCULATED' && item.reversedByRunId !== undefined;
}

const periodClosed = ({ periodStartDate }: PeriodOfGroup, runId: string) =>
  refuse(
    'PERIOD_CLOSED',
    `The period from ${periodStartDate} is paid by run "${runId}", which is approved.`,
    'Enter what is missing as earnings with an offCycleSequence, or for the next period. Hours of employees whom that run did not pay can still be entered; an OFF_CYCLE run that names them pays those.',
    'periodStartDate',
  ).error;

const paidAtTermination = ({ periodStartDate }: PeriodOfGroup) =>
  refuse(
    'PERIOD_CLOSED',
    `The period from ${periodStartDate} is paid to this employee by a termination run, which is approved.`,
    'Enter what is missing as earnings with an offCycleSequence.',
    'periodStartDate',
  ).error;

const sequenceClosed = (sequence: number, { run }: SequenceState) =>
  refuse(
    'SEQUENCE_CLOSED',
    `Off-cycle run ${sequence} of the period is "${run?.runId}", which is ${run?.status}: it does not pay what is entered or changed now.`,
    'Use an offCycleSequence that no run of the period has, and leave the earnings of this one as they were.',
    'earnings',
  ).error;
