import { util } from '@aws-appsync/utils';
import type {
  Compensation,
  Deduction,
  DirectDeposit,
  Employee,
  EmployeeChange,
  Garnishment,
  LocalTax,
} from '../clients/generated/schema.ts';
import type { Deduction as DeductionOnFile } from '../payroll/Deduction.ts';
import type { EmployeeProfile, LocalTax as LocalTaxOnFile } from '../payroll/EmployeePayFacts.ts';
import type { GarnishmentOrder } from '../payroll/GarnishmentOrder.ts';
import type { StateTaxForm } from '../payroll/TaxForms.ts';
import type { DirectDeposit as DirectDepositOnFile, EmployeeRecord } from '../table/employee.ts';
import { maybeMoneyOf, moneyOf } from './money.ts';
import { percentOf } from './percent.ts';
import { noTaxProfileOf, stateTaxFormOf, taxProfileBefore2020Of, taxProfileOf } from './taxForms.ts';

/** A profile as it is read from its text: its lists are plain ones, the only ones whose `map` the linter of APPSYNC_JS knows. */
type ProfileOnFile = Omit<
  EmployeeProfile,
  'stateTaxForms' | 'localTaxes' | 'exemptLevies' | 'deductions' | 'garnishments'
> & {
  stateTaxForms: StateTaxForm[];
  localTaxes: LocalTaxOnFile[];
  exemptLevies?: string[];
  deductions: DeductionOnFile[];
  garnishments: GarnishmentOrder[];
  changes?: ChangeOnFile[];
};

/** What changes on a day. */
type ChangeOnFile = Partial<Omit<ProfileOnFile, 'changes'>> & { effectiveFrom: string };

/** An employee as the API shows it. */
export function employeeAnswerOf(employee: EmployeeRecord): Employee {
  const recorded = JSON.parse(employee.profile) as ProfileOnFile;
  const today = util.time.nowISO8601().slice(0, 10);
  const profile = profileOn(recorded, today);
  const changes = recorded.changes ?? [];
  const earlier = employee.earlierEmployments ?? [];
  const { terminationDate } = employee;
  const { birthDate, federalW4 } = profile;
  const deposits = employee.directDeposits ?? [];
  return {
    employeeId: employee.employeeId,
    externalId: employee.externalId,
    payGroupId: employee.payGroupId,
    givenName: employee.givenName,
    familyName: employee.familyName,
    status: terminationDate && terminationDate < today ? 'TERMINATED' : 'ACTIVE',
    hireDate: employee.hireDate,
    terminationDate: terminationDate ?? null,
    earlierEmployments: earlier.map((employment) => ({
      hireDate: employment.hireDate,
      terminationDate: employment.terminationDate ?? '',
    })),
    changes: changes.map((change) => changeOf(change)),
    workState: profile.workState,
    homeState: profile.homeState,
    birthDate: birthDate ?? null,
    birthYear: birthDate ? (JSON.parse(birthDate.slice(0, 4)) as number) : null,
    compensation: compensationOf(profile),
    federalW4Form: federalW4 ? federalW4.form : null,
    taxProfile: taxProfileOf(federalW4),
    taxProfileBefore2020: taxProfileBefore2020Of(federalW4),
    noTaxProfile: noTaxProfileOf(federalW4),
    hasLockInLetter: !!profile.lockInLetter,
    lockInLetter: taxProfileOf(profile.lockInLetter),
    nonresidentAlien: profile.nonresidentAlien ?? null,
    stateTaxForms: profile.stateTaxForms.map((form) => stateTaxFormOf(form)),
    localTaxes: profile.localTaxes.map((tax) => localTaxOf(tax)),
    ficaExemption: profile.ficaExemption ?? null,
    exemptLevies: profile.exemptLevies ?? [],
    deductions: profile.deductions.map((deduction) => deductionOf(deduction)),
    garnishments: profile.garnishments.map((order) => garnishmentOf(order)),
    supportAllocation: profile.supportAllocation ?? null,
    wasTaxWithheldLastYear: profile.wasTaxWithheldLastYear ?? null,
    priorYearSocialSecurityWages: maybeMoneyOf(profile.priorYearSocialSecurityWagesCents),
    directDeposits: deposits.map((deposit) => directDepositOf(deposit)),
    version: employee.version,
  };
}

/** What holds on a day: the changes are in the order of their days, and a later one replaces an earlier one. */
function profileOn(recorded: ProfileOnFile, day: string): ProfileOnFile {
  let profile = recorded;
  for (const change of recorded.changes ?? []) {
    if (change.effectiveFrom <= day) profile = { ...profile, ...change };
  }
  return profile;
}

