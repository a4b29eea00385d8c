import { afterEach, expect, test } from 'vitest';
import { type LocalAws, VirtualClock } from 'cdk-local-engine';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { executionStatus } from './executionStatus.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { approve, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { readRunInTable, readRunsInTable } from './payrollTable.ts';

/* What happens by itself as days go by, under a clock that the test turns. */

const EMPLOYEES = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let office: PayrollOffice | undefined;

afterEach(() => office?.close());

async function openOfficeAt(instant: string) {
  const clock = new VirtualClock(Date.parse(instant));
  const faults = new OrderedFaults();
  office = await openPayrollOffice({ employees: EMPLOYEES, clock, faults });
  return { ...office, clock, faults };
}

const awaitsApproval = async (aws: LocalAws) => (await readRunsInTable(aws))[0]?.['status'] === 'AWAITING_APPROVAL';

test('a run that nobody decides on is cancelled after seven days, and says why', async () => {
  const { aws, admin, clientOf, clock } = await openOfficeAt('2026-11-24T15:00:00Z');
  const runId = await startRun(admin);
  await passTimeUntil(aws, clock, () => awaitsApproval(aws));
  const { approvalDeadline } = await readRun(admin, runId);
  const deadlineMs = Date.parse(approvalDeadline ?? '');
  expect(deadlineMs - clock.now()).toBeGreaterThan(7 * DAY_MS - 5 * 60_000);
  expect(deadlineMs - clock.now()).toBeLessThanOrEqual(7 * DAY_MS);

  await clock.advanceTo(deadlineMs - 60_000);
  const beforeDeadline = clientOf(SAMPLE_USERS.admin); // the token of seven days ago has expired
  expect(await readRun(beforeDeadline, runId)).toMatchObject({ status: 'AWAITING_APPROVAL' });

  await passTimeUntil(aws, clock, async () => (await executionStatus(aws, runId)) !== 'RUNNING');
  expect(await executionStatus(aws, runId)).toBe('SUCCEEDED');
  expect(await readRun(beforeDeadline, runId)).toMatchObject({
    status: 'CANCELLED',
    statusReason: expect.stringContaining('deadline') as string,
    decidedBy: null,
  });
  const tooLate = await approve(clientOf(SAMPLE_USERS.approver), runId);
  expect(tooLate).toMatchObject({ run: null, userErrors: [{ code: 'INVALID_STATE' }] });
  beforeDeadline.close();
});

test('a run whose launch died is launched when its message becomes visible again', async () => {
  const { aws, admin, clock, faults } = await openOfficeAt('2026-11-24T15:00:00Z');
  faults.order('LAMBDA_BEFORE', 'LaunchPayrollRun', 'CRASH');
  faults.order('LAMBDA_AFTER', 'LaunchPayrollRun', 'CRASH');
  const runId = await startRun(admin);
  await passTimeUntil(aws, clock, () => awaitsApproval(aws));
  // The second death came after the execution had been started: the third delivery finds it there.
  await passTimeUntil(aws, clock, () => faults.happened === 2);
  const { employees, events } = await readRunInTable(aws, runId);
  expect(employees.size).toBe(EMPLOYEES);
  expect(events.map(({ status }) => status)).toEqual(['QUEUED', 'PREPARING', 'CALCULATING', 'AWAITING_APPROVAL']);
});
