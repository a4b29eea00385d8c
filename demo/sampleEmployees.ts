import type {
  CompensationInput,
  EmployeeInput,
  PayrollInputInput,
  StateTaxFormInput,
} from '../clients/generated/schema.ts';
import { sampleDeductions } from './sampleDeductions.ts';
import { sampleDirectDeposits } from './sampleDirectDeposits.ts';
import { SAMPLE_FLAWS } from './sampleFlaws.ts';
import { sampleGarnishments } from './sampleGarnishments.ts';
import { sampleNumber } from './sampleNumber.ts';
import { samplePayInputs } from './samplePayInputs.ts';
import { SampleRandom } from './SampleRandom.ts';
import { SAMPLE_COMMUTES, SAMPLE_WORK_STATES, sampleStateOf } from './sampleStates.ts';

/** The sample company's pay group and the period that the demonstration runs. */
export const SAMPLE_PAY_GROUP_ID = 'biweekly';
export const SAMPLE_PERIOD_START_DATE = '2026-11-09';

/** The account that the sample company pays wages from. */
export const SAMPLE_FUNDING_ACCOUNT_ID = 'payroll';

const GIVEN_NAMES =
  'Ana Ben Carla Dev Elena Farid Grace Hugo Ines Jamal Kim Luis Maya Noor Omar Priya Quinn Rosa Sam Tara Uma Viktor Wei Ximena Yusuf Zoe'.split(
    ' ',
  );
const FAMILY_NAMES =
  'Adams Brown Chen Diaz Evans Fischer Garcia Hughes Ivanova Jones Khan Lopez Martin Nguyen Olsen Patel Quinn Reyes Singh Taylor Ueda Vargas Walker Xu Young Zhang'.split(
    ' ',
  );
const FILING_STATUSES = ['SINGLE', 'SINGLE', 'MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD'] as const;

export interface SampleEmployee {
  employee: EmployeeInput;
  /** Absent for those for whom nothing is entered: most on a salary, and the hourly ones whose hours are missing. */
  payInputs?: PayrollInputInput;
}

/**
 * The first `count` employees of the sample company; the same ones every time. They work in every state and locality that
 * the payroll rules have, six in ten on a salary, with both generations of Form W-4, deductions and orders of all kinds.
 * One in a hundred has data that cannot be paid.
 */
export function* sampleEmployees(count: number): Generator<SampleEmployee> {
  const random = new SampleRandom(2026);
  for (let number = 1; number <= count; number++) {
    const employee = { ...sampleEmployee(random, sampleNumber(number)), directDeposits: sampleDirectDeposits(number) };
    const payInputs = samplePayInputs(random, employee);
    const sample = payInputs ? { employee, payInputs } : { employee };
    const flaw = number % 100 === 37 ? SAMPLE_FLAWS[Math.floor(number / 100) % SAMPLE_FLAWS.length] : undefined;
    yield flaw ? flaw(sample) : sample;
  }
}

function sampleEmployee(random: SampleRandom, externalId: string): EmployeeInput {
  const commute = random.chance(0.03) ? random.pick(SAMPLE_COMMUTES) : undefined;
  const workState = commute?.workState ?? random.pick(SAMPLE_WORK_STATES);
  const homeState = commute?.homeState ?? workState;
  const states = [...new Set([workState, homeState])];
  const localTaxes = commute ? [] : random.pick(sampleStateOf(workState)?.localTaxes ?? [[]]);
  const deductions = sampleDeductions(
    random,
    states,
    localTaxes.map(({ jurisdiction }) => jurisdiction),
  );
  const hireYear = 2010 + random.below(16);
  const certificate = commute && 'hasReciprocityCertificate' in commute ? workState : undefined;
  const stateTaxForms = states.flatMap((state) => sampleForm(random, state, state === certificate));
  return {
    externalId,
    payGroupId: SAMPLE_PAY_GROUP_ID,
    givenName: random.pick(GIVEN_NAMES),
    familyName: random.pick(FAMILY_NAMES),
    hireDate: `${hireYear}-0${1 + random.below(9)}-15`,
    birthDate: `${1958 + random.below(48)}-0${1 + random.below(9)}-${10 + random.below(19)}`,
    workState,
    ...(commute ? { homeState } : {}),
    compensation: sampleCompensation(random),
    ...sampleTaxProfile(random, hireYear),
    ...(stateTaxForms.length > 0 ? { stateTaxForms } : {}),
    ...(localTaxes.length > 0 ? { localTaxes: [...localTaxes] } : {}),
    ...(deductions.length > 0 ? { deductions } : {}),
    ...sampleGarnishments(random),
    ...(random.chance(0.006) ? { ficaExemption: 'STUDENT_OF_EMPLOYER' as const } : {}),
  };
}

function sampleCompensation(random: SampleRandom): CompensationInput {
  if (!random.chance(0.6)) return { type: 'HOURLY', hourlyRate: random.money(15, 47) };
  const salary = 38_000 + Math.floor(random.next() ** 2 * 170) * 1_000;
  const isSmall = salary < 60_000;
  return isSmall && random.chance(0.15)
    ? { type: 'SALARY', annualSalary: `${salary}`, isOvertimeExempt: false, coveredHours: '40' }
    : { type: 'SALARY', annualSalary: `${salary}` };
}

function sampleTaxProfile(random: SampleRandom, hireYear: number): Partial<EmployeeInput> {
  if (hireYear < 2020 && random.chance(0.25))
    return {
      taxProfileBefore2020: {
        maritalStatus: random.pick(['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'] as const),
        allowances: random.below(5),
        ...(random.chance(0.2) ? { additionalWithholding: '15.00' } : {}),
      },
    };
  if (random.chance(0.02)) return { noTaxProfile: { isFirstPaidBefore2020: hireYear < 2020 } };
  const taxProfile = {
    filingStatus: random.pick(FILING_STATUSES),
    multipleJobs: random.chance(0.15),
    ...(random.chance(0.3) ? { dependentsCredit: random.pick(['2200', '4400', '500']) } : {}),
    ...(random.chance(0.05) ? { otherIncome: '3500' } : {}),
    ...(random.chance(0.05) ? { deductions: '4800' } : {}),
    ...(random.chance(0.1) ? { extraWithholding: '25.00' } : {}),
    ...(random.chance(0.01) ? { exemptForYear: 2026 } : {}),
  };
  if (random.chance(0.003)) return { taxProfile, lockInLetter: { filingStatus: 'SINGLE' } };
  if (random.chance(0.005)) return { taxProfile, nonresidentAlien: 'STANDARD' };
  return { taxProfile };
}

/** The certificate for a state, where the sample has any. */
function sampleForm(random: SampleRandom, state: string, hasReciprocityCertificate: boolean): StateTaxFormInput[] {
  const forms = sampleStateOf(state)?.forms;
  if (!forms && !hasReciprocityCertificate) return [];
  return [
    {
      state,
      ...(forms ? random.pick(forms) : {}),
      ...(hasReciprocityCertificate ? { hasReciprocityCertificate } : {}),
    },
  ];
}
