import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import type * as contract from '../../clients/generated/schema.ts';
import type { Preparation } from '../../payroll/preparers.ts';
import type { DifferenceCause } from '../../payroll/comparison/DifferenceCauses.ts';
import type { Deduction, DeductionType, StateTreatment } from '../../payroll/Deduction.ts';
import type {
  Compensation,
  EarningType,
  EmployeePayFacts,
  FicaExemption,
  LocalTax,
  PayInputs,
  RunType,
  Salary,
} from '../../payroll/EmployeePayFacts.ts';
import type { ErrorCode } from '../../payroll/errors.ts';
import type { GarnishmentType } from '../../payroll/GarnishmentOrder.ts';
import type { DepositRule } from '../../payroll/deposits/DueDeposit.ts';
import type { DepositSchedule } from '../../payroll/deposits/federalDeposits.ts';
import type { AchReturn } from '../../payroll/payments/ach/readAchReturns.ts';
import type { BankAccount } from '../../payroll/payments/BankAccount.ts';
import type { NetPayPayment } from '../../payroll/payments/splitNetPay.ts';
import type { PaySchedule } from '../../payroll/payPeriods.ts';
import type { LineKind } from '../../payroll/Payslip.ts';
import type { Requirement } from '../../payroll/requirements.ts';
import type { RunStatus } from '../../payroll/runStatus.ts';
import type { FederalW4, W4Before2020, W4Since2020 } from '../../payroll/TaxForms.ts';
import type { TraceStep } from '../../payroll/Trace.ts';
import type { DayOfWeek } from '../../payroll/workweek.ts';
import type { ApiKeyRecord } from '../../table/apiKey.ts';
import type { CompanyRecord } from '../../table/company.ts';
import type { ControlChangeRecord } from '../../table/controlChange.ts';
import type { HookCallRecord, HookOutcome, HookPoint } from '../../table/hook.ts';
import type { ImportRecord } from '../../table/importJob.ts';
import type { OperationRecord } from '../../table/operation.ts';
import type { PayGroupRecord } from '../../table/payGroup.ts';
import type { NoticeRecord } from '../../table/noticeOfChange.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import type { PaymentStage, PaymentStanding } from '../../table/payments.ts';
import type { RunItemRecord } from '../../table/runItem.ts';
import type { RowResult } from '../../workers/commands/rows.ts';
import type { DeadLetterQueueName } from '../../workers/repair/deadLetterQueues.ts';

/** `true` when both hold the same words; otherwise the words that one of them lacks, which `true` is not. */
type Same<Ours, Theirs> = [Ours, Theirs] extends [Theirs, Ours]
  ? true
  : { onlyInTheContract: Exclude<Theirs, Ours>; onlyInTheCode: Exclude<Ours, Theirs> };

