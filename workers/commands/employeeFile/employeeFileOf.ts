import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import type { Compensation, EmployeeProfile } from '../../../payroll/EmployeePayFacts.ts';
import type { ErrorCode, Result } from '../../../payroll/errors.ts';
import { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';
import { readClear } from './readClear.ts';
import { compensationOf } from './compensationOf.ts';
import { deductionOf } from './deductionOf.ts';
import { federalW4Of, w4Since2020Of } from './federalW4Of.ts';
import { garnishmentOf } from './garnishmentOf.ts';
import { localTaxOf } from './localTaxOf.ts';
import { stateTaxFormOf } from './stateTaxFormOf.ts';

/** An employee's file as far as it was handed in: what is missing is refused when a run needs it, not before. */
export type EmployeeFile = Omit<EmployeeProfile, 'employeeId' | 'compensation'> & { compensation?: Compensation };

/** What nobody can be taken on without. */
const NEEDED = ['payGroupId', 'givenName', 'familyName', 'hireDate', 'workState'] as const;

/**
 * Turns an employee's input into the file that the payroll rules read, or names the field that is wrong. A member that is not
 * given stays as it is recorded.
 * @param recorded absent for somebody who is taken on
 */
export function employeeFileOf(input: EmployeeInput, recorded?: EmployeeFile): Result<EmployeeFile, ErrorCode> {
  const reader = new InputReader();
  reader.text(input.externalId, 64, 'externalId');
  if (!recorded) readNeeded(reader, input);
  if (isGiven(input.givenName)) reader.text(input.givenName, 100, 'givenName');
  if (isGiven(input.familyName)) reader.text(input.familyName, 100, 'familyName');
  const known: Partial<EmployeeFile> = readClear(reader, input, recorded);
  const { compensation, deductions, garnishments, homeState, localTaxes, lockInLetter, stateTaxForms } = input;
  const workState = isGiven(input.workState) ? reader.state(input.workState, 'workState') : (known.workState ?? '');
  const priorYearWages = reader.money(input.priorYearSocialSecurityWages, 'priorYearSocialSecurityWages');
  const file = withoutAbsent<EmployeeFile>({
    hireDate: reader.date(input.hireDate, 'hireDate') ?? known.hireDate ?? '',
    terminationDate: reader.date(input.terminationDate, 'terminationDate') ?? known.terminationDate,
    birthDate: reader.date(input.birthDate, 'birthDate') ?? known.birthDate,
    compensation: compensation ? compensationOf(reader, compensation, known.compensation) : known.compensation,
    workState,
    homeState: isGiven(homeState) ? reader.state(homeState, 'homeState') : (known.homeState ?? workState),
    localTaxes:
      localTaxes?.map((tax, index) => localTaxOf(reader, tax, `localTaxes.${index}`)) ?? known.localTaxes ?? [],
    federalW4: federalW4Of(reader, input) ?? known.federalW4,
    lockInLetter: lockInLetter ? w4Since2020Of(reader, lockInLetter, 'lockInLetter') : known.lockInLetter,
    nonresidentAlien: input.nonresidentAlien ?? known.nonresidentAlien,
    stateTaxForms:
      stateTaxForms?.map((form, index) => stateTaxFormOf(reader, form, `stateTaxForms.${index}`)) ??
      known.stateTaxForms ??
      [],
    ficaExemption: input.ficaExemption ?? known.ficaExemption,
    deductions:
      deductions?.map((deduction, index) => deductionOf(reader, deduction, `deductions.${index}`)) ??
      known.deductions ??
      [],
    garnishments:
      garnishments?.map((order, index) => garnishmentOf(reader, order, `garnishments.${index}`)) ??
      known.garnishments ??
      [],
    supportAllocation: input.supportAllocation ?? known.supportAllocation,
    wasTaxWithheldLastYear: input.wasTaxWithheldLastYear ?? known.wasTaxWithheldLastYear,
    priorYearSocialSecurityWagesCents: priorYearWages ?? known.priorYearSocialSecurityWagesCents,
  });
  const { hireDate, terminationDate } = file;
  if (terminationDate !== undefined && terminationDate < hireDate)
    reader.refuse(
      `terminationDate ${terminationDate} is before hireDate ${hireDate}.`,
      'Correct one of them; for somebody who is hired again, clear TERMINATION_DATE.',
      isGiven(input.terminationDate) ? 'terminationDate' : 'hireDate',
    );
  const idsOf = <Entry, Member extends keyof Entry>(list: Entry[] | null | undefined, member: Member) =>
    list?.map((entry) => entry[member]) ?? [];
  reader.distinct(idsOf(deductions, 'deductionId'), 'deductions', 'deductionId');
  reader.distinct(idsOf(garnishments, 'orderId'), 'garnishments', 'orderId');
  reader.distinct(idsOf(stateTaxForms, 'state'), 'stateTaxForms', 'state');
  return reader.resultOf(file);
}

/** Refuses somebody who is not there yet and of whom too little is given, with all that is missing. */
function readNeeded(reader: InputReader, input: EmployeeInput): void {
  const missing = NEEDED.filter((member) => !isGiven(input[member]));
  const [first] = missing;
  if (!first) return;
  const names = missing.join(', ');
  reader.refuse(
    `No employee has the externalId "${input.externalId}" yet, and a new one needs ${names}.`,
    `Give ${names}, or correct externalId if the employee exists.`,
    first,
  );
}

const isGiven = (text: string | null | undefined): text is string => text !== undefined && text !== null;
