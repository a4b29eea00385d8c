import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculatePayslip } from '../../payroll/calculatePayslip.ts';
import type { Compensation, EarningInput, PayInputs } from '../../payroll/EmployeePayFacts.ts';
import type { EnteredPay } from '../../payroll/EnteredPay.ts';
import { type EnteredPart, hoursOf, sumEnteredPay } from '../../payroll/sumEnteredPay.ts';
import { type Employment, unpayableOf } from '../../payroll/unpayable.ts';
import { payFacts, periodStarting } from './payFacts.ts';

/* What several systems enter for one employee is paid as one, and what no run can pay is known by name. */

const period = periodStarting('2026-03-02');
const WEEK = '2026-03-02';
const WEEKS = [WEEK, '2026-03-09'];
const NOT_EMPLOYED = 'NOT_EMPLOYED_IN_PERIOD';

const week = (startDate: string, hours: number, more: object = {}) => ({
  startDate,
  work: [{ hoursHundredths: hours * 100 }],
  ...more,
});
const entered = (more: Partial<EnteredPay>): EnteredPay => ({ workweeks: [], earnings: [], ...more });
const sum = (...parts: EnteredPart[]) => {
  const found = sumEnteredPay(parts);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
};
const refusal = (...parts: EnteredPart[]) => {
  const found = sumEnteredPay(parts);
  return found.ok ? undefined : found.error;
};
const from = (source: string, more: Partial<EnteredPay>): EnteredPart => ({ source, entered: entered(more) });

