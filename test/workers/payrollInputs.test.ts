import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSchema, type GraphQLInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmployeeInput, PayrollInputInput, UpsertPayrollInputsInput } from '../../clients/generated/schema.ts';
import { payPeriodOf } from '../../payroll/payPeriods.ts';
import type { RunStatus } from '../../payroll/runStatus.ts';
import { commitItems, frozenChangesOf, getChanges } from '../../table/changes.ts';
import { type CompanyRecord, getCompany, putCompany } from '../../table/company.ts';
import { employeeIdsOf } from '../../table/externalId.ts';
import { type PayGroupRecord, putPayGroup, scheduleOf } from '../../table/payGroup.ts';
import { enteredPayOf, getPayrollInputs, getPayrollInputsAt, putPayrollInput } from '../../table/payrollInput.ts';
import { newRunItems, type PayrollRunType, type RunRecord } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import { transact } from '../../table/transact.ts';
import { freezeRoster } from '../../workers/preparation/freezeRoster.ts';
import { handler as upsertEmployees } from '../../workers/upsertEmployees.ts';
import { handler as upsertPayrollInputs } from '../../workers/upsertPayrollInputs.ts';
import { openTables } from './openTables.ts';
import { putPaidItem } from './putPaidItem.ts';

/* What is entered for a period is kept by its source, and what no run can pay is refused by name. */

const companyId = 'acme';
const payGroupId = 'biweekly';
const periodStartDate = '2026-03-02';
const GROUP: PayGroupRecord = {
  companyId,
  payGroupId,
  name: 'Biweekly',
  frequency: 'BIWEEKLY',
  anchorDate: '2026-01-05',
  payDateOffsetDays: 5,
  approvalPolicy: 'REQUIRED',
  startsAutomatically: false,
  cutOff: { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' },
  version: 1,
};
const found = payPeriodOf(scheduleOf(GROUP), periodStartDate);
const period = (found.ok ? found.value : undefined) as RunRecord['period'];
const HOURLY = { type: 'HOURLY', hourlyRate: '20' } as const;
const EXEMPT = { type: 'SALARY', annualSalary: '52000', isOvertimeExempt: true } as const;

let tables: Awaited<ReturnType<typeof openTables>>;
let calls = 0;

beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  await tables.fresh();
  const company = { companyId, name: 'Acme', selfApprovalAllowed: false, employeeSequence: 0, unemployment: {} };
  await transact([
    putCompany({ ...company, version: 1 }, undefined),
    putPayGroup(GROUP, undefined),
    putPayGroup({ ...GROUP, payGroupId: 'other' }, undefined),
  ]);
  await hire('E1', { compensation: HOURLY });
});

const caller = { companyId, actor: 'somebody' };
const key = () => ({ idempotencyKey: `call ${++calls}` });

const hire = (externalId: string, more: Partial<EmployeeInput> = {}) => {
  const employee = { externalId, payGroupId, givenName: 'Ana', familyName: 'Chen', hireDate: '2021-03-15' };
  const employees = [{ ...employee, workState: 'TX', ...more }];
  return upsertEmployees({ caller, mutation: 'upsertEmployees', input: { ...key(), employees } });
};

const call = (inputs: PayrollInputInput[], more: Partial<UpsertPayrollInputsInput> = {}) =>
  upsertPayrollInputs({
    caller,
    mutation: 'upsertPayrollInputs',
    input: { ...key(), payGroupId, periodStartDate, inputs, ...more },
  });

/** Enters one row and answers what became of it. */
async function enter(source: string | null | undefined, row: Partial<PayrollInputInput>) {
  const { results, userErrors } = await call([{ externalId: 'E1', ...row }], source === undefined ? {} : { source });
  return results[0] ?? { outcome: 'REFUSED', userErrors };
}

const week = (hours: string, more: object = {}) => ({ hoursWorked: [{ week: 1, hours, ...more }] });
const BONUS = { type: 'BONUS', amount: '250' } as const;

