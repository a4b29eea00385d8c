import { isEmployedIn } from '../../payroll/employment.ts';
import type { EnteredNotPaid } from '../../payroll/enteredNotPaid.ts';
import { sequencesOf } from '../../payroll/EnteredPay.ts';
import type { CompanyRecord } from '../../table/company.ts';
import { type RosterMember, rosterOf } from '../../table/employee.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import {
  enteredOf,
  type InputPart,
  inputsOfBucket,
  inputVersionsOf,
  readablePartsOf,
} from '../../table/payrollInput.ts';
import type { RosterEntry } from '../../workflows/payrollRun.ts';
import { employeesPaidByCorrection } from './employeesPaidByCorrection.ts';
import { employeesPaidByTermination } from './employeesPaidByTermination.ts';
import { employeesToCorrect } from './employeesToCorrect.ts';
import { NotPaidInputs } from './NotPaidInputs.ts';
import { regularPayCorrected, regularPayOwed } from './regularPayOwed.ts';

/** Who is in a run, at which versions, and how many people the company employs in its period. */
export interface FrozenRoster {
  /** In the order of employee ids. */
  entries: RosterEntry[];
  headcount: number;
  /** Of an off-cycle run or a correction: those who get the salary and hours of the period by it. */
  regularPayIds: ReadonlySet<string>;
  /** What was entered for the period and is not in the run. */
  enteredNotPaid: EnteredNotPaid[];
}

/**
 * Reads who is in a run as it is now. A regular run pays who is employed in its period, but for those whose pay of it a
 * termination run or a correction paid; every other run pays whom it names, or else who has earnings for it, employed or not: last year's bonus
 * is owed to who has left. Once the regular run is approved, an off-cycle run pays regular pay to those whom it names and no
 * run paid; one that names nobody, and for which nothing is entered, to all who failed in the regular run.
 */
export async function freezeRoster(run: RunRecord, company: CompanyRecord): Promise<FrozenRoster> {
  const { companyId, payGroupId, type, sequence, period } = run;
  const startDate = period.startDate;
  const isRegular = type === 'REGULAR';
  const [owed, named, ...paid] = await Promise.all([
    regularPayIn(run),
    namedEmployees(run),
    isRegular ? employeesPaidByTermination({ companyId, payGroupId, periodStartDate: startDate }) : undefined,
    isRegular ? employeesPaidByCorrection(run) : undefined,
  ]);
  const isIn = (member: RosterMember) =>
    member.payGroupId === payGroupId &&
    (isRegular ? isEmployed(member) && !isPaid(member) : !named || named.has(member.employeeId));
  const isPaid = ({ employeeId }: RosterMember) => paid.some((employees) => employees?.has(employeeId));
  const isEmployed = (member: RosterMember) => isEmployedIn(member, period);

  const entries: RosterEntry[] = [];
  const owedEntries: RosterEntry[] = [];
  const notPaid = new NotPaidInputs(run);
  let headcount = 0;
  for await (const { bucket, employees } of rosterOf(companyId, company.employeeSequence)) {
    headcount += employees.filter(isEmployed).length;
    const members = employees.filter(isIn);
    const inputVersions = new Map<string, number>();
    const owedInputs = new Map<string, number>();
    if (!paysWholePeriod(type)) {
      if (members.length === 0) continue;
      for (const [employeeId, version] of await inputVersionsOf(companyId, bucket, payGroupId, startDate))
        inputVersions.set(employeeId, version);
    } else {
      // Also where nobody is in the group: somebody may have left it after the entry.
      const byId = new Map(employees.map((employee) => [employee.employeeId, employee]));
      for (const input of await inputsOfBucket(companyId, bucket, payGroupId, period)) {
        const employee = byId.get(input.employeeId);
        if (!employee) continue;
        notPaid.look(input, employee, isIn(employee), isPaid(employee));
        const isOfRun =
          input.periodStartDate === startDate &&
          (isRegular ||
            named !== undefined ||
            (readablePartsOf(input)?.some((part) => hasSequence(part, sequence)) ?? true));
        if (isOfRun) inputVersions.set(input.employeeId, input.version);
        else if (owed.has(input.employeeId) && input.periodStartDate === startDate)
          owedInputs.set(input.employeeId, input.version);
      }
    }
    for (const { employeeId, version } of members)
      if (isRegular || named || inputVersions.has(employeeId))
        entries.push([employeeId, version, inputVersions.get(employeeId) ?? 0]);
    for (const member of employees)
      if (owed.has(member.employeeId) && isIn(member) && isEmployed(member)) {
        const { employeeId, version } = member;
        owedEntries.push([employeeId, version, inputVersions.get(employeeId) ?? owedInputs.get(employeeId) ?? 0]);
      }
  }
  const paysOwed = named !== undefined || entries.length === 0;
  return {
    entries: entries.length === 0 ? owedEntries : entries,
    headcount,
    regularPayIds: new Set(paysOwed ? owedEntries.map(([employeeId]) => employeeId) : []),
    enteredNotPaid: await notPaid.result(),
  };
}

/** To whom a run that is not regular pays regular pay. */
async function regularPayIn(run: RunRecord): Promise<ReadonlySet<string>> {
  if (run.type === 'OFF_CYCLE') return regularPayOwed(run);
  return run.type === 'CORRECTION' ? regularPayCorrected(run) : new Set();
}

/** Runs that answer for everything that was entered for them; the others pay named employees out of another run's period. */
const paysWholePeriod = (type: RunRecord['type']): boolean =>
  type === 'REGULAR' || type === 'OFF_CYCLE' || type === 'BONUS';

const hasSequence = (part: InputPart, sequence: number): boolean => sequencesOf(enteredOf(part)).includes(sequence);

/** Whom a run names; a correction, of these only whom it may pay. Nothing where it takes everybody with something to be paid. */
const namedEmployees = async (run: RunRecord): Promise<ReadonlySet<string> | undefined> =>
  (await employeesToCorrect(run)) ?? (run.employeeIds && new Set(run.employeeIds));
