import { isDeepStrictEqual } from 'node:util';
import {
  DATED_MEMBERS,
  type DatedMember,
  type EmployeeFile,
  type FileChange,
  fileOn,
  latestFile,
} from '../../../payroll/EmployeeFile.ts';
import { firstHireDate } from '../../../payroll/employment.ts';
import type { EmployeeInput, EmployeeMember } from '../../../clients/generated/schema.ts';
import type { InputReader } from '../InputReader.ts';

/** As many changes as a person's file has in a working life, and few enough for one item. */
const MOST_CHANGES = 60;

/** The state of a file that an input changes: as it holds on the day from which it is to count, or else at the latest. */
export const fileToChange = (recorded: EmployeeFile, effectiveFrom: string | undefined): EmployeeFile =>
  effectiveFrom === undefined ? latestFile(recorded) : fileOn(recorded, effectiveFrom);

/**
 * The recorded file with what an input changes in it from a day on. An input without a day changes what holds from the
 * first day; it cannot change what has dated changes, because it does not say which of them.
 * @param given the file as `input` leaves it on that day
 */
export function withChange(
  reader: InputReader,
  recorded: EmployeeFile | undefined,
  given: EmployeeFile,
  input: EmployeeInput,
): EmployeeFile {
  const effectiveFrom = input.effectiveFrom ?? undefined;
  const removed = input.removedChanges ?? [];
  const changes = (recorded?.changes ?? []).filter((change) => !removed.includes(change.effectiveFrom));
  for (const [index, day] of removed.entries())
    if (!recorded?.changes?.some((change) => change.effectiveFrom === day))
      reader.refuse(
        `No change from ${day} is on record.`,
        'Take the days from `changes` of the employee, or leave it out.',
        `removedChanges.${index}`,
      );
  if (!recorded || (recorded.changes === undefined && effectiveFrom === undefined)) return given;
  const isFromStart = effectiveFrom === undefined || effectiveFrom <= firstHireDate(given);
  const others = membersOf(given, (member) => !isDated(member));
  const first = membersOf(recorded, isDated);
  if (!isFromStart) {
    const onThatDay = changes.find((each) => each.effectiveFrom === effectiveFrom);
    const members = DATED_MEMBERS.filter((member) => givesMember(input, member));
    // Also what is the same as before it: an earlier day may still be recorded, and the order of recording must not matter.
    const change: FileChange = {
      ...onThatDay,
      effectiveFrom,
      ...Object.fromEntries(members.map((member) => [member, given[member] ?? null])),
    };
    const isChange = Object.keys(change).length > 1;
    const next = [...changes.filter((each) => each !== onThatDay), ...(isChange ? [change] : [])];
    if (next.length > MOST_CHANGES)
      reader.refuse(
        `The file would have ${next.length} dated changes; at most ${MOST_CHANGES} are kept.`,
        'Remove changes that no payroll needs any more with removedChanges.',
        'effectiveFrom',
      );
    const ordered = next.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    return { ...others, ...first, ...(ordered.length > 0 ? { changes: ordered } : {}) } as EmployeeFile;
  }
  const { changes: _dated, ...firstDay } = recorded;
  const before = effectiveFrom === undefined ? latestFile(recorded) : firstDay;
  const changed = DATED_MEMBERS.filter((member) => !isDeepStrictEqual(before[member], given[member]));
  if (effectiveFrom === undefined)
    for (const member of changed) {
      const last = changes.findLast((change) => Object.hasOwn(change, member));
      if (last) refuseUndated(reader, member, last.effectiveFrom, firstHireDate(given));
    }
  const start: Record<string, unknown> = { ...first };
  for (const member of changed) {
    if (given[member] === undefined) Reflect.deleteProperty(start, member);
    else start[member] = given[member];
  }
  return { ...others, ...start, ...(changes.length > 0 ? { changes } : {}) } as EmployeeFile;
}

const isDated = (member: string): boolean => (DATED_MEMBERS as readonly string[]).includes(member);

function membersOf(
  { changes: _apart, ...file }: EmployeeFile,
  wanted: (member: string) => boolean,
): Partial<EmployeeFile> {
  return Object.fromEntries(Object.entries(file).filter(([member]) => wanted(member)));
}

/** The members of an input that give a member of the file which may change on a day. */
const INPUTS_OF: Readonly<Record<DatedMember, readonly (keyof EmployeeInput)[]>> = {
  compensation: ['compensation'],
  workState: ['workState'],
  homeState: ['homeState'],
  localTaxes: ['localTaxes'],
  federalW4: ['taxProfile', 'taxProfileBefore2020', 'noTaxProfile'],
  lockInLetter: ['lockInLetter'],
  nonresidentAlien: ['nonresidentAlien'],
  stateTaxForms: ['stateTaxForms'],
  ficaExemption: ['ficaExemption'],
  exemptLevies: ['exemptLevies'],
  deductions: ['deductions'],
  garnishments: ['garnishments'],
  supportAllocation: ['supportAllocation'],
};

/** The members that an input can clear, by the name that it calls them. */
const CLEARED: Readonly<Partial<Record<EmployeeMember, DatedMember>>> = {
  COMPENSATION: 'compensation',
  COVERED_HOURS: 'compensation',
  TAX_PROFILE: 'federalW4',
  LOCK_IN_LETTER: 'lockInLetter',
  NONRESIDENT_ALIEN: 'nonresidentAlien',
  FICA_EXEMPTION: 'ficaExemption',
  SUPPORT_ALLOCATION: 'supportAllocation',
};

const givesMember = (input: EmployeeInput, member: DatedMember): boolean =>
  INPUTS_OF[member].some((name) => input[name] !== undefined && input[name] !== null) ||
  (input.clear ?? []).some((cleared) => CLEARED[cleared] === member);

const refuseUndated = (reader: InputReader, member: DatedMember, changedOn: string, hireDate: string) =>
  reader.refuse(
    `${member} has a change from ${changedOn} on record, and this change of it names no day.`,
    `Give effectiveFrom: ${hireDate} for what holds before the changes, ${changedOn} to correct that change, or a later day.`,
    'effectiveFrom',
  );