/** The contract's words and ours. A word that one side lacks does not compile. */
const HELD_EQUAL = {
  ApiKeyScope: true satisfies Same<ApiKeyRecord['scopes'][number], contract.ApiKeyScope>,
  ApprovalPolicy: true satisfies Same<PayGroupRecord['approvalPolicy'], contract.ApprovalPolicy>,
  BankAccountType: true satisfies Same<BankAccount['accountType'], contract.BankAccountType>,
  BankReturnKind: true satisfies Same<AchReturn['kind'], contract.BankReturnKind>,
  CalculationStepRole: true satisfies Same<TraceStep['role'], contract.CalculationStepRole>,
  CompensationType: true satisfies Same<Compensation['type'], contract.CompensationType>,
  Control: true satisfies Same<ControlChangeRecord['control'], contract.Control>,
  DayOfWeek: true satisfies Same<DayOfWeek, contract.DayOfWeek>,
  DeadLetterQueueName: true satisfies Same<DeadLetterQueueName, contract.DeadLetterQueueName>,
  DeductionTakenIn: true satisfies Same<NonNullable<Deduction['takenIn']>, contract.DeductionTakenIn>,
  DeductionType: true satisfies Same<DeductionType, contract.DeductionType>,
  DepositRule: true satisfies Same<DepositRule, contract.DepositRule>,
  DepositSchedule: true satisfies Same<DepositSchedule, contract.DepositSchedule>,
  DifferenceCause: true satisfies Same<DifferenceCause, contract.DifferenceCause>,
  EarningType: true satisfies Same<EarningType, contract.EarningType>,
  ElectableLevy: true satisfies Same<NonNullable<CompanyRecord['electedLevies']>[number], contract.ElectableLevy>,
  ErrorCode: true satisfies Same<ErrorCode, contract.ErrorCode>,
  FederalW4Form: true satisfies Same<FederalW4['form'], contract.FederalW4Form>,
  FicaExemption: true satisfies Same<FicaExemption, contract.FicaExemption>,
  FilingStatus: true satisfies Same<W4Since2020['filingStatus'], contract.FilingStatus>,
  GarnishmentType: true satisfies Same<GarnishmentType, contract.GarnishmentType>,
  HookCallStatus: true satisfies Same<HookCallRecord['status'], contract.HookCallStatus>,
  HookOutcome: true satisfies Same<HookOutcome, contract.HookOutcome>,
  HookPoint: true satisfies Same<HookPoint, contract.HookPoint>,
  HsaCoverage: true satisfies Same<NonNullable<Deduction['hsaCoverage']>, contract.HsaCoverage>,
  ImportKind: true satisfies Same<ImportRecord['kind'], contract.ImportKind>,
  ImportStatus: true satisfies Same<ImportRecord['status'], contract.ImportStatus>,
  LocalTaxBasis: true satisfies Same<LocalTax['basis'], contract.LocalTaxBasis>,
  NonresidentAlien: true satisfies Same<
    NonNullable<EmployeePayFacts['employee']['nonresidentAlien']>,
    contract.NonresidentAlien
  >,
  NoticeStatus: true satisfies Same<NoticeRecord['status'], contract.NoticeStatus>,
  OperationStatus: true satisfies Same<OperationRecord['status'], contract.OperationStatus>,
  PayFrequency: true satisfies Same<PaySchedule['frequency'], contract.PayFrequency>,
  PaymentFileKind: true satisfies Same<PaymentFileRecord['kind'], contract.PaymentFileKind>,
  PaymentFileStatus: true satisfies Same<PaymentFileRecord['status'], contract.PaymentFileStatus>,
  PaymentMethod: true satisfies Same<NetPayPayment['method'], contract.PaymentMethod>,
  PaymentState: true satisfies Same<PaymentStage, contract.PaymentState>,
  PaymentStatus: true satisfies Same<PaymentStanding['status'], contract.PaymentStatus>,
  PayrollRunItemStatus: true satisfies Same<RunItemRecord['status'], contract.PayrollRunItemStatus>,
  PayrollRunStatus: true satisfies Same<RunStatus, contract.PayrollRunStatus>,
  PayrollRunType: true satisfies Same<RunType, contract.PayrollRunType>,
  PayslipLineKind: true satisfies Same<LineKind, contract.PayslipLineKind>,
  Preparation: true satisfies Same<Preparation, contract.Preparation>,
  ReportKind: true satisfies Same<OperationRecord['report'], contract.ReportKind>,
  RequirementSeverity: true satisfies Same<Requirement['severity'], contract.RequirementSeverity>,
  SalaryDivisor: true satisfies Same<NonNullable<Salary['divisor']>, contract.SalaryDivisor>,
  SupplementalMethod: true satisfies Same<NonNullable<PayInputs['supplementalMethod']>, contract.SupplementalMethod>,
  SupportAllocation: true satisfies Same<
    NonNullable<EmployeePayFacts['employee']['supportAllocation']>,
    contract.SupportAllocation
  >,
  UpsertOutcome: true satisfies Same<RowResult['outcome'], contract.UpsertOutcome>,
  W4MaritalStatus: true satisfies Same<W4Before2020['maritalStatus'], contract.W4MaritalStatus>,
  WageTreatment: true satisfies Same<NonNullable<StateTreatment['incomeTax' | 'levies']>, contract.WageTreatment>,
  WhenPayIsShort: true satisfies Same<NonNullable<Deduction['whenPayIsShort']>, contract.WhenPayIsShort>,
};

/** Enums of the API alone: the code takes their type from the contract, and has no words of its own for them. */
const OF_THE_API_ALONE: Record<string, string> = {
  BankReturnOutcome: 'typed by the contract in workers/payments/recordReturns.ts',
  CalculationUnit:
    'hours and money are counted in hundredths inside; workers/recorded/explanationOf.ts translates each',
  ClearableCompanyMember: 'names of members of the input',
  ClearableHookMember: 'names of members of the input',
  ClearablePayGroupMember: 'names of members of the input',
  CommandOutcome: 'typed by the contract in workers/findCommand.ts',
  CurrencyCode: 'inside, every amount is in dollars',
  DocumentFormat: 'typed by the contract in the worker',
  EmployeeMember: 'names of members of the input',
  EmployeeStatus: 'follows from the termination date',
  ReportFormat: 'table/operation.ts keeps it and DocumentFormat as one: the format of a file',
};

const root = join(import.meta.dirname, '..', '..');
const schema = buildSchema(
  ['schema.graphql', 'clients/appsync.graphql'].map((path) => readFileSync(join(root, path), 'utf8')).join('\n'),
);

test('every enum of the contract is held equal to the words of the code, or is of the API alone', () => {
  const enums = Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .map(({ name }) => name);
  expect(enums.toSorted()).toEqual([...Object.keys(HELD_EQUAL), ...Object.keys(OF_THE_API_ALONE)].toSorted());
});

test('every code that is declared is given somewhere', () => {
  const declared = readFileSync(join(root, 'payroll/errors.ts'), 'utf8').matchAll(/^ {2}\| '([A-Z0-9_]+)'/gm);
  const given = globSync('{payroll,workers,table,resolvers}/**/*.ts', { cwd: root })
    .filter((path) => path !== 'payroll/errors.ts')
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const codes = [...declared].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !given.includes(`'${code}'`))).toEqual([]);
});
