import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import { invalidInput } from '../commands/refusals.ts';
import type { StartFacts } from './StartFacts.ts';

const MOST_RUNS = 99;
const MOST_EMPLOYEES = 100;

/** Refuses what contradicts itself, before anything is read. */
export function refusalOfInput({
  type,
  sequence,
  employeeIds,
  payDate,
  correctsRunId,
}: StartFacts): Refusal<ErrorCode> | undefined {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > MOST_RUNS)
    return invalidInput('sequence', sequence, 'a whole number from 1 to 99', 'Give 1 for the first run of a period.');
  if (type === 'REVERSAL')
    return refuse(
      'INVALID_INPUT',
      'A REVERSAL run is made by voidPayrollRun alone.',
      'Void the run that is to be taken back.',
      'type',
    );
  const [onlyOthersHave] = Object.entries({ employeeIds, payDate }).filter(([, value]) => value !== undefined);
  if (type === 'REGULAR' && onlyOthersHave)
    return invalidInput(
      onlyOthersHave[0],
      onlyOthersHave[1],
      'left out for a REGULAR run, which pays the whole group on the pay date of its period',
      'Use an OFF_CYCLE, BONUS, CORRECTION or TERMINATION run.',
    );
  if (correctsRunId !== undefined && type !== 'CORRECTION')
    return invalidInput('correctsRunId', correctsRunId, 'left out for every type but CORRECTION', 'Leave it out.');
  if (employeeIds && (employeeIds.length < 1 || employeeIds.length > MOST_EMPLOYEES))
    return invalidInput(
      'employeeIds',
      `${employeeIds.length} employees`,
      `1 to ${MOST_EMPLOYEES} employees`,
      'Divide them over several runs.',
    );
  if (!employeeIds && (type === 'TERMINATION' || (type === 'CORRECTION' && correctsRunId === undefined)))
    return invalidInput(
      'employeeIds',
      null,
      `a list of employees for a ${type} run`,
      type === 'CORRECTION' ? 'Name the employees, or the run by correctsRunId.' : 'Name the employees who leave.',
    );
  return undefined;
}