describe('what several sources enter', () => {
  test('is the sum: hours of a workweek add up, earnings follow one another', () => {
    const all = sum(
      from('office', { workweeks: [week('2026-03-02', 5)], earnings: [{ type: 'BONUS', amountCents: 250_00 }] }),
      from('clock', { workweeks: [week('2026-03-09', 40), week('2026-03-02', 38)], unpaidAbsenceDays: 1 }),
    );
    expect(all).toEqual({
      workweeks: [week('2026-03-02', 43), week('2026-03-09', 40)],
      earnings: [{ type: 'BONUS', amountCents: 250_00 }],
      unpaidAbsenceDays: 1,
    });
  });

  test('has the overtime of the whole week: 24 and 20 hours are 44, of which 4 are over 40', () => {
    const halves = sum(
      from('site-a', { workweeks: [week('2026-03-02', 24)] }),
      from('site-b', { workweeks: [week('2026-03-02', 20)] }),
    );
    const compensation: Compensation = { type: 'HOURLY', hourlyRateCents: 20_00 };
    const slip = calculatePayslip(payFacts({ employee: { compensation }, payInputs: halves, period }));
    const line = slip.ok ? slip.value.lines.find(({ code }) => code === 'OVERTIME_PREMIUM') : undefined;
    expect(line).toMatchObject({ amountCents: 40_00, hoursHundredths: 4_00 });
  });

  test('has at most 168 hours in a week, and the refusal names who entered how many', () => {
    const parts = [
      from('clock', { workweeks: [week('2026-03-02', 100)] }),
      from('office', { workweeks: [week('2026-03-02', 68.25)] }),
    ];
    expect(refusal(...parts)).toMatchObject({ type: 'INVALID_INPUT', field: 'hoursWorked' });
    expect(refusal(...parts)?.message).toContain('168.25 hours: 100 by "clock", 68.25 by "office"');
    expect(refusal(parts[0] as EnteredPart, from('office', { workweeks: [week('2026-03-02', 68)] }))).toBeUndefined();
  });

  test.each([
    ['the tax method', { supplementalMethod: 'FLAT' }, { supplementalMethod: 'AGGREGATE' }],
    [
      'the premium of a week that an earlier run paid',
      { workweeks: [week('2026-03-02', 45, { premiumPaidEarlierCents: 10_00 })] },
      { workweeks: [week('2026-03-02', 1, { premiumPaidEarlierCents: 10_00 })] },
    ],
  ] as const)('is refused where both state what can be true once: %s', (_what, one, other) => {
    const error = refusal(from('clock', one), from('office', other));
    expect(error?.type).toBe('SOURCES_CONTRADICT');
    expect(error?.message).toMatch(/"clock".*"office"/);
  });

  const hours = fc.integer({ min: 0, max: 20_00 });
  const earning = fc.record({
    type: fc.constantFrom<EarningInput['type']>('BONUS', 'COMMISSION', 'HOLIDAY', 'REIMBURSEMENT'),
    amountCents: fc.integer({ min: 1, max: 9_999_99 }),
  });
  const part = fc.record({
    workweeks: fc.subarray(WEEKS).chain((starts) =>
      fc.tuple(
        ...starts.map((startDate) =>
          fc.tuple(hours, fc.option(hours, { nil: undefined })).map(([own, other]) => ({
            startDate,
            work: [
              { hoursHundredths: own },
              ...(other === undefined ? [] : [{ hoursHundredths: other, hourlyRateCents: 31_00 }]),
            ],
          })),
        ),
      ),
    ),
    earnings: fc.array(earning, { maxLength: 3 }),
  });
  const parts = fc.uniqueArray(fc.tuple(fc.constantFrom('office', 'clock', 'sales', 'hr'), part), {
    selector: ([source]) => source,
    minLength: 1,
    maxLength: 4,
  });

  test('is the same in whatever order they entered it, and loses no hour and no cent', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const all = given.map(([source, ofPart]) => ({ source, entered: ofPart }));
        const one = sum(...all);
        expect(sum(...all.toReversed())).toEqual(one);
        const total = (list: readonly PayInputs[]) => [
          list.flatMap(({ workweeks }) => workweeks).reduce((amount, of) => amount + hoursOf(of), 0),
          list.flatMap(({ earnings }) => earnings).reduce((amount, { amountCents }) => amount + amountCents, 0),
        ];
        expect(total([one])).toEqual(total(given.map(([, ofPart]) => ofPart)));
        expect(one.workweeks.map(({ startDate }) => startDate)).toEqual(
          WEEKS.filter((start) => given.some(([, { workweeks }]) => workweeks.some((of) => of.startDate === start))),
        );
      }),
    );
  });

  test('pays to the cent what one source would be paid that had entered all of it', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const several = sum(...given.map(([source, ofPart]) => ({ source, entered: ofPart })));
        const workweeks = WEEKS.flatMap((startDate) => {
          const work = given.flatMap(([, ofPart]) => ofPart.workweeks.filter((of) => of.startDate === startDate));
          if (work.length === 0) return [];
          const at = (rate: number | undefined) =>
            work.flatMap((of) => of.work).filter(({ hourlyRateCents }) => hourlyRateCents === rate);
          const hoursAt = (rate: number | undefined) => at(rate).reduce((all, of) => all + of.hoursHundredths, 0);
          const other = at(31_00).length > 0 ? [{ hoursHundredths: hoursAt(31_00), hourlyRateCents: 31_00 }] : [];
          return [{ startDate, work: [{ hoursHundredths: hoursAt(undefined) }, ...other] }];
        });
        const bySource = given.toSorted(([a], [b]) => (a < b ? -1 : 1));
        const payInputs = { workweeks, earnings: bySource.flatMap(([, { earnings }]) => earnings) };
        const employee = { compensation: { type: 'HOURLY', hourlyRateCents: 23_17 } as const };
        const pay = (inputs: PayInputs) => calculatePayslip(payFacts({ employee, payInputs: inputs, period }));
        expect(pay(several)).toEqual(pay(payInputs));
      }),
      { numRuns: 50 },
    );
  });
});

