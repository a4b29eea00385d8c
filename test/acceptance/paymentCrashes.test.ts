import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Fault, type FaultPoint, VirtualClock } from 'cdk-local-engine';
import {
  MarkPaymentReturnedDocument,
  PayrollRunEventsDocument,
  RedrivePayrollRunDocument,
  RetryPaymentDocument,
  UpsertPayrollInputsDocument,
} from '../../clients/generated/operations/graphql.ts';
import { readOutbox } from '../../demo/sampleBank.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';
import { AchFileChecker } from '../payroll/payments/AchFileChecker.ts';
import { DyingProcess } from './DyingProcess.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { openPayingOffice, readFiles, readPayments } from './payingOffice.ts';
import { approve, cancel, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';

/*
 * A worker that pays, and a command, dies at every call that it makes, one after the other, and what AWS may lose is lost; each
 * time the money leaves exactly once.
 */

const EMPLOYEES = 6;
/** More off-cycle runs than any worker makes calls. */
const MOST_RUNS = 99;

const clock = new VirtualClock(Date.parse('2026-11-23T15:00:00Z'));
const faults = new OrderedFaults();
let office: PayrollOffice;
let dying: DyingProcess;
let sequence = 0;

const until = (condition: () => Promise<boolean>) => passTimeUntil(office.aws, clock, condition);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  office = await openPayingOffice({ employees: EMPLOYEES, clock, faults, random: () => 0.1 });
  const inputs = ['E000001', 'E000002'].map((externalId, index) => ({
    externalId,
    earnings: Array.from({ length: MOST_RUNS }, (_, run) => ({
      type: 'BONUS' as const,
      amount: `${100 + run}.${10 + index}`,
      isDiscretionary: true,
      offCycleSequence: run + 1,
    })),
  }));
  for (const [index, input] of inputs.entries()) {
    const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
    const { upsertPayrollInputs } = await office.admin.execute(UpsertPayrollInputsDocument, {
      input: { idempotencyKey: `bonus ${index}`, ...period, inputs: [input] },
    });
    expect(upsertPayrollInputs?.results).toMatchObject([{ userErrors: [] }]);
  }
  dying = new DyingProcess(office.aws);
  await dying.open('PayPayrollRun', 'SubmitPayments', 'ChangePayment', 'DecidePayrollRun', 'RedrivePayrollRun');
});
afterAll(async () => {
  dying.close();
  await office.close();
  vi.useRealTimers();
});
beforeEach(() => faults.clear());

/** Approves the next off-cycle run. */
async function approvedRun(): Promise<string> {
  sequence += 1;
  const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence });
  await until(async () => (await readRun(office.admin, runId)).status === 'AWAITING_APPROVAL');
  await approve(office.approver, runId);
  return runId;
}

const isPaid = (runId: string) => until(async () => (await readRun(office.admin, runId)).status === 'PAID');

