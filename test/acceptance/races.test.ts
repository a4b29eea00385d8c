import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ApprovePayrollRunDocument,
  CancelPayrollRunDocument,
  EmployeesDocument,
  type RunPartsFragment,
  RejectPayrollRunDocument,
  UpsertEmployeesDocument,
  UpsertPayrollInputsDocument,
} from '../../clients/generated/operations/graphql.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import {
  SAMPLE_PAY_GROUP_ID,
  SAMPLE_PERIOD_START_DATE,
  type SampleEmployee,
  sampleEmployees,
} from '../../demo/sampleEmployees.ts';
import { executionStatus } from './executionStatus.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { cancel, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { readRunInTable } from './payrollTable.ts';

/* Two people at the same moment: one of them is first, and the other is told so. */

const EMPLOYEES = 12;

const faults = new OrderedFaults();
let office: PayrollOffice;
let employeeIds: string[];
let sequence = 0;

beforeAll(async () => {
  // Slow enough that a function which is held is tried again for half a minute, and soon enough for a test.
  office = await openPayrollOffice({ employees: EMPLOYEES, faults, random: () => 0.25 });
  const { employees } = await office.admin.execute(EmployeesDocument, {});
  employeeIds = employees?.nodes.map(({ employeeId }) => employeeId) ?? [];
});
afterAll(() => office.close());

async function awaitingRun(): Promise<{ runId: string; calculationHash: string }> {
  const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence: ++sequence, employeeIds });
  await watchRun(office.admin, runId);
  const { status, calculationHash } = await readRun(office.admin, runId);
  expect(status).toBe('AWAITING_APPROVAL');
  return { runId, calculationHash: calculationHash ?? '' };
}

interface Decided {
  run?: Pick<RunPartsFragment, 'status'> | null;
  userErrors: { code: string; message: string }[];
}

type Decide = (run: { runId: string; calculationHash: string }, idempotencyKey: string) => Promise<Decided>;

const answered = (payload: Decided | null | undefined): Decided => payload ?? { userErrors: [] };

const approve: Decide = async (run, idempotencyKey) => {
  const { approvePayrollRun } = await office.approver.execute(ApprovePayrollRunDocument, {
    input: { idempotencyKey, ...run },
  });
  return answered(approvePayrollRun);
};

const reject: Decide = async ({ runId }, idempotencyKey) => {
  const input = { idempotencyKey, runId, reason: 'The overtime of team 4 is missing.' };
  return answered((await office.approver.execute(RejectPayrollRunDocument, { input })).rejectPayrollRun);
};

const cancelWith: Decide = async ({ runId }, idempotencyKey) => {
  const input = { idempotencyKey, runId, reason: 'Started by mistake.' };
  return answered((await office.admin.execute(CancelPayrollRunDocument, { input })).cancelPayrollRun);
};

describe.each<[string, Decide[]]>([
  ['approve and cancel', [approve, cancelWith]],
  ['cancel and approve', [cancelWith, approve]],
  ['approve and reject', [approve, reject]],
  ['reject and approve', [reject, approve]],
  ['two approvals', [approve, approve]],
  ['five decisions', [cancelWith, reject, approve, cancelWith, approve]],
])('%s at the same time', (_name, decisions) => {
  test('have one winner, whose status the losers are told', async () => {
    const run = await awaitingRun();
    // What is approved is not paid before everybody was answered.
    const payment = faults.hold('PayPayrollRun');
    const answers = await Promise.all(decisions.map((decide, index) => decide(run, `window ${index} of ${run.runId}`)));
    const winners = answers.filter(({ userErrors }) => userErrors.length === 0);
    expect(winners).toHaveLength(1);
    const status = String(winners[0]?.run?.status);
    for (const { run: answer, userErrors } of answers.filter((answer) => !winners.includes(answer))) {
      expect(answer).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringContaining(status) as string }]);
    }
    expect(await readRun(office.admin, run.runId)).toMatchObject({ status, version: 5 });
    const { events } = await readRunInTable(office.aws, run.runId);
    expect(events.map((event) => event['status']).slice(3)).toEqual(['AWAITING_APPROVAL', status]);
    payment.letGo();
    await expect.poll(() => executionStatus(office.aws, run.runId)).toBe('SUCCEEDED');
  });
});