const stored = async (externalId = 'E1') => {
  const employeeId = (await employeeIdsOf(companyId, [externalId])).get(externalId) ?? '';
  return (await getPayrollInputs(companyId, payGroupId, periodStartDate, [employeeId])).get(employeeId);
};
const paid = async () => {
  const sum = enteredPayOf(await stored());
  return sum.ok ? sum.value : sum.error;
};
const hours = (hundredths: number) => [{ startDate: periodStartDate, work: [{ hoursHundredths: hundredths }] }];

/** A run of the period in some status, written as it would be by its start and its approval. */
async function putRun(type: PayrollRunType, status: RunStatus, sequence = 1) {
  const runId = runIdOf({ companyId, payGroupId, periodStartDate, type, sequence });
  const policies = { approvalPolicy: 'REQUIRED', selfApprovalAllowed: false, startedBy: 'a', startedAt: 'b' } as const;
  const { run, items } = newRunItems({ companyId, runId, payGroupId, type, sequence, period, status, ...policies });
  await transact(items);
  return { ...run, frozenChanges: frozenChangesOf(await getChanges(run)) };
}

describe('parts by source', () => {
  test('a commission by one system and then hours by another are both paid', async () => {
    expect(await enter('sales', { earnings: [{ type: 'COMMISSION', amount: '250' }] })).toMatchObject({
      outcome: 'CREATED',
      version: 1,
    });
    expect(await enter('time-clock', week('40'))).toMatchObject({ outcome: 'CREATED', version: 2 });
    expect(await paid()).toEqual({ workweeks: hours(40_00), earnings: [{ type: 'COMMISSION', amountCents: 250_00 }] });
  });

  test('a source replaces its own part only', async () => {
    await enter('sales', { earnings: [BONUS] });
    await enter('time-clock', week('40'));
    expect(await enter('time-clock', week('38'))).toMatchObject({ outcome: 'UPDATED', version: 3 });
    expect(await paid()).toMatchObject({ workweeks: hours(38_00), earnings: [{ amountCents: 250_00 }] });
    expect(await enter('sales', { earnings: [BONUS] })).toMatchObject({ outcome: 'UNCHANGED', version: 1 });
  });

  test.each([undefined, null])('who names no source (%s) is the office', async (source) => {
    await enter(source, week('40'));
    expect(await enter('office', week('41'))).toMatchObject({ outcome: 'UPDATED' });
    expect(await paid()).toMatchObject({ workweeks: hours(41_00) });
  });

  test('what the office alone enters is kept as it was before there were sources', async () => {
    await enter(undefined, week('40'));
    await enter(undefined, week('41'));
    expect(await stored()).toEqual({
      pk: expect.any(String) as string,
      sk: expect.any(String) as string,
      employeeId: expect.any(String) as string,
      payInputs: JSON.stringify({ workweeks: hours(41_00), earnings: [] }),
      version: 2,
      written: { by: expect.any(String) as string, outcome: 'UPDATED' },
    });
  });

  test('an empty row takes out what its source entered, and says so; the others stay', async () => {
    await enter('sales', { earnings: [BONUS] });
    await enter(undefined, week('40'));
    expect(await enter('sales', {})).toMatchObject({ outcome: 'REMOVED', userErrors: [] });
    expect(await paid()).toEqual({ workweeks: hours(40_00), earnings: [] });
    expect(await enter('sales', { earnings: [], hoursWorked: null })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await enter('sales', {})).not.toHaveProperty('version');
    expect(await enter(undefined, {})).toMatchObject({ outcome: 'REMOVED' });
    expect(await paid()).toEqual({ workweeks: [], earnings: [] });
    expect(await enter('sales', { earnings: [BONUS] })).toMatchObject({ outcome: 'CREATED', version: 5 });
  });

  test('every version that a run may have frozen stays readable', async () => {
    await enter(undefined, week('40'));
    await enter('sales', { earnings: [BONUS] });
    await enter(undefined, {});
    await enter('sales', {});
    const employeeId = String((await stored())?.employeeId);
    const at = async (version: number) =>
      enteredPayOf(
        (await getPayrollInputsAt(companyId, payGroupId, periodStartDate, [{ employeeId, version }])).get(employeeId),
      );
    const earnings = [{ type: 'BONUS', amountCents: 250_00 }];
    expect(await at(1)).toMatchObject({ value: { workweeks: hours(40_00), earnings: [] } });
    expect(await at(2)).toMatchObject({ value: { workweeks: hours(40_00), earnings } });
    expect(await at(3)).toMatchObject({ value: { workweeks: [], earnings } });
    expect(await at(4)).toMatchObject({ value: { workweeks: [], earnings: [] } });
  });

  test("a record of before there were sources is the office's", async () => {
    const employeeId = (await employeeIdsOf(companyId, ['E1'])).get('E1') ?? '';
    const payInputs = JSON.stringify({ workweeks: hours(40_00), earnings: [{ type: 'BONUS', amountCents: 9_00 }] });
    const record = { employeeId, payInputs, version: 1 };
    await putPayrollInput(companyId, payGroupId, periodStartDate, record, undefined);
    expect(await enter('time-clock', week('2'))).toMatchObject({ outcome: 'CREATED' });
    expect(await paid()).toEqual({ workweeks: hours(42_00), earnings: [{ type: 'BONUS', amountCents: 9_00 }] });
    expect(await enter('office', { ...week('39') })).toMatchObject({ outcome: 'UPDATED' });
    expect(await paid()).toEqual({ workweeks: hours(41_00), earnings: [] });
  });

  test('hours that no week has together are refused, and the refusal names who entered how many', async () => {
    await enter('time-clock', week('100'));
    const row = await enter('office', week('68.01'));
    expect(row).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'INVALID_INPUT', field: ['hoursWorked'] }] });
    expect(row.userErrors[0]?.message).toContain('68.01 by "office"');
    expect(await enter('office', week('68'))).toMatchObject({ outcome: 'CREATED' });
  });

  test('days of unpaid absence add up to the workdays of the period at most', async () => {
    await hire('S', { compensation: EXEMPT });
    const days = (source: string, unpaidAbsenceDays: number) => enter(source, { externalId: 'S', unpaidAbsenceDays });
    expect(await days('hr', 6)).toMatchObject({ outcome: 'CREATED' });
    expect(await days('office', 5)).toMatchObject({ userErrors: [{ code: 'INPUT_NOT_PAYABLE' }] });
    expect(await days('office', 4)).toMatchObject({ outcome: 'CREATED' });
  });

  test.each(['', 'a b', 'x'.repeat(41), '#'])('a source is an id: "%s" is refused', async (source) => {
    expect(await enter(source, week('40'))).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['source'] }],
    });
  });

  test.each(['constructor', '__proto__', 'toString'])('a source may be called %s', async (source) => {
    expect(await enter(source, week('40'))).toMatchObject({ outcome: 'CREATED' });
    expect(await enter('office', { earnings: [BONUS] })).toMatchObject({ outcome: 'CREATED' });
    expect(await paid()).toMatchObject({ workweeks: hours(40_00), earnings: [{ amountCents: 250_00 }] });
  });
});