/** What left for the bank is what the run's payments say, once. */
async function expectPaidOnce(runId: string): Promise<void> {
  const [files, outbox, payments] = await Promise.all([
    readFiles(office.admin, runId),
    readOutbox(office.aws),
    readPayments(office.admin, runId),
  ]);
  expect(files).toHaveLength(1);
  const [file] = files;
  expect(file).toMatchObject({ kind: 'WAGES', status: 'SUBMITTED', entryCount: payments.length });
  expect(new AchFileChecker(outbox.get(file?.paymentFileId ?? '') ?? '').complaints).toEqual([]);
  const sum = payments.reduce((cents, { amount }) => cents + Math.round(Number(amount.amount) * 100), 0);
  expect(Math.round(Number(file?.totalCredit.amount) * 100)).toBe(sum);
  expect(payments.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(['SUBMITTED 1', 'SUBMITTED 1']);
  const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
  expect(payrollRunEvents?.map(({ status }) => status).slice(-3)).toEqual(['APPROVED', 'PAYING', 'PAID']);
}

/** Everything that the gateway ever got belongs to a file of a run, and no file is there twice. */
async function expectNothingElseLeft(): Promise<void> {
  const recorded = (await dumpTable(office.aws)).filter(({ sk }) => sk.startsWith('FILE#'));
  expect([...(await readOutbox(office.aws)).keys()].sort()).toEqual(
    recorded.map(({ paymentFileId }) => String(paymentFileId)).sort(),
  );
}

test('payPayrollRun may die at any call', async () => {
  const first = await approvedRun();
  await isPaid(first);
  // A token that nothing waits for any more, as the one of a dead attempt is.
  const taskToken = String(
    (await dumpTable(office.aws)).find(({ runId, sk }) => runId === first && sk === 'RUN')?.['paymentToken'],
  );
  let diesAt = 0;
  for (let died = true; died;) {
    diesAt += 1;
    // The workflow's own attempt waits for its retry meanwhile.
    faults.order('LAMBDA_BEFORE', 'PayPayrollRun', 'CRASH');
    const runId = await approvedRun();
    await until(async () => faults.happened > 0);
    vi.setSystemTime(clock.now());
    died = await dying.run(diesAt, 'payPayrollRun', { companyId: SAMPLE_COMPANY_ID, runId, taskToken });
    await isPaid(runId);
    await expectPaidOnce(runId);
    faults.clear();
  }
  expect(diesAt).toBeGreaterThan(15);
  await expectNothingElseLeft();
});

test('submitPayments may die at any call', async () => {
  const context = { functionName: 'submitPayments', getRemainingTimeInMillis: () => 1 };
  let diesAt = 0;
  for (let died = true; died;) {
    diesAt += 1;
    // The queue's own delivery comes a second later, when the process that died has let go.
    faults.order('SQS_DELIVERY', 'PaymentQueue', 'DELAY');
    const runId = await approvedRun();
    await until(async () => faults.happened > 0);
    vi.setSystemTime(clock.now());
    const [file] = await readFiles(office.admin, runId);
    const body = JSON.stringify({ companyId: SAMPLE_COMPANY_ID, runId, paymentFileId: file?.paymentFileId });
    const record = { messageId: runId, body, attributes: {}, messageAttributes: {} };
    died = await dying.run(diesAt, 'submitPayments', { Records: [record] }, context);
    await isPaid(runId);
    await expectPaidOnce(runId);
    faults.clear();
  }
  expect(diesAt).toBeGreaterThan(8);
  await expectNothingElseLeft();
});

test('a retry may die at any call, and its own retry with the same key goes on', async () => {
  const runId = await approvedRun();
  await isPaid(runId);
  const paymentId = (await readPayments(office.admin, runId))[0]?.paymentId ?? '';
  let diesAt = 0;
  for (let died = true; died;) {
    diesAt += 1;
    const idempotencyKey = `retry ${diesAt}`;
    const returned = { idempotencyKey: `return ${diesAt}`, paymentId, returnCode: 'R16' };
    await office.admin.execute(MarkPaymentReturnedDocument, { input: returned });
    vi.setSystemTime(clock.now());
    const caller = { companyId: SAMPLE_COMPANY_ID, actor: 'approver' };
    const event = { caller, mutation: 'retryPayment', input: { idempotencyKey, paymentId } };
    died = await dying.run(diesAt, 'changePayment', event);
    await office.approver.execute(RetryPaymentDocument, { input: event.input });
    await isPaid(runId);
    expect((await readPayments(office.admin, runId))[0]).toMatchObject({ status: 'SUBMITTED', attempt: diesAt + 1 });
    const retries = (await readFiles(office.admin, runId)).filter(({ kind }) => kind === 'RETRY');
    expect(retries).toHaveLength(diesAt);
  }
  expect(diesAt).toBeGreaterThan(10);
  await expectNothingElseLeft();
});

const awaitsApproval = (runId: string) =>
  until(async () => (await readRun(office.admin, runId)).status === 'AWAITING_APPROVAL');

test('an approval may die at any call, and another one under another key lets the run continue', async () => {
  let diesAt = 0;
  for (let died = true; died;) {
    diesAt += 1;
    sequence += 1;
    const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence });
    await awaitsApproval(runId);
    const { calculationHash } = await readRun(office.admin, runId);
    vi.setSystemTime(clock.now());
    const input = { idempotencyKey: `dies at ${diesAt}`, runId, calculationHash };
    const caller = { companyId: SAMPLE_COMPANY_ID, actor: 'approver' };
    died = await dying.run(diesAt, 'decidePayrollRun', { caller, mutation: 'approvePayrollRun', input });
    await approve(office.approver, runId);
    await isPaid(runId);
    await expectPaidOnce(runId);
  }
  expect(diesAt).toBeGreaterThan(5);
});

