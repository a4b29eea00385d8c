import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GarnishmentOrder } from '../../payroll/GarnishmentOrder.ts';
import { addToYearToDate, emptyYearToDate } from '../../payroll/yearToDate.ts';
import { decodeYearToDate, encodeYearToDate } from '../../payroll/yearToDateCodec.ts';
import { amountOf, lineOf, payslipOf, periodStarting, refusalOf, untaxed, type Overrides } from './payFacts.ts';

const order = (type: GarnishmentOrder['type'], more: Partial<GarnishmentOrder> = {}): GarnishmentOrder => ({
  orderId: `order_${type}`,
  type,
  receivedDate: '2026-01-10',
  ...(type === 'CREDITOR' && { stateLimit: 'FEDERAL_ONLY' }),
  ...more,
});

/** Weekly pay with these disposable earnings. */
const facts = (disposable: number, garnishments: GarnishmentOrder[], more: Overrides = {}) =>
  untaxed(disposable, { ...more, employee: { garnishments, ...more.employee } });
const withheld = (disposable: number, garnishments: GarnishmentOrder[], more: Overrides = {}) => {
  const slip = payslipOf(facts(disposable, garnishments, more));
  return garnishments.map(({ orderId }) =>
    slip.lines.filter(({ reference }) => reference === orderId).reduce((sum, line) => sum + line.amountCents, 0),
  );
};

// 15 U.S.C. 1673(a); 29 CFR 870.10: the smaller of 25 % and what exceeds 30 x 7.25 a week.
describe('a creditor', () => {
  test.each([
    // disposable a week, withheld
    [400_00, 100_00],
    [290_00, 72_50],
    [250_00, 32_50],
    [217_50, 0],
    [100_00, 0],
    [333_34, 83_33], // 83.335: ceilings are rounded down
  ])('of %d a week takes %d', (disposable, taken) => {
    expect(withheld(disposable, [order('CREDITOR')])).toEqual([taken]);
  });

  test.each([
    ['BIWEEKLY', '2026-03-02', 435_00],
    ['SEMIMONTHLY', '2026-03-01', 471_25],
    ['MONTHLY', '2026-03-01', 942_50],
  ] as const)('%s pay protects its own multiple of the minimum wage', (frequency, start, protectedCents) => {
    const period = periodStarting(start, frequency);
    expect(withheld(protectedCents, [order('CREDITOR')], { period })).toEqual([0]);
    expect(withheld(protectedCents + 10_00, [order('CREDITOR')], { period })).toEqual([10_00]);
  });

  test('a state that protects more prevails', () => {
    const stateLimit = { ratePpm: 100_000, protectedCents: 0 };
    expect(withheld(400_00, [order('CREDITOR', { stateLimit })])).toEqual([40_00]);
    const protecting = { ratePpm: 250_000, protectedCents: 390_00 };
    expect(withheld(400_00, [order('CREDITOR', { stateLimit: protecting })])).toEqual([10_00]);
  });

  test('the order’s own amount and what is still owed are never exceeded', () => {
    expect(withheld(400_00, [order('CREDITOR', { amountCents: 30_00 })])).toEqual([30_00]);
    const owed = order('CREDITOR', { balanceCents: 500_00 });
    const yearToDate = { byOrderCents: { order_CREDITOR: 480_00 } };
    expect(withheld(400_00, [owed], { yearToDate })).toEqual([20_00]);
  });

  test('benefits that the employee chose do not lower disposable earnings', () => {
    const deductions = [{ deductionId: 'd', type: 'TRADITIONAL_401K', amountCents: 100_00 } as const];
    expect(withheld(400_00, [order('CREDITOR')], { employee: { deductions } })).toEqual([100_00]);
  });

  test('an earlier creditor is served first; the later one gets what is left', () => {
    const first = order('CREDITOR', { orderId: 'b', amountCents: 80_00, receivedDate: '2026-01-01' });
    const second = order('CREDITOR', { orderId: 'a', receivedDate: '2026-01-02' });
    expect(withheld(400_00, [second, first])).toEqual([20_00, 80_00]);
  });
});

describe('a balance', () => {
  const owed = order('CREDITOR', { orderId: 'loan', amountCents: 60_00, balanceCents: 100_00 });

  /** What an order takes in three periods beside a deduction of 50.00. */
  function takenBeside(deductionId: string, orderId = 'loan'): number[] {
    const deductions = [{ deductionId, type: 'POST_TAX', amountCents: 50_00 } as const];
    let yearToDate = emptyYearToDate(2026);
    return ['2026-03-02', '2026-03-09', '2026-03-16'].map((start) => {
      const period = periodStarting(start, 'WEEKLY');
      const slip = payslipOf(facts(400_00, [{ ...owed, orderId }], { period, yearToDate, employee: { deductions } }));
      expect(amountOf(slip, 'POST_TAX')).toBe(50_00);
      yearToDate = decodeYearToDate(encodeYearToDate(addToYearToDate(yearToDate, slip)));
      return amountOf(slip, 'GARNISHMENT_CREDITOR');
    });
  }

  test.each(['other', 'loan'])('is collected to the end beside a deduction called %s', (deductionId) => {
    expect(takenBeside(deductionId)).toEqual([60_00, 40_00, 0]);
  });

  test('is collected to the end, whatever the order and a deduction are called', () => {
    const id = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'loan', 'loan ', '0', '00'),
      fc.string({ minLength: 1, unit: 'binary' }),
    );
    fc.assert(
      fc.property(id, id, fc.boolean(), (deductionId, orderId, isSame) => {
        expect(takenBeside(isSame ? orderId : deductionId, orderId)).toEqual([60_00, 40_00, 0]);
      }),
    );
  });
});