describe('what no run can pay', () => {
  const exempt: Compensation = { type: 'SALARY', annualSalaryCents: 52_000_00, isOvertimeExempt: true };
  const salaried: Compensation = { ...exempt, isOvertimeExempt: false };
  const hourly: Compensation = { type: 'HOURLY', hourlyRateCents: 20_00 };
  const employed = (compensation: Compensation, more: Partial<Employment> = {}): Employment => ({
    hireDate: '2021-03-15',
    compensation,
    ...more,
  });
  const worked = { workweeks: [week('2026-03-02', 60)] };
  const rated = {
    workweeks: [
      { startDate: '2026-03-02', work: [{ hoursHundredths: 0 }, { hoursHundredths: 4_00, hourlyRateCents: 30_00 }] },
    ],
  };
  const premium = { workweeks: [week('2026-03-02', 0, { premiumPaidEarlierCents: 5_00 })] };
  const bonus = { type: 'BONUS', amountCents: 100_00 } as const;
  const reasons = (of: Partial<EnteredPay>, employment: Employment) =>
    unpayableOf(entered(of), employment, period).map(({ reason }) => reason);

  test.each<
    [what: string, of: Partial<EnteredPay>, employment: Employment, reason: string, same?: Partial<EnteredPay>]
  >([
    ['hours of an exempt salary', worked, employed(exempt), 'HOURS_OF_EXEMPT_SALARY', {}],
    ['hours at a rate of a salary', rated, employed(salaried), 'RATES_OF_SALARY', { workweeks: [week(WEEK, 4)] }],
    ['an earlier premium of an exempt salary', premium, employed(exempt), 'PREMIUM_OF_EXEMPT_EMPLOYEE', {}],
    [
      'an earlier premium of exempt hourly pay',
      { workweeks: [week(WEEK, 50, { premiumPaidEarlierCents: 5_00 })] },
      employed({ ...hourly, isOvertimeExempt: true }),
      'PREMIUM_OF_EXEMPT_EMPLOYEE',
      { workweeks: [week(WEEK, 50)] },
    ],
    [
      'unpaid days of hourly pay',
      { workweeks: [week(WEEK, 40)], unpaidAbsenceDays: 2 },
      employed(hourly),
      'UNPAID_DAYS_OF_HOURLY_PAY',
      { workweeks: [week(WEEK, 40)] },
    ],
    [
      'more unpaid days than workdays',
      { unpaidAbsenceDays: 11 },
      employed(exempt),
      'UNPAID_DAYS_BEYOND_PERIOD',
      { unpaidAbsenceDays: 10 },
    ],
    [
      'unpaid days of days before the hire',
      { unpaidAbsenceDays: 6 },
      employed(exempt, { hireDate: '2026-03-09' }),
      'UNPAID_DAYS_BEYOND_PERIOD',
      { unpaidAbsenceDays: 5 },
    ],
    ['hours after the employee left', worked, employed(hourly, { terminationDate: '2026-03-01' }), NOT_EMPLOYED],
    ['earnings before the hire', { earnings: [bonus] }, employed(exempt, { hireDate: '2026-03-16' }), NOT_EMPLOYED],
    [
      'earnings of an off-cycle run before the hire',
      { offCycleEarnings: { 1: [bonus] } },
      employed(exempt, { hireDate: '2026-03-16' }),
      NOT_EMPLOYED,
    ],
    [
      'an off-cycle bonus that raises overtime',
      { offCycleEarnings: { 1: [bonus] } },
      employed(hourly),
      'OFF_CYCLE_BONUS_RAISES_OVERTIME',
    ],
  ])('%s: the payslip is the same without it, or there is none', (_what, of, employment, reason, same) => {
    expect(reasons(of, employment)).toEqual([reason]);
    const { hireDate, terminationDate, compensation = hourly } = employment;
    const employee = { hireDate, ...(terminationDate ? { terminationDate } : {}), compensation };
    const pay = ({ offCycleEarnings, ...regular }: EnteredPay) =>
      calculatePayslip(
        offCycleEarnings
          ? payFacts({ employee, payInputs: { earnings: offCycleEarnings[1] ?? [] }, period, runType: 'OFF_CYCLE' })
          : payFacts({ employee, payInputs: regular, period }),
      );
    if (same) expect(pay(entered(of))).toEqual(pay(entered(same)));
    else expect(pay(entered(of))).toMatchObject({ ok: false });
  });

  test.each<[what: string, of: Partial<EnteredPay>, employment: Employment]>([
    ['hours of 0, which are an answer', { workweeks: [week('2026-03-02', 0)] }, employed(exempt)],
    ['extra pay of an exempt salary', { earnings: [bonus], offCycleEarnings: { 2: [bonus] } }, employed(exempt)],
    [
      'state overtime of an exempt salary',
      { workweeks: [week('2026-03-02', 0, { stateOvertimeCents: 9_00 })] },
      employed(exempt),
    ],
    ['hours of a salary that is not exempt', worked, employed(salaried)],
    ['hours at a rate of hourly pay', rated, employed(hourly)],
    ['unpaid days of a salary', { unpaidAbsenceDays: 10 }, employed(exempt)],
    [
      'an off-cycle bonus of somebody who left',
      { offCycleEarnings: { 1: [bonus] } },
      employed(exempt, { terminationDate: '2026-01-31' }),
    ],
    [
      'a discretionary off-cycle bonus',
      { offCycleEarnings: { 1: [{ ...bonus, isDiscretionary: true }] } },
      employed(hourly),
    ],
    ['anything, while no pay is recorded: the run fails the employee by name', worked, { hireDate: '2021-03-15' }],
  ])('is not: %s', (_what, of, employment) => {
    expect(reasons(of, employment)).toEqual([]);
  });
});