function changeOf(change: ChangeOnFile): EmployeeChange {
  const { effectiveFrom, federalW4 } = change;
  const forms = change.stateTaxForms;
  const taxes = change.localTaxes;
  const deductions = change.deductions;
  const orders = change.garnishments;
  return {
    effectiveFrom,
    members: Object.keys(change).filter((member) => member !== 'effectiveFrom'),
    compensation: compensationOf(change),
    workState: change.workState ?? null,
    homeState: change.homeState ?? null,
    taxProfile: taxProfileOf(federalW4),
    taxProfileBefore2020: taxProfileBefore2020Of(federalW4),
    noTaxProfile: noTaxProfileOf(federalW4),
    lockInLetter: taxProfileOf(change.lockInLetter),
    nonresidentAlien: change.nonresidentAlien ?? null,
    stateTaxForms: forms ? forms.map((form) => stateTaxFormOf(form)) : null,
    localTaxes: taxes ? taxes.map((tax) => localTaxOf(tax)) : null,
    ficaExemption: change.ficaExemption ?? null,
    exemptLevies: change.exemptLevies ?? null,
    deductions: deductions ? deductions.map((deduction) => deductionOf(deduction)) : null,
    garnishments: orders ? orders.map((order) => garnishmentOf(order)) : null,
    supportAllocation: change.supportAllocation ?? null,
  };
}

function compensationOf({ compensation }: Partial<ProfileOnFile>): Compensation | null {
  if (!compensation) return null;
  const isOvertimeExempt = compensation.isOvertimeExempt ?? false;
  if (compensation.type === 'SALARY')
    return {
      type: 'SALARY',
      annualSalary: moneyOf(compensation.annualSalaryCents),
      hourlyRate: null,
      isOvertimeExempt,
      coveredHours: hoursOf(compensation.coveredHoursHundredths),
      divisor: compensation.divisor ?? null,
    };
  return {
    type: 'HOURLY',
    annualSalary: null,
    hourlyRate: moneyOf(compensation.hourlyRateCents),
    isOvertimeExempt,
    coveredHours: null,
    divisor: null,
  };
}

/** Hundredths as the API shows hours: `3750` is `37.5`. */
function hoursOf(hundredths: number | undefined): string | null {
  return hundredths === undefined ? null : `${hundredths / 100}`;
}

function localTaxOf(tax: LocalTaxOnFile): LocalTax {
  return {
    jurisdiction: tax.jurisdiction,
    basis: tax.basis,
    ratePercent: percentOf(tax.ratePpm),
    annualAmount: maybeMoneyOf(tax.annualCents),
  };
}

function deductionOf(deduction: DeductionOnFile): Deduction {
  const treatment = deduction.stateTreatment ?? {};
  return {
    deductionId: deduction.deductionId,
    type: deduction.type,
    amount: maybeMoneyOf(deduction.amountCents),
    percent: percentOf(deduction.ratePpm),
    balance: maybeMoneyOf(deduction.balanceCents),
    takenIn: deduction.takenIn ?? 'REGULAR_RUNS',
    whenPayIsShort: deduction.whenPayIsShort ?? 'REDUCE',
    hsaCoverage: deduction.hsaCoverage ?? null,
    isFilingSeparately: deduction.isFilingSeparately ?? null,
    stateTreatments: Object.keys(treatment).map((place) => ({
      place,
      incomeTax: treatment[place]?.incomeTax ?? null,
      levies: treatment[place]?.levies ?? null,
    })),
  };
}

function directDepositOf(deposit: DirectDepositOnFile): DirectDeposit {
  const { split, accountType, routingNumber, last4, amountCents, ratePpm } = deposit;
  return {
    split,
    accountType,
    routingNumber,
    maskedAccountNumber: `****${last4}`,
    amount: maybeMoneyOf(amountCents),
    percent: percentOf(ratePpm),
    takesRemainder: amountCents === undefined && ratePpm === undefined,
  };
}

function garnishmentOf(order: GarnishmentOrder): Garnishment {
  const { orderId, type, receivedDate, amountCents, balanceCents, stateLimit } = order;
  return {
    orderId,
    maskedOrderId: orderId.length > 4 ? `***${orderId.slice(-4)}` : '***',
    type,
    receivedDate,
    amount: maybeMoneyOf(amountCents),
    balance: maybeMoneyOf(balanceCents),
    isSupportingOtherFamily: order.isSupportingOtherFamily ?? null,
    hasArrearsOver12Weeks: order.hasArrearsOver12Weeks ?? null,
    stateLimit:
      stateLimit && stateLimit !== 'FEDERAL_ONLY'
        ? { percent: `${stateLimit.ratePpm / 10000}`, protectedAmount: moneyOf(stateLimit.protectedCents) }
        : null,
    hasFederalLimitOnly: stateLimit === 'FEDERAL_ONLY' ? true : null,
    exemptAmount: maybeMoneyOf(order.exemptCents),
    isBeforeSupport: order.isBeforeSupport ?? null,
  };
}
