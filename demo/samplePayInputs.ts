import type {
  EarningInput,
  EmployeeInput,
  PayrollInputInput,
  WorkweekHoursInput,
} from '../clients/generated/schema.ts';
import type { SampleRandom } from './SampleRandom.ts';

/** What the sample company's managers enter for the period: hours, and for some bonuses, leave, expenses and the like. */
export function samplePayInputs(random: SampleRandom, employee: EmployeeInput): PayrollInputInput | undefined {
  const { externalId, compensation, workState } = employee;
  const isHourly = compensation?.type === 'HOURLY';
  const hasOvertime = isHourly || compensation?.isOvertimeExempt === false;
  const hoursWorked = hasOvertime ? [1, 2].map((week) => sampleWeek(random, week, workState ?? '', isHourly)) : [];
  const earnings = sampleEarnings(random, isHourly);
  if (hoursWorked.length === 0 && earnings.length === 0) return undefined;
  return {
    externalId,
    ...(hoursWorked.length > 0 ? { hoursWorked } : {}),
    ...(earnings.length > 0 ? { earnings } : {}),
    ...(earnings.some(({ type }) => type === 'COMMISSION') ? { supplementalMethod: 'AGGREGATE' as const } : {}),
  };
}

function sampleWeek(random: SampleRandom, week: number, workState: string, isHourly: boolean): WorkweekHoursInput {
  const hours = random.chance(0.25) ? random.pick(['42.5', '45', '48']) : random.pick(['40', '38', '36.5']);
  const hasOtherRates = random.chance(0.05) && isHourly;
  return {
    week,
    hours,
    ...(hasOtherRates ? { otherRates: [{ hours: '4', hourlyRate: '21.75' }] } : {}),
    // These states count overtime by the day as well; the time clock tells what that adds.
    ...(workState === 'CA' ? { stateOvertime: random.chance(0.2) ? '38.40' : '0' } : {}),
    ...(['AK', 'CO', 'NV'].includes(workState) ? { stateOvertime: '0' } : {}),
  };
}

function sampleEarnings(random: SampleRandom, isHourly: boolean): EarningInput[] {
  const earnings: EarningInput[] = [];
  if (random.chance(0.06))
    earnings.push({ type: 'BONUS', amount: random.money(100, 4_000), isDiscretionary: random.chance(0.5) });
  if (random.chance(0.03)) earnings.push({ type: 'COMMISSION', amount: random.money(50, 2_500) });
  if (isHourly && random.chance(0.1)) earnings.push({ type: 'HOLIDAY', amount: random.money(120, 260), hours: '8' });
  if (isHourly && random.chance(0.06))
    earnings.push({ type: 'PAID_LEAVE', amount: random.money(120, 260), hours: '8' });
  if (isHourly && random.chance(0.05)) earnings.push({ type: 'SHIFT_PREMIUM', amount: random.money(10, 80) });
  if (random.chance(0.005)) earnings.push({ type: 'BACK_PAY', amount: random.money(80, 900) });
  if (random.chance(0.004)) earnings.push({ type: 'GROSS_UP', amount: '500.00', isDiscretionary: true });
  if (random.chance(0.09)) earnings.push({ type: 'REIMBURSEMENT', amount: random.money(8, 640) });
  return earnings;
}
