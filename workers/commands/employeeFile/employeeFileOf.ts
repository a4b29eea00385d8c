import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import type { EmployeeFile } from '../../../payroll/EmployeeFile.ts';
import type { ErrorCode, Result } from '../../../payroll/errors.ts';
import { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';
import { readClear } from './readClear.ts';
import { compensationOf } from './compensationOf.ts';
import { fileToChange, withChange } from './datedChange.ts';
import { deductionOf } from './deductionOf.ts';
import { employmentsGiven } from './employmentsGiven.ts';
import { federalW4Of, w4Since2020Of } from './federalW4Of.ts';
import { garnishmentOf } from './garnishmentOf.ts';
import { localTaxOf } from './localTaxOf.ts';
import { stateTaxFormOf } from './stateTaxFormOf.ts';

/** What nobody can be taken on without. */
const NEEDED = ['payGroupId', 'givenName', 'familyName', 'hireDate', 'workState'] as const;

/**
 * Turns an employee's input into the file that the payroll rules read, or names the field that is wrong. A member that is not
 * given stays as it is recorded. With `effectiveFrom`, what is given holds from that day on.
 * @param recorded absent for somebody who is taken on
 */
export function employeeFileOf(input: EmployeeInput, recorded?: EmployeeFile): Result<EmployeeFile, ErrorCode> {
  const reader = new InputReader();
  const effectiveFrom = reader.date(input.effectiveFrom, 'effectiveFrom');
  const onDay = recorded && fileToChange(recorded, effectiveFrom);
  reader.text(input.externalId, 64, 'externalId');
  if (!recorded) readNeeded(reader, input);
  refuseUndatable(reader, input, effectiveFrom, recorded);
  if (isGiven(input.givenName)) reader.text(input.givenName, 100, 'givenName');
  if (isGiven(input.familyName)) reader.text(input.familyName, 100, 'familyName');
  const known: Partial<EmployeeFile> = readClear(reader, input, onDay);
  const { compensation, deductions, exemptLevies, garnishments, homeState, localTaxes, lockInLetter, stateTaxForms } =
    input;
  const workState = isGiven(input.workState) ? reader.state(input.workState, 'workState') : (known.workState ?? '');
  const priorYearWages = reader.money(input.priorYearSocialSecurityWages, 'priorYearSocialSecurityWages');
  const file = withoutAbsent<EmployeeFile>({
    ...employmentsGiven(reader, input, known, recorded),
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
    exemptLevies: exemptLevies ? levyCodesOf(reader, exemptLevies) : known.exemptLevies,
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
  const idsOf = <Entry, Member extends keyof Entry>(list: Entry[] | null | undefined, member: Member) =>
    list?.map((entry) => entry[member]) ?? [];
  reader.distinct(idsOf(deductions, 'deductionId'), 'deductions', 'deductionId');
  reader.distinct(idsOf(garnishments, 'orderId'), 'garnishments', 'orderId');
  reader.distinct(idsOf(stateTaxForms, 'state'), 'stateTaxForms', 'state');
  return reader.resultOf(withChange(reader, recorded, file, input));
}

/** The codes of levies, each once. An empty list says that no letter is on file, as when nothing was recorded. */
function levyCodesOf(reader: InputReader, codes: readonly string[]): string[] | undefined {
  codes.forEach((code, index) => reader.id(code, `exemptLevies.${index}`));
  return codes.length > 0 ? [...new Set(codes)] : undefined;
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

/** What has no days of its own cannot be given for a day; and of a newcomer nothing is known before the first day. */
function refuseUndatable(
  reader: InputReader,
  input: EmployeeInput,
  effectiveFrom: string | undefined,
  recorded: EmployeeFile | undefined,
): void {
  if (effectiveFrom === undefined) return;
  if (!recorded && effectiveFrom > (input.hireDate ?? effectiveFrom))
    reader.refuse(
      `effectiveFrom ${effectiveFrom} is after the hireDate ${input.hireDate}, and nothing is recorded for the days before.`,
      'Record the employee without effectiveFrom first, then the change.',
      'effectiveFrom',
    );
  if (recorded && input.directDeposits)
    reader.refuse(
      'directDeposits cannot be given with effectiveFrom: net pay is divided as recorded when the run is calculated.',
      'Send directDeposits in a row without effectiveFrom.',
      'directDeposits',
    );
}

const isGiven = (text: string | null | undefined): text is string => text !== undefined && text !== null;
