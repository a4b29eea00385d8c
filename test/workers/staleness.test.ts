import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EmployeeInput, PayrollInputInput } from '../../clients/generated/schema.ts';
import { payPeriodOf } from '../../payroll/payPeriods.ts';
import { commitItems, frozenChangesOf, getChanges, postedItem, uncommitItems } from '../../table/changes.ts';
import { putCompany } from '../../table/company.ts';
import { getEmployees } from '../../table/employee.ts';
import { employeeIdsOf } from '../../table/externalId.ts';
import { type PayGroupRecord, putPayGroup, scheduleOf } from '../../table/payGroup.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { getPayrollInputs } from '../../table/payrollInput.ts';
import { transact } from '../../table/transact.ts';
import { stalenessOf } from '../../workers/approval/stalenessOf.ts';
import { handler as upsertEmployees } from '../../workers/upsertEmployees.ts';
import { handler as upsertPayrollInputs } from '../../workers/upsertPayrollInputs.ts';
import { atWrite } from './atWrite.ts';
import { openTables } from './openTables.ts';
import { putPaidItem } from './putPaidItem.ts';

/* Whatever moment a run freezes its inputs at: an edit that it missed stops its approval. */

const companyId = 'acme';
const payGroupId = 'weekly';
const periodStartDate = '2026-03-02';
const GROUP: PayGroupRecord = {
  companyId,
  payGroupId,
  name: 'Weekly',
  frequency: 'WEEKLY',
  anchorDate: '2026-01-05',
  payDateOffsetDays: 5,
  approvalPolicy: 'REQUIRED',
  startsAutomatically: false,
  cutOff: { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' },
  version: 1,
};
const period = payPeriodOf(scheduleOf(GROUP), periodStartDate);
const RUN = {
  ...{ companyId, runId: 'run_1', payGroupId, type: 'REGULAR', startedBy: 'ana' },
  period: period.ok && period.value,
} as RunRecord;

let tables: Awaited<ReturnType<typeof openTables>>;
let calls = 0;

beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  await tables.fresh();
  const company = { companyId, name: 'Acme', selfApprovalAllowed: false, employeeSequence: 0, unemployment: {} };
  await transact([putCompany({ ...company, version: 1 }, undefined), putPayGroup(GROUP, undefined)]);
  await hire('Chen');
  await enter('40');
});

const caller = { companyId, actor: 'somebody' };
const key = () => ({ idempotencyKey: `call ${++calls}` });

const hire = (familyName: string, more: Partial<EmployeeInput> = {}) => {
  const employee = { externalId: 'E1', payGroupId, givenName: 'Ana', familyName, hireDate: '2021-03-15' };
  const employees = [{ ...employee, workState: 'TX', ...more }];
  return upsertEmployees({ caller, mutation: 'upsertEmployees', input: { ...key(), employees } });
};

const enter = (hours: string, more: Partial<PayrollInputInput> = {}) => {
  const inputs = [{ externalId: 'E1', hoursWorked: [{ week: 1, hours }], ...more }];
  const input = { ...key(), payGroupId, periodStartDate, inputs };
  return upsertPayrollInputs({ caller, mutation: 'upsertPayrollInputs', input });
};

/** What a run freezes, in the order in which it reads: the counters before everything that they count. */
async function freeze(): Promise<{ run: RunRecord; versions: (number | undefined)[] }> {
  const frozenChanges = frozenChangesOf(await getChanges(RUN));
  const employeeId = (await employeeIdsOf(companyId, ['E1'])).get('E1') ?? '';
  const employee = (await getEmployees(companyId, [employeeId])).get(employeeId);
  const entered = (await getPayrollInputs(companyId, payGroupId, periodStartDate, [employeeId])).get(employeeId);
  return { run: { ...RUN, frozenChanges }, versions: [employee?.version, entered?.version] };
}

const commit = async (run: RunRecord) =>
  (await transact(commitItems(run, { at: '2026-03-10T12:00:00.000Z', settledMarks: [] }))).refused === undefined;

/** The place of the write that has the effect, and of the counter's second one, in what each edit writes. */
const EDITS: [string, () => Promise<unknown>, effect: number, counted: number][] = [
  // The counter, the version before, the employee, the counter once more, the record with the answer.
  ['an employee', () => hire('Diaz'), 3, 4],
  // The counter, the version before, what is entered, the counter once more, the record with the answer.
  ['hours', () => enter('38'), 3, 4],
];