describe('expectedVersion', () => {
  test('refuses what was changed since by the same source, and what is there when nothing was seen', async () => {
    expect(await enter(undefined, { ...week('40'), expectedVersion: 0 })).toMatchObject({ outcome: 'CREATED' });
    expect(await enter(undefined, { ...week('41'), expectedVersion: 0 })).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'VERSION_CONFLICT', field: ['expectedVersion'] }],
    });
    expect(await enter(undefined, { ...week('41'), expectedVersion: 1 })).toMatchObject({
      outcome: 'UPDATED',
      version: 2,
    });
    expect(await enter(undefined, { expectedVersion: 1 })).toMatchObject({
      userErrors: [{ code: 'VERSION_CONFLICT' }],
    });
    expect(await enter(undefined, { ...week('42'), expectedVersion: null })).toMatchObject({ outcome: 'UPDATED' });
  });

  test('does not look at what other sources enter meanwhile', async () => {
    await enter(undefined, week('40'));
    await enter('time-clock', week('2'));
    expect(await enter(undefined, { ...week('41'), expectedVersion: 1 })).toMatchObject({
      outcome: 'UPDATED',
      version: 3,
    });
    expect(await enter('time-clock', { ...week('3'), expectedVersion: 2 })).toMatchObject({
      outcome: 'UPDATED',
      version: 4,
    });
  });
});

