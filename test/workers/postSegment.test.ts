import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';
import { getGroupChanges } from '../../table/changes.ts';
import { type EmployeeRecord, putEmployee } from '../../table/employee.ts';
import { getLedgerEntries } from '../../table/ledger.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { getRunItems } from '../../table/runItem.ts';
import { getYearsToDate, yearToDateOf } from '../../table/yearToDate.ts';
import { handler as postSegment } from '../../workers/postSegment.ts';
import { dieAtWrite } from './dieAtWrite.ts';
import { openTables, type Tables } from './openTables.ts';
import { bonusOf, EMPLOYEE_IDS, putPayingReversal, putPayingRun, startDateOf } from './postedRun.ts';

/* However often a run is posted, and wherever the worker dies, its amounts are in the years to date and the ledger once. */

let tables: Tables;

beforeAll(async () => {
  tables = await openTables();
});
beforeEach(() => tables.fresh());
afterAll(() => tables.close());

const post = ({ companyId, runId }: RunRecord) => postSegment({ companyId, runId, segment: 0 });

/** The years to date of the employees, in their order, and how many runs are in each. */
async function years(): Promise<{ year: YearToDate; runs: number }[]> {
  const records = await getYearsToDate('acme', 2026, EMPLOYEE_IDS);
  return EMPLOYEE_IDS.map((employeeId) => {
    const record = records.get(employeeId);
    return { year: yearToDateOf(record, 2026), runs: record?.runCount ?? 0 };
  });
}

/** What the years are with the bonuses of these periods, in this order. */
const yearsWith = (periods: readonly number[]) =>
  EMPLOYEE_IDS.map((employeeId) => ({
    year: periods.reduce(
      (year, period) => addToYearToDate(year, bonusOf(employeeId, startDateOf(period))),
      emptyYearToDate(2026),
    ),
    runs: periods.length,
  }));

const sumOf = (lines: { debitCents?: number; creditCents?: number }[]) =>
  lines.reduce((sum, { debitCents = 0, creditCents = 0 }) => sum + debitCents - creditCents, 0);

test('a segment is one entry that balances, and one payslip in each year', async () => {
  const run = await putPayingRun(1);
  await post(run);
  expect(await years()).toEqual(yearsWith([1]));
  const [entry, ...others] = await getLedgerEntries('acme', run.runId);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ sequence: 1, description: 'Wages and taxes, part 1 of 1' });
  expect(sumOf(entry?.lines ?? [])).toBe(0);
  expect(entry?.lines).toContainEqual({ account: '5020', name: 'Bonuses', debitCents: 6000_00 });
});

describe.each(['BEFORE', 'AFTER'] as const)('a worker that dies %s', (when) => {
  // Two items of years and the entry.
  test.each([1, 2, 3])('write %i, and is run again, has posted once', async (at) => {
    const run = await putPayingRun(1);
    expect(await dieAtWrite(at, when, () => post(run))).toMatchObject({ died: true });
    expect(await dieAtWrite(Infinity, when, () => post(run))).toMatchObject({ died: false });
    expect(await years()).toEqual(yearsWith([1]));
    expect(await getLedgerEntries('acme', run.runId)).toHaveLength(1);
  });
});

test('a segment that is posted is not written again', async () => {
  const run = await putPayingRun(1);
  expect(await dieAtWrite(Infinity, 'BEFORE', () => post(run))).toEqual({ died: false, writes: 3 });
  // Only the entry is tried, and refused.
  expect(await dieAtWrite(Infinity, 'BEFORE', () => post(run))).toEqual({ died: false, writes: 1 });
});

test('any number of runs, posted any number of times in any order and some at the same time, is each of them once', async () => {
  const moments = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(moments, async (order) => {
      await tables.fresh();
      const runs = new Map<number, RunRecord>();
      for (const period of new Set(order.flat())) runs.set(period, await putPayingRun(period));
      for (const together of order) await Promise.all(together.map((period) => post(runs.get(period) as RunRecord)));
      const sums = (all: { year: YearToDate; runs: number }[]) =>
        all.map(({ year: { grossCents, netPayCents, amountsCents }, runs: count }) => ({
          ...{ grossCents, netPayCents, amountsCents, count },
        }));
      expect(sums(await years())).toEqual(sums(yearsWith([...runs.keys()])));
    }),
    { numRuns: 8 },
  );
});

test('a reversal takes the original out of the year, and says on the original which run it was', async () => {
  const [earlier, original] = [await putPayingRun(1), await putPayingRun(2)];
  await post(earlier);
  await post(original);
  const before = await getRunItems('acme', original.runId, 0);
  const reversal = await putPayingReversal(original);
  for (const at of [1, 2, 3, 4, 5]) await dieAtWrite(at, 'AFTER', () => post(reversal));
  await post(reversal);
  const expected = yearsWith([1]).map(({ year }) => year.amountsCents);
  const taken = (await years()).map(({ year }) => year.amountsCents);
  expect(taken).toEqual(expected);
  expect((await years()).map(({ runs }) => runs)).toEqual([3, 3, 3]);
  expect(await getRunItems('acme', original.runId, 0)).toEqual(
    before.map((item) => ({ ...item, reversedByRunId: reversal.runId })),
  );
  const posted = await getLedgerEntries('acme', original.runId);
  const reversed = await getLedgerEntries('acme', reversal.runId);
  const negated = reversed[0]?.lines.map(({ account, name, debitCents, creditCents }) => ({
    account,
    name,
    ...(creditCents === undefined ? { creditCents: debitCents } : { debitCents: creditCents }),
  }));
  expect(negated?.toSorted(byAccount)).toEqual(posted[0]?.lines.toSorted(byAccount));
});

test('a reversal makes the runs stale that wait in a group to which somebody went since', async () => {
  const original = await putPayingRun(1);
  await post(original);
  const [first, second] = EMPLOYEE_IDS.map((employeeId): EmployeeRecord => ({
    ...{ companyId: 'acme', employeeId, externalId: employeeId, payGroupId: 'biweekly' },
    ...{ givenName: 'Ana', familyName: 'Chen', hireDate: '2021-03-15', profile: '{}', version: 1 },
  })) as [EmployeeRecord, EmployeeRecord];
  for (const employee of [first, { ...second, payGroupId: 'monthly' }]) await putEmployee(employee, undefined);
  await post(await putPayingReversal(original));
  expect(await getGroupChanges('acme', 'monthly')).toEqual(expect.objectContaining({ changes: 1 }));
  expect(await getGroupChanges('acme', 'biweekly')).toEqual({});
});

const byAccount = (a: { account: string }, b: { account: string }) => (a.account < b.account ? -1 : 1);

test.each(['APPROVED', 'CANCELLED', 'FAILED'] as const)('nothing of a run that is %s is posted', async (status) => {
  const run = await putPayingRun(1, { status });
  await expect(post(run)).rejects.toThrow(`is ${status}: nothing of it may be posted`);
  expect(await years()).toEqual(yearsWith([]));
});

test('an attempt that comes after the run was finished does nothing', async () => {
  const run = await putPayingRun(1, { status: 'PAID' });
  expect(await dieAtWrite(Infinity, 'BEFORE', () => post(run))).toEqual({ died: false, writes: 0 });
});
