import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  OnApprovalNeededDocument,
  OnRunItemFailedDocument,
  OnRunProgressDocument,
  OnRunStatusChangedDocument,
} from '../../clients/generated/operations/graphql.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { cancel, openPayrollOffice, type PayrollOffice, startRun } from './payrollOffice.ts';

/* Who is told what. A worker may die between moving a run and saying so: whoever runs the step again says it. */

const faults = new OrderedFaults();
let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: 230, faults, random: () => 0.1 });
});
afterAll(() => office.close());

test('a step that is run again after the run was moved announces the status again', async () => {
  const told: string[] = [];
  const stop = await office.admin.subscribe(
    OnRunStatusChangedDocument,
    { companyId: SAMPLE_COMPANY_ID },
    ({ onRunStatusChanged }) => told.push(onRunStatusChanged?.status ?? ''),
    () => {},
  );
  // The attempt's answer is lost after it moved the run; nobody can tell whether it had come to the announcement.
  faults.order('LAMBDA_AFTER', 'PreparePayrollRun', 'CRASH');
  faults.order('LAMBDA_AFTER', 'RequestApproval', 'CRASH');
  const runId = await startRun(office.admin);
  await watchRun(office.admin, runId);
  const times = (status: string) => told.filter((one) => one === status).length;
  await expect.poll(() => [times('CALCULATING'), times('AWAITING_APPROVAL')]).toEqual([2, 2]);
  stop();
  await cancel(office.admin, runId);
});

/** Subscribes and collects what comes. */
async function collect<Message, Variables>(
  document: Parameters<typeof office.admin.subscribe<Message, Variables>>[0],
  variables: Variables,
): Promise<Message[]> {
  const messages: Message[] = [];
  await office.admin.subscribe(
    document,
    variables,
    (message) => messages.push(message),
    () => {},
  );
  return messages;
}

test('who waits for approvals hears of nothing else, and who looks for failures of nobody who was calculated', async () => {
  const { admin } = office;
  const needed = await collect(OnApprovalNeededDocument, { companyId: SAMPLE_COMPANY_ID });
  const preparation = faults.hold('PreparePayrollRun');
  const runId = await startRun(admin, { sequence: 2 });
  const failures = await collect(OnRunItemFailedDocument, { runId });
  const progress = await collect(OnRunProgressDocument, { runId });
  preparation.letGo();
  await watchRun(admin, runId);

  await expect.poll(() => progress.length).toBe(3);
  await expect.poll(() => needed.length).toBe(1);
  expect(needed[0]).toMatchObject({ onApprovalNeeded: { runId, status: 'AWAITING_APPROVAL' } });
  // Two of three segments hold somebody who cannot be paid.
  expect(failures.map(({ onRunItemFailed }) => onRunItemFailed?.changedFailedCount)).toEqual([1, 1]);
  for (const { onRunItemFailed } of failures)
    expect(onRunItemFailed?.changed?.filter(({ status }) => status === 'FAILED')).toHaveLength(1);

  await cancel(admin, runId);
  expect(needed).toHaveLength(1);
  await expect(collect(OnApprovalNeededDocument, { companyId: 'other' })).rejects.toThrow('Not Authorized');
});