describe('a run that is cancelled', () => {
  test.each([
    ['while it waits to be prepared', 'PreparePayrollRun', ['QUEUED', 'CANCELLED']],
    ['while it is calculated', 'CalculateSegment', ['QUEUED', 'PREPARING', 'CALCULATING', 'CANCELLED']],
    ['while it is reconciled', 'ReconcilePayrollRun', ['QUEUED', 'PREPARING', 'CALCULATING', 'CANCELLED']],
    ['before it asks for approval', 'RequestApproval', ['QUEUED', 'PREPARING', 'CALCULATING', 'CANCELLED']],
  ])('%s stays cancelled', async (_name, worker, history) => {
    const held = faults.hold(worker);
    const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence: ++sequence, employeeIds });
    await held.reached;
    const tooEarly = await approve({ runId, calculationHash: '' }, `too early ${runId}`);
    expect(tooEarly.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await cancelWith({ runId, calculationHash: '' }, `cancel ${runId}`)).toMatchObject({
      run: { status: 'CANCELLED' },
      userErrors: [],
    });
    held.letGo();
    await expect.poll(() => executionStatus(office.aws, runId)).toBe('SUCCEEDED');
    const { events } = await readRunInTable(office.aws, runId);
    expect(events.map(({ status }) => status)).toEqual(history);
    expect(await readRun(office.admin, runId)).toMatchObject({
      statusReason: 'Started by mistake.',
      controlTotals: null,
    });
  });
});

test('what is edited while a run is calculated counts for the next run', async () => {
  const { admin, aws } = office;
  const samples = [...sampleEmployees(EMPLOYEES)];
  const salaried = samples.find(({ employee }) => employee.compensation?.type === 'SALARY') as SampleEmployee;
  const hourly = samples.find(({ payInputs }) => payInputs?.hoursWorked !== undefined) as SampleEmployee;
  /** Runs the period once more; the run before makes room for it. */
  const itemsOfRun = async (regular: number, meanwhile: () => Promise<void> = async () => {}) => {
    const runId = await startRun(admin, { sequence: regular });
    await meanwhile();
    await watchRun(admin, runId);
    await cancel(admin, runId);
    return (await readRunInTable(aws, runId)).items;
  };

  const before = await itemsOfRun(1);
  let edited: string[] = [];
  const held = faults.hold('CalculateSegment');
  const during = await itemsOfRun(2, async () => {
    await held.reached;
    edited = await edit(salaried, hourly);
    held.letGo();
  });
  expect(during).toEqual(before);

  const after = await itemsOfRun(3);
  expect(edited).toHaveLength(2);
  for (const [employeeId, item] of after) {
    if (edited.includes(employeeId)) expect(item).not.toEqual(before.get(employeeId));
    else expect(item).toEqual(before.get(employeeId));
  }
});

/** A raise for the one, other hours for the other; answers their ids. */
async function edit(salaried: SampleEmployee, hourly: SampleEmployee) {
  const raise = { ...salaried.employee, compensation: { type: 'SALARY', annualSalary: '99999.00' } } as const;
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey: 'raise', employees: [raise] },
  });
  const { upsertPayrollInputs } = await office.admin.execute(UpsertPayrollInputsDocument, {
    input: {
      idempotencyKey: 'hours',
      payGroupId: SAMPLE_PAY_GROUP_ID,
      periodStartDate: SAMPLE_PERIOD_START_DATE,
      inputs: [{ externalId: hourly.employee.externalId, hoursWorked: [{ week: 1, hours: '12.25' }] }],
    },
  });
  const rows = [...(upsertEmployees?.results ?? []), ...(upsertPayrollInputs?.results ?? [])];
  expect(rows).toMatchObject([
    { outcome: 'UPDATED', version: 2 },
    { outcome: 'UPDATED', version: 2 },
  ]);
  return rows.map(({ employeeId }) => String(employeeId));
}