test('a redrive may die at any call, and another one under another key lets the run continue', async () => {
  let diesAt = 0;
  for (let died = true; died;) {
    diesAt += 1;
    faults.order('LAMBDA_BEFORE', 'FinishPayrollRun', 'CRASH', 7);
    const runId = await approvedRun();
    await until(async () => (await readRun(office.admin, runId)).status === 'FAILED');
    faults.clear();
    vi.setSystemTime(clock.now());
    const caller = { companyId: SAMPLE_COMPANY_ID, actor: 'admin' };
    const redriven = { idempotencyKey: `dies at ${diesAt}`, runId };
    died = await dying.run(diesAt, 'redrivePayrollRun', { caller, mutation: 'redrivePayrollRun', input: redriven });
    const input = { idempotencyKey: `redrive ${diesAt}`, runId };
    await office.admin.execute(RedrivePayrollRunDocument, { input });
    await isPaid(runId);
    expect(await readFiles(office.admin, runId)).toHaveLength(1);
  }
  expect(diesAt).toBeGreaterThan(5);
});

describe('what AWS may lose delays a run and strands none', () => {
  /** The event that an execution ended badly is delivered as well as AWS can. */
  async function stopUnnoticed(runId: string): Promise<void> {
    faults.order('EVENT_DELIVERY', 'FailPayrollRun', 'DROP');
    const { cloud, operator, template } = office.aws;
    const machine = String(template.outputs['StateMachineArn']);
    const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${runId}`;
    await cloud.call('AWSStepFunctions', 'StopExecution', { executionArn }, operator);
    await until(() => Promise.resolve(faults.happened > 0));
  }

  test('the event of a failure: the approver is told that the run failed, and a redrive pays it', async () => {
    sequence += 1;
    const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence });
    await awaitsApproval(runId);
    await stopUnnoticed(runId);
    expect(await readRun(office.admin, runId)).toMatchObject({ status: 'AWAITING_APPROVAL' });
    expect(await approve(office.approver, runId)).toMatchObject({ run: { status: 'FAILED' }, userErrors: [] });
    await office.admin.execute(RedrivePayrollRunDocument, { input: { idempotencyKey: `redrive ${runId}`, runId } });
    await isPaid(runId);
  });

  test('the event of a failure that nobody meets: the sweep finds it within the hour', async () => {
    sequence += 1;
    const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence });
    await awaitsApproval(runId);
    await stopUnnoticed(runId);
    const sinceMs = clock.now();
    await until(async () => (await readRun(office.admin, runId)).status === 'FAILED');
    expect(clock.now() - sinceMs).toBeLessThanOrEqual(75 * 60_000);
    await cancel(office.admin, runId);
  });

  test.each([
    ['that starts a run', 'StartQueue'],
    ['that has a payment file handed over', 'PaymentQueue'],
  ] as const)('the message %s: the sweep queues it again', async (_case, queue) => {
    // In flight to a worker that never gets it, and gone before it is delivered again.
    faults.order('SQS_DELIVERY', queue, 'DROP');
    const isLost = until(() => Promise.resolve(faults.happened > 0)).then(() =>
      office.aws.cloud.call('AmazonSQS', 'PurgeQueue', { QueueUrl: addressOf(queue) }, office.aws.operator),
    );
    sequence += 1;
    const runId = await startRun(office.admin, { type: 'OFF_CYCLE', sequence });
    if (queue === 'StartQueue') await isLost;
    await awaitsApproval(runId);
    await approve(office.approver, runId);
    await isLost;
    await isPaid(runId);
    await expectPaidOnce(runId);
  });

  const addressOf = (queue: string) => office.aws.template.outputs[`${queue}Url`];
});

describe('on the way between the workers', () => {
  test.each<[string, FaultPoint, string, Fault]>([
    ['the step answered, and its answer is lost', 'LAMBDA_AFTER', 'PayPayrollRun', 'CRASH'],
    ['the message comes twice', 'SQS_DELIVERY', 'PaymentQueue', 'DUPLICATE'],
    ['the file was handed over, and the worker dies before it can say so', 'LAMBDA_AFTER', 'SubmitPayments', 'CRASH'],
  ])('%s', async (_case, point, target, fault) => {
    faults.order(point, target, fault);
    const runId = await approvedRun();
    await isPaid(runId);
    expect(faults.happened).toBe(1);
    await expectPaidOnce(runId);
    await expectNothingElseLeft();
  });
});