describe('support', () => {
  test.each([
    // supports another family, old arrears, ceiling of 1,000.00
    [false, false, 600_00],
    [false, true, 650_00],
    [true, false, 500_00],
    [true, true, 550_00],
  ])('another family %s, arrears %s: at most %d', (isSupportingOtherFamily, hasArrearsOver12Weeks, ceiling) => {
    const support = order('CHILD_SUPPORT', { amountCents: 900_00, isSupportingOtherFamily, hasArrearsOver12Weeks });
    const slip = payslipOf(facts(1_000_00, [support]));
    expect(lineOf(slip, 'GARNISHMENT_CHILD_SUPPORT')).toMatchObject({
      amountCents: ceiling,
      shortfallCents: 900_00 - ceiling,
    });
  });

  test('support counts against the creditor’s 25 %: a creditor gets what is left of it, possibly nothing', () => {
    const creditor = order('CREDITOR');
    expect(withheld(1_000_00, [creditor, order('CHILD_SUPPORT', { amountCents: 200_00 })])).toEqual([50_00, 200_00]);
    expect(withheld(1_000_00, [creditor, order('CHILD_SUPPORT', { amountCents: 300_00 })])).toEqual([0, 300_00]);
  });

  const two = [
    order('CHILD_SUPPORT', { orderId: 'a', amountCents: 600_00 }),
    order('CHILD_SUPPORT', { orderId: 'b', amountCents: 200_00 }),
  ];

  test('several orders that do not fit share by the rule of the state', () => {
    expect(withheld(1_000_00, two, { employee: { supportAllocation: 'PRORATE' } })).toEqual([450_00, 150_00]);
    expect(withheld(1_000_00, two, { employee: { supportAllocation: 'EQUAL' } })).toEqual([400_00, 200_00]);
    expect(refusalOf(facts(1_000_00, two))).toBe('GARNISHMENT_INCOMPLETE');
  });

  test('several orders that fit need no rule', () => {
    expect(withheld(2_000_00, two)).toEqual([600_00, 200_00]);
  });
});

describe('other orders', () => {
  test.each<[GarnishmentOrder['type'], Partial<GarnishmentOrder>, number]>([
    ['STUDENT_LOAN', {}, 150_00],
    ['FEDERAL_AGENCY_DEBT', {}, 150_00],
    ['FEDERAL_TAX_LEVY', { exemptCents: 300_00 }, 700_00],
    ['STATE_TAX_LEVY', { exemptCents: 900_00 }, 100_00],
    ['CHAPTER_13', { amountCents: 350_00 }, 350_00],
  ])('%s of 1,000.00 disposable', (type, more, taken) => {
    expect(withheld(1_000_00, [order(type, more)])).toEqual([taken]);
  });

  test('support comes before a levy, unless the levy came first', () => {
    const support = order('CHILD_SUPPORT', { amountCents: 400_00 });
    const levy = order('FEDERAL_TAX_LEVY', { exemptCents: 300_00 });
    expect(withheld(1_000_00, [levy, support])).toEqual([300_00, 400_00]);
    expect(withheld(1_000_00, [{ ...levy, isBeforeSupport: true }, support])).toEqual([700_00, 300_00]);
  });

  test('federal debts leave the creditor the rest of 25 %', () => {
    expect(withheld(1_000_00, [order('STUDENT_LOAN'), order('CREDITOR')])).toEqual([150_00, 100_00]);
  });

  test.each<[GarnishmentOrder['type'], Partial<GarnishmentOrder>]>([
    ['FEDERAL_TAX_LEVY', {}],
    ['STATE_TAX_LEVY', {}],
    ['CHAPTER_13', {}],
    ['CHILD_SUPPORT', {}],
  ])('an incomplete %s order is refused', (type, more) => {
    expect(refusalOf(facts(1_000_00, [order(type, more)]))).toBe('GARNISHMENT_INCOMPLETE');
  });

  test('a creditor’s order that does not say what the state allows is refused', () => {
    const { stateLimit: _, ...silent } = order('CREDITOR');
    expect(refusalOf(facts(1_000_00, [silent]))).toBe('GARNISHMENT_INCOMPLETE');
  });

  test('a fixed amount is taken once a period, not again from a bonus', () => {
    const support = order('CHILD_SUPPORT', { amountCents: 100_00 });
    const payInputs = { earnings: [{ type: 'BONUS', amountCents: 1_000_00 } as const] };
    const slip = payslipOf(facts(1_000_00, [support], { runType: 'BONUS', payInputs }));
    expect(amountOf(slip, 'GARNISHMENT_CHILD_SUPPORT')).toBe(0);
  });
});

test('orders come before benefits: the benefit gives way', () => {
  const deductions = [{ deductionId: 'd', type: 'SECTION_125_HEALTH', amountCents: 600_00 } as const];
  const support = order('CHILD_SUPPORT', { amountCents: 600_00 });
  const slip = payslipOf(facts(1_000_00, [support], { employee: { deductions } }));
  expect(amountOf(slip, 'GARNISHMENT_CHILD_SUPPORT')).toBe(600_00);
  expect(lineOf(slip, 'SECTION_125_HEALTH')).toMatchObject({ amountCents: 400_00, shortfallCents: 200_00 });
  expect(slip.netPayCents).toBe(0);
});