describe.each(EDITS)('a run that freezes its inputs while somebody edits %s', (_what, edit, effect, counted) => {
  test.each([1, 2, 3, 4, 5])('and misses the edit is not approved (before write %i)', async (at) => {
    let frozen = await freeze();
    await atWrite(at, async () => void (frozen = await freeze()), edit);
    if (at > counted) frozen = await freeze();
    const { versions } = await freeze();
    const isMissed = String(frozen.versions) !== String(versions);
    expect(isMissed).toBe(at <= effect);
    const staleness = stalenessOf(frozen.run, await getChanges(RUN));
    expect(await commit(frozen.run)).toBe(staleness === undefined);
    if (isMissed) expect(staleness).toBeDefined();
    if (at > counted) expect(staleness).toBeUndefined();
  });
});

test('an edit of nothing, and one that is refused, stop no approval', async () => {
  const { run } = await freeze();
  await hire('Chen');
  await enter('40');
  await hire('Chen', { payGroupId: 'unknown' });
  await enter('not a number');
  expect(await commit(run)).toBe(true);
});

test('an employee who changes groups changes both', async () => {
  await transact([putPayGroup({ ...GROUP, payGroupId: 'other' }, undefined)]);
  const { run } = await freeze();
  const other = { ...RUN, payGroupId: 'other' };
  const before = await getChanges(other);
  await hire('Chen', { payGroupId: 'other' });
  expect(stalenessOf(run, await getChanges(RUN))).toContain('employees of the pay group "weekly"');
  expect((await getChanges(other)).group.changes).toBeGreaterThan(before.group.changes ?? 0);
});

describe('an employee whose pay by an approved run is not posted yet', () => {
  const move = () => hire('Chen', { payGroupId: 'other' });
  beforeEach(() => transact([putPayGroup({ ...GROUP, payGroupId: 'other' }, undefined)]));

  test('stays in the group until it is, because another group would freeze years to date without it', async () => {
    const { run } = await freeze();
    expect(await commit(run)).toBe(true);
    expect((await move()).results).toMatchObject([
      {
        outcome: 'REFUSED',
        userErrors: [{ code: 'INVALID_STATE', message: expect.stringContaining('run_1') as string }],
      },
    ]);
    // What else is recorded of the employee may change.
    expect((await hire('Diaz')).results).toMatchObject([{ outcome: 'UPDATED' }]);
    await transact([postedItem(run)]);
    expect((await move()).results).toMatchObject([{ outcome: 'UPDATED' }]);
  });

  // Both counters, the move, both counters once more, and the record with the answer.
  test.each([1, 2, 3, 4, 5])('never leaves it, if the run is approved before write %i of the move', async (at) => {
    let isPaid = false;
    const { result } = await atWrite(
      at,
      async () => {
        const { run, versions } = await freeze();
        isPaid = (await commit(run)) && versions[0] === 1;
      },
      move,
    );
    if (at === 3) expect(isPaid).toBe(true);
    if (at > 3) expect(isPaid).toBe(false);
    expect(result.results).toMatchObject([{ outcome: isPaid ? 'REFUSED' : 'UPDATED' }]);
  });
});

test('an approved run closes its period; earnings for off-cycle runs are still taken', async () => {
  const { run } = await freeze();
  const paidId = (await employeeIdsOf(companyId, ['E1'])).get('E1') ?? '';
  await putPaidItem(companyId, run.runId, paidId);
  expect(await commit(run)).toBe(true);
  expect((await enter('20')).results).toMatchObject([{ outcome: 'REFUSED', userErrors: [{ code: 'PERIOD_CLOSED' }] }]);
  const bonus = { type: 'BONUS', amount: '100', offCycleSequence: 1 } as const;
  expect((await enter('40', { earnings: [bonus] })).results).toMatchObject([{ outcome: 'UPDATED' }]);
  expect(await commit((await freeze()).run)).toBe(false);
  await transact(uncommitItems(run));
  expect((await enter('20')).results).toMatchObject([{ outcome: 'UPDATED' }]);
});

test('of two runs that froze the same years to date one is approved', async () => {
  const { run } = await freeze();
  const bonus: RunRecord = { ...run, runId: 'run_2', type: 'BONUS' };
  const approvals = await Promise.all([commit(run), commit(bonus)]);
  expect(approvals.filter(Boolean)).toHaveLength(1);
  expect(stalenessOf(run, await getChanges(RUN))).toContain('years to date');
});