describe('what no run can pay is refused, with a way out that works', () => {
  test('for somebody of another group, who left before the period, or who is hired after it', async () => {
    await hire('OTHER', { payGroupId: 'other', compensation: HOURLY });
    await hire('LEFT', { compensation: HOURLY, terminationDate: '2026-02-27' });
    await hire('LATER', { compensation: HOURLY, hireDate: '2026-03-16' });
    const { results } = await call(
      ['E1', 'OTHER', 'LEFT', 'LATER'].map((externalId) => ({ externalId, ...week('40') })),
    );
    expect(results.map(({ outcome, userErrors }) => [outcome, userErrors[0]?.code])).toEqual([
      ['CREATED', undefined],
      ['REFUSED', 'EMPLOYEE_IN_OTHER_PAY_GROUP'],
      ['REFUSED', 'NOT_EMPLOYED_IN_PERIOD'],
      ['REFUSED', 'NOT_EMPLOYED_IN_PERIOD'],
    ]);
    expect(results[1]?.userErrors[0]?.message).toContain('"other"');
    // The ways out.
    const there = await call([{ externalId: 'OTHER', ...week('40') }], { payGroupId: 'other' });
    expect(there.results).toMatchObject([{ outcome: 'CREATED' }]);
    const owed = { ...BONUS, isDiscretionary: true, offCycleSequence: 1 };
    expect(await enter(undefined, { externalId: 'LEFT', earnings: [owed] })).toMatchObject({ outcome: 'CREATED' });
    const next = await call([{ externalId: 'LATER', ...week('40') }], { periodStartDate: '2026-03-16' });
    expect(next.results).toMatchObject([{ outcome: 'CREATED' }]);
  });

  test('what was entered before the employee moved away is still taken out', async () => {
    await enter(undefined, week('40'));
    await hire('E1', { payGroupId: 'other', compensation: HOURLY });
    expect(await enter(undefined, week('41'))).toMatchObject({ userErrors: [{ code: 'EMPLOYEE_IN_OTHER_PAY_GROUP' }] });
    expect(await enter(undefined, {})).toMatchObject({ outcome: 'REMOVED' });
  });

  test('hours of an exempt salary; extra pay is taken', async () => {
    await hire('E1', { compensation: EXEMPT });
    expect(await enter(undefined, week('60'))).toMatchObject({ userErrors: [{ code: 'INPUT_NOT_PAYABLE' }] });
    expect(await enter(undefined, { earnings: [BONUS] })).toMatchObject({ outcome: 'CREATED' });
  });

  test('an earning for an off-cycle run that is approved, or that ended so that none can take its place', async () => {
    const bonus = (offCycleSequence: number, amount = '100') =>
      enter('hr', { earnings: [{ type: 'BONUS', amount, isDiscretionary: true, offCycleSequence }] });
    await putRun('OFF_CYCLE', 'AWAITING_APPROVAL', 1);
    expect(await bonus(1)).toMatchObject({ outcome: 'CREATED' });
    await putRun('OFF_CYCLE', 'PAID', 2);
    const refused = await bonus(2);
    expect(refused).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'SEQUENCE_CLOSED' }] });
    await putRun('BONUS', 'CANCELLED', 3);
    expect(await bonus(3)).toMatchObject({ outcome: 'UPDATED' });
    await putRun('OFF_CYCLE', 'REJECTED', 3);
    expect(await bonus(3, '200')).toMatchObject({ userErrors: [{ code: 'SEQUENCE_CLOSED' }] });
    // The way out.
    expect(
      await enter('office', {
        earnings: [{ type: 'BONUS', amount: '200', isDiscretionary: true, offCycleSequence: 4 }],
      }),
    ).toMatchObject({ outcome: 'CREATED' });
  });

  test('hours for a period whose regular run is approved; another source may still enter off-cycle pay', async () => {
    await enter('time-clock', week('40'));
    const run = await putRun('REGULAR', 'AWAITING_APPROVAL');
    await putPaidItem(companyId, run.runId, String((await stored())?.employeeId));
    expect(await transact(commitItems(run, { at: '2026-03-10T12:00:00.000Z', settledMarks: [] }))).toEqual({});
    expect(await enter('office', week('1'))).toMatchObject({ userErrors: [{ code: 'PERIOD_CLOSED' }] });
    expect(await enter('time-clock', {})).toMatchObject({ userErrors: [{ code: 'PERIOD_CLOSED' }] });
    const owed = { ...BONUS, isDiscretionary: true, offCycleSequence: 1 };
    expect(await enter('office', { earnings: [owed] })).toMatchObject({ outcome: 'CREATED' });
  });

  test('what was entered for a period of an earlier schedule is listed by the run of those days, and taken out', async () => {
    await enter(undefined, week('40'));
    // The same frequency, counted from another week.
    const moved: PayGroupRecord = { ...GROUP, anchorDate: '2026-01-12', version: 2 };
    await transact([putPayGroup(moved, GROUP)]);
    const company = await getCompany(companyId);
    const days = payPeriodOf(scheduleOf(moved), '2026-02-23');
    const run = { companyId, runId: 'run_1', payGroupId, type: 'REGULAR', sequence: 1 } as RunRecord;
    const listed = async () =>
      (await freezeRoster({ ...run, period: days.ok ? days.value : period }, company as CompanyRecord)).enteredNotPaid;
    expect(await listed()).toEqual([{ reason: 'OTHER_PERIOD', count: 1, examples: ['E1'] }]);
    expect(await call([{ externalId: 'E1', ...week('41') }])).toMatchObject({
      userErrors: [{ code: 'PERIOD_NOT_FOUND' }],
    });
    expect(await enter(undefined, {})).toMatchObject({ outcome: 'REMOVED' });
    expect(await listed()).toEqual([]);
  });

  test('a run lists what was entered for people who left its group, also where nobody of the group is left', async () => {
    await enter('time-clock', week('40'));
    await hire('E1', { payGroupId: 'other', compensation: HOURLY });
    const run = { companyId, runId: 'run_1', payGroupId, type: 'REGULAR', sequence: 1, period } as RunRecord;
    const roster = await freezeRoster(run, (await getCompany(companyId)) as CompanyRecord);
    expect(roster).toMatchObject({
      entries: [],
      enteredNotPaid: [{ reason: 'OTHER_PAY_GROUP', count: 1, examples: ['E1'] }],
    });
  });

  /**
   * Every member of the input, by its path in the schema: a value that counts, and one that would not and is refused. A new
   * member without a line here fails the test.
   */
  const earning = (more: object) => ({ earnings: [{ ...BONUS, ...more }] });
  const rate = (more: object) => week('1', { otherRates: [{ hours: '1', hourlyRate: '30', ...more }] });
  const onDay = (more: object) => ({ hoursByDate: [{ date: periodStartDate, hours: '8', ...more }] });
  const MEMBERS: Record<string, { counts: Partial<PayrollInputInput>; refused: Partial<PayrollInputInput> }> = {
    externalId: { counts: week('1'), refused: { externalId: 'nobody', ...week('1') } },
    'hoursWorked.week': { counts: week('1'), refused: { hoursWorked: [{ week: 3, hours: '1' }] } },
    'hoursWorked.hours': { counts: week('1'), refused: week('168.01') },
    'hoursWorked.otherRates.hours': { counts: rate({}), refused: rate({ hours: '168' }) },
    'hoursWorked.otherRates.hourlyRate': { counts: rate({}), refused: rate({ hourlyRate: '0' }) },
    'hoursWorked.stateOvertime': {
      counts: week('0', { stateOvertime: '5' }),
      refused: week('0', { stateOvertime: '-5' }),
    },
    'hoursWorked.premiumPaidEarlier': {
      counts: week('45', { premiumPaidEarlier: '5' }),
      refused: { externalId: 'EXEMPT', ...week('0', { premiumPaidEarlier: '5' }) },
    },
    'hoursByDate.date': { counts: onDay({}), refused: onDay({ date: '2027-12-31' }) },
    'hoursByDate.hours': { counts: onDay({}), refused: onDay({ hours: '25.01' }) },
    'hoursByDate.hourlyRate': { counts: onDay({ hourlyRate: '30' }), refused: onDay({ hourlyRate: '0' }) },
    'hoursByDate.stateOvertime': { counts: onDay({ stateOvertime: '5' }), refused: onDay({ stateOvertime: '-5' }) },
    'earnings.type': { counts: earning({}), refused: earning({ type: 'HOLIDAY', isDiscretionary: true }) },
    'earnings.amount': { counts: earning({}), refused: earning({ amount: '0' }) },
    'earnings.hours': {
      counts: earning({ type: 'HOLIDAY', hours: '8' }),
      refused: earning({ type: 'REIMBURSEMENT', hours: '8' }),
    },
    'earnings.isDiscretionary': {
      counts: earning({ isDiscretionary: true }),
      refused: earning({ type: 'HOLIDAY', isDiscretionary: true }),
    },
    'earnings.workweekStartDates': {
      counts: { ...week('45'), ...earning({ workweekStartDates: [periodStartDate] }) },
      refused: earning({ type: 'HOLIDAY', workweekStartDates: [periodStartDate] }),
    },
    'earnings.offCycleSequence': {
      counts: earning({ isDiscretionary: true, offCycleSequence: 1 }),
      refused: earning({ offCycleSequence: 100 }),
    },
    supplementalMethod: { counts: { ...earning({}), supplementalMethod: 'AGGREGATE' }, refused: {} },
    unpaidAbsenceDays: {
      counts: { externalId: 'EXEMPT', unpaidAbsenceDays: 1 },
      refused: { ...week('40'), unpaidAbsenceDays: 1 },
    },
    expectedVersion: { counts: { ...week('1'), expectedVersion: 0 }, refused: { ...week('1'), expectedVersion: 1 } },
  };
  const root = join(import.meta.dirname, '..', '..');
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const schema = buildSchema(read('schema.graphql') + read('clients/appsync.graphql'));
  const pathsOf = (type: string, before = ''): string[] =>
    Object.values((schema.getType(type) as GraphQLInputObjectType).getFields()).flatMap((field) => {
      const name = String(field.type).replaceAll(/[![\]]/g, '');
      const isInput = name.endsWith('Input');
      return isInput ? pathsOf(name, `${before}${field.name}.`) : [`${before}${field.name}`];
    });

  test('is known for every member of the input', () => {
    expect(Object.keys(MEMBERS).toSorted()).toEqual(pathsOf('PayrollInputInput').toSorted());
  });

  test.each(Object.entries(MEMBERS))('%s counts, or is refused', async (path, { counts, refused }) => {
    await hire('EXEMPT', { compensation: EXEMPT });
    if (path !== 'supplementalMethod') {
      const row = await enter(undefined, refused);
      expect(row.outcome).toBe('REFUSED');
      expect(row.userErrors[0]).toMatchObject({
        code: expect.any(String) as string,
        resolution: expect.any(String) as string,
      });
    }
    expect(await enter(undefined, counts)).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });
});
