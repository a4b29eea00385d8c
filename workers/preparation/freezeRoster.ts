import type { CompanyRecord } from '../../table/company.ts';
import { type RosterMember, rosterOf } from '../../table/employee.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { inputVersionsOf, offCycleInputVersionsOf } from '../../table/payrollInput.ts';
import type { RosterEntry } from '../../workflows/payrollRun.ts';
import { employeesPaidByCorrection } from './employeesPaidByCorrection.ts';
import { employeesPaidByTermination } from './employeesPaidByTermination.ts';
import { employeesToCorrect } from './employeesToCorrect.ts';
import { isEmployedIn } from './isEmployedIn.ts';

/** Who is in a run, at which versions, and how many people the company employs in its period. */
export interface FrozenRoster {
  /** In the order of employee ids. */
  entries: RosterEntry[];
  headcount: number;
}

/**
 * Reads who is in a run as it is now. A regular run pays who is employed in its period, but for those whose pay of it a
 * termination run or a correction paid; every other run pays whom it names, or else who has earnings for it, employed or not: last year's bonus
 * is owed to who has left.
 */
export async function freezeRoster(run: RunRecord, company: CompanyRecord): Promise<FrozenRoster> {
  const { companyId, payGroupId, type, sequence, period } = run;
  const startDate = period.startDate;
  const isRegular = type === 'REGULAR';
  const [named, ...paid] = await Promise.all([
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
  let headcount = 0;
  for await (const { bucket, employees } of rosterOf(companyId, company.employeeSequence)) {
    headcount += employees.filter(isEmployed).length;
    const members = employees.filter(isIn);
    if (members.length === 0) continue;
    const inputVersions =
      isRegular || named
        ? await inputVersionsOf(companyId, bucket, payGroupId, startDate)
        : await offCycleInputVersionsOf(companyId, bucket, payGroupId, startDate, sequence);
    for (const { employeeId, version } of members)
      if (isRegular || named || inputVersions.has(employeeId))
        entries.push([employeeId, version, inputVersions.get(employeeId) ?? 0]);
  }
  return { entries, headcount };
}

/** Whom a run names; a correction, of these only whom it may pay. Nothing where it takes everybody with something to be paid. */
const namedEmployees = async (run: RunRecord): Promise<ReadonlySet<string> | undefined> =>
  (await employeesToCorrect(run)) ?? (run.employeeIds && new Set(run.employeeIds));
