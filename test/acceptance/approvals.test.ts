import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancelPayrollRunDocument,
  CompleteRunHookDocument,
  HookCallsDocument,
  RecalculatePayrollRunDocument,
  RejectPayrollRunDocument,
  UpsertHookDocument,
} from '../../clients/generated/operations/graphql.ts';
import { type SampleEmployee, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { answered, approveAs, type ClockedOffice, enter, openClockedOffice, type RunAnswer } from './clockedOffice.ts';
import { executionStatus } from './executionStatus.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { readRun, startRun } from './payrollOffice.ts';
import { dumpTable, readRunInTable } from './payrollTable.ts';

/* Several things happen to a waiting run at the same moment: one of them is written, and the others are told so. */

const EMPLOYEES = 12;
const samples = [...sampleEmployees(EMPLOYEES)];
const hourly = samples.find(({ payInputs }) => payInputs?.hoursWorked !== undefined) as SampleEmployee;

const HOOK = 'treasury';

let office: ClockedOffice;
let sequence = 0;

beforeAll(async () => {
  office = await openClockedOffice(EMPLOYEES);
  // What is approved is held before it is paid, so that a test can cancel it and the next one runs the period again.
  const hook = { hookId: HOOK, point: 'BEFORE_PAY', isBlocking: true, timeoutSeconds: 604_800 } as const;
  const { upsertHook } = await office.admin.execute(UpsertHookDocument, { input: { ...newKey(), ...hook } });
  expect(upsertHook?.userErrors).toEqual([]);
});
afterAll(() => office.close());

async function waitingRun() {
  const runId = await startRun(office.admin, { sequence: ++sequence });
  return office.runIs(runId, 'AWAITING_APPROVAL');
}

const newKey = () => ({ idempotencyKey: crypto.randomUUID() });
const approve = (runId: string, hash: string | null) => approveAs(office.approver, runId, String(hash));
const reject = async (runId: string) => {
  const input = { ...newKey(), runId, reason: 'The overtime of team 4 is missing.' };
  return answered((await office.approver.execute(RejectPayrollRunDocument, { input })).rejectPayrollRun);
};
const cancel = async (runId: string) => {
  const input = { ...newKey(), runId, reason: 'Started by mistake.' };
  return answered((await office.admin.execute(CancelPayrollRunDocument, { input })).cancelPayrollRun);
};
const recalculate = async (runId: string) => {
  const input = { ...newKey(), runId, reason: 'Hours came late.' };
  return answered((await office.admin.execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun);
};
const enterHours = (hours: string) =>
  enter(office.admin, {
    externalId: hourly.employee.externalId,
    hoursWorked: [{ week: 1, hours, stateOvertime: '0' }],
  });

const untilHeld = (runId: string) =>
  passTimeUntil(office.aws, office.clock, async () => {
    const { hookCalls } = await office.admin.execute(HookCallsDocument, { runId });
    return hookCalls?.[0]?.status === 'WAITING';
  });

const letGo = async (runId: string) => {
  const input = { ...newKey(), runId, hookId: HOOK, outcome: 'CONTINUE' } as const;
  const { completeRunHook } = await office.admin.execute(CompleteRunHookDocument, { input });
  expect(completeRunHook?.userErrors).toEqual([]);
};

/** Ends a run that waits, or that is approved and held, with its workflow. */
async function end(runId: string): Promise<void> {
  const { status } = await readRun(office.admin, runId);
  if (status === 'APPROVED') await untilHeld(runId);
  expect(await cancel(runId)).toMatchObject({ run: { status: 'CANCELLED' }, userErrors: [] });
  if (status === 'APPROVED') await letGo(runId);
  expect(await executionEnds(runId)).toBe('SUCCEEDED');
}

const isWritten = ({ userErrors }: RunAnswer) => userErrors.length === 0;

/** Exactly one of the answers is good; the others are refused and name the status that it led to. */
function expectOneWritten(answers: RunAnswer[]): string {
  const written = answers.filter(isWritten);
  expect(written).toHaveLength(1);
  const status = String(written[0]?.run?.status);
  for (const { run, userErrors } of answers.filter((answer) => !isWritten(answer))) {
    expect(run).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringContaining(status) as string }]);
  }
  return status;
}

const executionEnds = async (runId: string) => {
  const { aws, clock } = office;
  await passTimeUntil(aws, clock, async () => (await executionStatus(aws, runId)) !== 'RUNNING');
  return executionStatus(aws, runId);
};

