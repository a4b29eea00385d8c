import { expect, test } from 'vitest';
import type { PayrollInputInput } from '../../clients/generated/schema.ts';
import { type PayPeriod, payPeriodOf } from '../../payroll/payPeriods.ts';
import { payInputsOf } from '../../workers/commands/payInputs/payInputsOf.ts';

/* What managers enter for a period becomes what the payroll rules read, or is refused by the path of its field. */

const schedule = {
  frequency: 'BIWEEKLY',
  anchorDate: '2026-01-05',
  payDateOffsetDays: 5,
  holidayRule: 'PREVIOUS_BANKING_DAY',
} as const;
const found = payPeriodOf(schedule, '2026-03-02');
const period = (found.ok ? found.value : undefined) as PayPeriod;
const NOTHING = { workweeks: [], earnings: [] };

test.each<[what: string, input: Omit<PayrollInputInput, 'externalId'>, payInputs: object]>([
  ['nothing', {}, {}],
  [
    'weeks in any order, counted from the start of the period',
    {
      hoursWorked: [
        { week: 2, hours: '36.5' },
        { week: 1, hours: '0' },
      ],
    },
    {
      workweeks: [
        { startDate: '2026-03-02', work: [{ hoursHundredths: 0 }] },
        { startDate: '2026-03-09', work: [{ hoursHundredths: 36_50 }] },
      ],
    },
  ],
  [
    'hours at several rates, and what the time clock says of state overtime',
    {
      hoursWorked: [
        {
          week: 1,
          hours: '40',
          otherRates: [{ hours: '4.25', hourlyRate: '31' }],
          stateOvertime: '0',
          premiumPaidEarlier: '12.50',
        },
      ],
    },
    {
      workweeks: [
        {
          startDate: '2026-03-02',
          work: [{ hoursHundredths: 40_00 }, { hoursHundredths: 4_25, hourlyRateCents: 31_00 }],
          stateOvertimeCents: 0,
          premiumPaidEarlierCents: 12_50,
        },
      ],
    },
  ],
  [
    'earnings',
    {
      earnings: [
        { type: 'BONUS', amount: '500', isDiscretionary: false, workweekStartDates: ['2026-02-02'] },
        { type: 'HOLIDAY', amount: '208', hours: '8' },
        { type: 'REIMBURSEMENT', amount: '42.75' },
      ],
      supplementalMethod: 'AGGREGATE',
      unpaidAbsenceDays: 2,
    },
    {
      earnings: [
        { type: 'BONUS', amountCents: 500_00, isDiscretionary: false, workweekStartDates: ['2026-02-02'] },
        { type: 'HOLIDAY', amountCents: 208_00, hoursHundredths: 8_00 },
        { type: 'REIMBURSEMENT', amountCents: 42_75 },
      ],
      supplementalMethod: 'AGGREGATE',
      unpaidAbsenceDays: 2,
    },
  ],
  [
    'earnings of off-cycle runs, apart from those of the regular run',
    {
      earnings: [
        { type: 'BONUS', amount: '500' },
        { type: 'BONUS', amount: '600', offCycleSequence: 1 },
        { type: 'REIMBURSEMENT', amount: '7', offCycleSequence: 2 },
      ],
    },
    {
      earnings: [{ type: 'BONUS', amountCents: 500_00 }],
      offCycleEarnings: {
        1: [{ type: 'BONUS', amountCents: 600_00 }],
        2: [{ type: 'REIMBURSEMENT', amountCents: 7_00 }],
      },
    },
  ],
])('%s', (_what, input, payInputs) => {
  const read = payInputsOf({ externalId: '7', ...input }, period);
  expect(read).toEqual({ ok: true, value: { ...NOTHING, ...payInputs } });
});

test.each<[field: string, type: 'INVALID_INPUT' | 'INVALID_AMOUNT', input: Omit<PayrollInputInput, 'externalId'>]>([
  ['hoursWorked.0.week', 'INVALID_INPUT', { hoursWorked: [{ week: 3, hours: '1' }] }],
  ['hoursWorked.0.week', 'INVALID_INPUT', { hoursWorked: [{ week: 0, hours: '1' }] }],
  ['hoursWorked.0.week', 'INVALID_INPUT', { hoursWorked: [{ week: 2_000_000_000, hours: '1' }] }],
  [
    'hoursWorked.1.week',
    'INVALID_INPUT',
    {
      hoursWorked: [
        { week: 1, hours: '1' },
        { week: 1, hours: '1' },
      ],
    },
  ],
  ['hoursWorked.0.hours', 'INVALID_INPUT', { hoursWorked: [{ week: 1, hours: '1.125' }] }],
  [
    'hoursWorked.0.otherRates.0.hourlyRate',
    'INVALID_AMOUNT',
    { hoursWorked: [{ week: 1, hours: '1', otherRates: [{ hours: '1', hourlyRate: '$9' }] }] },
  ],
  ['hoursWorked.0.stateOvertime', 'INVALID_AMOUNT', { hoursWorked: [{ week: 1, hours: '1', stateOvertime: 'none' }] }],
  [
    'earnings.1.amount',
    'INVALID_AMOUNT',
    {
      earnings: [
        { type: 'BONUS', amount: '1' },
        { type: 'BONUS', amount: '-1' },
      ],
    },
  ],
  [
    'earnings.0.workweekStartDates.0',
    'INVALID_INPUT',
    { earnings: [{ type: 'BONUS', amount: '1', workweekStartDates: ['2026-02-30'] }] },
  ],
  [
    'earnings.0.offCycleSequence',
    'INVALID_INPUT',
    { earnings: [{ type: 'BONUS', amount: '1', offCycleSequence: 100 }] },
  ],
  ['earnings.0.offCycleSequence', 'INVALID_INPUT', { earnings: [{ type: 'BONUS', amount: '1', offCycleSequence: 0 }] }],
  ['unpaidAbsenceDays', 'INVALID_INPUT', { unpaidAbsenceDays: -1 }],
])('a wrong %s is refused by its path: %s', (field, type, input) => {
  expect(payInputsOf({ externalId: '7', ...input }, period)).toMatchObject({ ok: false, error: { type, field } });
});
