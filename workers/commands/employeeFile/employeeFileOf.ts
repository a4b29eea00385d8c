import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import type { Compensation, EmployeeProfile } from '../../../payroll/EmployeePayFacts.ts';
import type { Result } from '../../../payroll/errors.ts';
import { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';
import { compensationOf } from './compensationOf.ts';
import { deductionOf } from './deductionOf.ts';
import { federalW4Of, w4Since2020Of } from './federalW4Of.ts';
import { garnishmentOf } from './garnishmentOf.ts';
import { localTaxOf } from './localTaxOf.ts';
import { stateTaxFormOf } from './stateTaxFormOf.ts';

/** An employee's file as far as it was handed in: what is missing is refused when a run needs it, not before. */
export type EmployeeFile = Omit<EmployeeProfile, 'employeeId' | 'compensation'> & { compensation?: Compensation };

/** Turns an employee's input into the file that the payroll rules read, or names the field that is wrong. */
export function employeeFileOf(input: EmployeeInput): Result<EmployeeFile> {
  const reader = new InputReader();
  reader.text(input.externalId, 64, 'externalId');
  reader.text(input.givenName, 100, 'givenName');
  reader.text(input.familyName, 100, 'familyName');
  const { compensation, homeState, lockInLetter } = input;
  const localTaxes = input.localTaxes ?? [];
  const stateTaxForms = input.stateTaxForms ?? [];
  const deductions = input.deductions ?? [];
  const garnishments = input.garnishments ?? [];
  const workState = reader.state(input.workState, 'workState');
  const file = withoutAbsent<EmployeeFile>({
    hireDate: reader.date(input.hireDate, 'hireDate') ?? '',
    terminationDate: reader.date(input.terminationDate, 'terminationDate'),
    birthDate: reader.date(input.birthDate, 'birthDate'),
    compensation: compensation ? compensationOf(reader, compensation) : undefined,
    workState,
    homeState: homeState ? reader.state(homeState, 'homeState') : workState,
    localTaxes: localTaxes.map((tax, index) => localTaxOf(reader, tax, `localTaxes.${index}`)),
    federalW4: federalW4Of(reader, input),
    lockInLetter: lockInLetter ? w4Since2020Of(reader, lockInLetter, 'lockInLetter') : undefined,
    nonresidentAlien: input.nonresidentAlien,
    stateTaxForms: stateTaxForms.map((form, index) => stateTaxFormOf(reader, form, `stateTaxForms.${index}`)),
    ficaExemption: input.ficaExemption,
    deductions: deductions.map((deduction, index) => deductionOf(reader, deduction, `deductions.${index}`)),
    garnishments: garnishments.map((order, index) => garnishmentOf(reader, order, `garnishments.${index}`)),
    supportAllocation: input.supportAllocation,
    wasTaxWithheldLastYear: input.wasTaxWithheldLastYear,
    priorYearSocialSecurityWagesCents: reader.money(input.priorYearSocialSecurityWages, 'priorYearSocialSecurityWages'),
  });
  const named = { deductions: deductions.map(({ deductionId }) => deductionId) };
  reader.distinct(named.deductions, 'deductions', 'deductionId');
  reader.distinct(
    garnishments.map(({ orderId }) => orderId),
    'garnishments',
    'orderId',
  );
  reader.distinct(
    stateTaxForms.map(({ state }) => state),
    'stateTaxForms',
    'state',
  );
  return reader.resultOf(file);
}