const statusesOf = async (runId: string) =>
  (await readRunInTable(office.aws, runId)).events.map(({ status }) => status);

type Act = (runId: string, hash: string | null) => Promise<RunAnswer>;

describe.each<[string, Act[]]>([
  ['an approval, a rejection and a recalculation', [approve, reject, recalculate]],
  ['a recalculation and an approval', [recalculate, approve]],
  ['an approval and a cancellation', [approve, cancel]],
  ['a cancellation and an approval', [cancel, approve]],
  ['two recalculations', [recalculate, recalculate]],
  ['twenty decisions', Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? approve : reject))],
])('%s at the same moment', (_name, acts) => {
  test('move the run once', async () => {
    const { runId, calculationHash } = await waitingRun();
    // What is calculated again waits again: the moment would be over.
    const preparation = office.faults.hold('PreparePayrollRun');
    const hook = office.faults.hold('CallHook');
    const status = expectOneWritten(await Promise.all(acts.map((act) => act(runId, calculationHash))));
    expect((await statusesOf(runId)).slice(3, 5)).toEqual(['AWAITING_APPROVAL', status]);
    preparation.letGo();
    hook.letGo();
    if (status === 'PREPARING') {
      expect(await office.runIs(runId, 'AWAITING_APPROVAL')).toMatchObject({ calculation: 2, calculationHash });
    }
    if (status === 'REJECTED' || status === 'CANCELLED') expect(await executionEnds(runId)).toBe('SUCCEEDED');
    else await end(runId);
  });
});

test.each(Array.from({ length: 6 }, (_, round) => [round]))(
  'an approval and new hours at the same moment: the hours are refused, or the approval is stale (%i)',
  async (round) => {
    const { runId, calculationHash } = await waitingRun();
    const hours = `${20 + round}.5`;
    // Each comes first in half of the rounds.
    const [early, late] = round % 2 === 0 ? [0, 1] : [1, 0];
    const acts = [() => approve(runId, calculationHash), () => enterHours(hours)] as const;
    const begun = [acts[early]?.(), acts[late]?.()] as unknown[];
    const approval = (await begun[early]) as RunAnswer;
    const row = (await begun[late]) as Awaited<ReturnType<typeof enter>>;
    if (isWritten(approval)) {
      expect(row).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'PERIOD_CLOSED' }] });
      expect(row.userErrors[0]?.message).toContain(runId);
    } else {
      expect(approval.userErrors).toMatchObject([{ code: 'STALE_CALCULATION' }]);
      expect(approval.userErrors[0]?.message).toContain('what was entered for the period');
      expect(row).toMatchObject({ outcome: 'UPDATED', userErrors: [] });
    }
    await end(runId);
  },
);

test('an approved run closes its period to what the regular run pays, and a cancellation opens it again', async () => {
  const { runId, calculationHash } = await waitingRun();
  expect(await approve(runId, calculationHash)).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  expect(await enterHours('31.25')).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'PERIOD_CLOSED', message: expect.stringContaining(runId) as string }],
  });
  const { externalId } = hourly.employee;
  const bonus = { type: 'BONUS', amount: '250', isDiscretionary: true, offCycleSequence: 1 } as const;
  const { payInputs } = hourly;
  expect(await enter(office.admin, { ...payInputs, externalId, earnings: [bonus] })).toMatchObject({
    userErrors: [{ code: 'PERIOD_CLOSED' }],
  });

  await end(runId);
  expect(await enterHours('31.25')).toMatchObject({ outcome: 'UPDATED', userErrors: [] });
  const counters = (await dumpTable(office.aws)).filter(({ sk }) => sk.startsWith('CHANGES#'));
  expect(counters.find(({ committedRuns }) => committedRuns !== undefined)).toMatchObject({ committedRuns: 0 });
  expect(counters.filter(({ approvedBy }) => approvedBy !== undefined)).toEqual([]);
});

test('a run of the group waits until the one that was approved before it is posted', async () => {
  const { runId, calculationHash } = await waitingRun();
  await approve(runId, calculationHash);
  const next = await startRun(office.admin, { periodStartDate: '2026-10-26', idempotencyKey: 'October' });
  await office.runIs(next, 'PREPARING');
  expect((await readRun(office.admin, next)).calculation).toBeNull();
  await untilHeld(runId);
  await letGo(runId);
  await office.runIs(runId, 'PAID', 'PARTIALLY_PAID');
  const prepared = await office.runIs(next, 'AWAITING_APPROVAL', 'BLOCKED');
  expect(prepared.calculation).toBe(1);
});
