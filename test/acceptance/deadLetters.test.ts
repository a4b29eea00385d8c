import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from 'cdk-local-engine';
import { DeadLettersDocument, RedriveDeadLettersDocument } from '../../clients/generated/operations/graphql.ts';
import type { DeadLetterQueueName } from '../../clients/generated/schema.ts';
import { readOutbox } from '../../demo/sampleBank.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { approveAs, clocked, type ClockedOffice } from './clockedOffice.ts';
import { executionStatus } from './executionStatus.ts';
import { invokeWorker } from './invokeWorker.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { openPayingOffice, readFiles } from './payingOffice.ts';
import { cancel, startRun } from './payrollOffice.ts';

/* What was given up is seen by the company that it concerns, and is done again, once. */

const EMPLOYEES = 3;
/** A queue gives a message up after five deliveries. */
const DELIVERIES = 5;
const OPENED_AT_MS = Date.parse('2026-11-23T15:00:00Z');
const REDRIVEN_EVERY_MS = 6 * 3_600_000;

let office: ClockedOffice;

beforeAll(async () => {
  const clock = new VirtualClock(OPENED_AT_MS);
  const faults = new OrderedFaults();
  office = clocked(await openPayingOffice({ employees: EMPLOYEES, clock, faults, random: () => 0.1 }), clock, faults);
});
afterAll(() => office.close());
beforeEach(() => office.faults.clear());

const until = (condition: () => Promise<boolean>) => passTimeUntil(office.aws, office.clock, condition);

const listed = async (client = office.admin) => (await client.execute(DeadLettersDocument, {})).deadLetters ?? [];

const redrive = async (queue: DeadLetterQueueName, client = office.admin) => {
  const input = { idempotencyKey: crypto.randomUUID(), queue };
  return (await client.execute(RedriveDeadLettersDocument, { input })).redriveDeadLetters;
};

/** Lets a queue give something up. */
async function giveUp(worker: string, begin: () => Promise<unknown>): Promise<void> {
  office.faults.order('LAMBDA_BEFORE', worker, 'CRASH', DELIVERIES);
  await begin();
  await until(async () => office.faults.happened === DELIVERIES && (await listed()).length > 0);
}

test('a start that was given up is listed with its run, and two redrives at the same time start it once', async () => {
  let runId = '';
  await giveUp('LaunchPayrollRun', async () => (runId = await startRun(office.admin)));
  expect(await listed(office.stranger)).toEqual([]);
  expect(await redrive('START', office.stranger)).toMatchObject({ redrivenCount: 0, userErrors: [] });
  expect(await listed()).toMatchObject([{ queue: 'START', runId, receiveCount: expect.any(Number) as number }]);
  const answers = await Promise.all([redrive('START'), redrive('START')]);
  expect(answers.map((answer) => answer?.redrivenCount).sort()).toEqual([0, 1]);
  await office.runIs(runId, 'AWAITING_APPROVAL');
  expect(await listed()).toEqual([]);
  expect(await redrive('START')).toMatchObject({ redrivenCount: 0, userErrors: [] });
  await cancel(office.admin, runId);
});

test('a dead letter that is redriven within five minutes of its first sending is queued again, not dropped', async () => {
  const { template, cloud, operator } = office.aws;
  const sqs = (operation: string, input: Record<string, unknown>) =>
    cloud.call('AmazonSQS', operation, input, operator);
  // The first delivery crashes: its message is in flight until its visibility time-out.
  const sequence = 2;
  office.faults.order('LAMBDA_BEFORE', 'LaunchPayrollRun', 'CRASH');
  const runId = await startRun(office.admin, { sequence });
  await until(async () => office.faults.happened === 1);
  const deadLetters = template
    .resourcesOfType('AWS::SQS::Queue')
    .find(({ logicalId }) => /^StartDeadLetters/.test(logicalId));
  const queueUrl = String(template.outputs['StartQueueUrl']);
  const { companyId } = SAMPLE_USERS.admin;
  await sqs('SendMessage', {
    QueueUrl: queueUrl.replace(/[^/]+$/, String(deadLetters?.physicalName)),
    MessageBody: JSON.stringify({ companyId, runId }),
    MessageGroupId: companyId,
    MessageDeduplicationId: crypto.randomUUID(),
  });
  expect(await redrive('START')).toMatchObject({ redrivenCount: 1, userErrors: [] });
  const { Attributes } = (await sqs('GetQueueAttributes', { QueueUrl: queueUrl, AttributeNames: ['All'] })) as {
    Attributes: Record<string, string>;
  };
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesNotVisible: '1',
  });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  await cancel(office.admin, runId);
});

test('a payment file that was given up is handed over by the scheduled redrive, once', async () => {
  const runId = await startRun(office.admin, { sequence: 3 });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  await giveUp('SubmitPayments', () => approveAs(office.approver, runId));
  expect(await listed()).toMatchObject([{ queue: 'PAYMENT', runId }]);
  await office.clock.advanceTo(OPENED_AT_MS + REDRIVEN_EVERY_MS - 60_000);
  await until(async () => (await executionStatus(office.aws, runId)) === 'SUCCEEDED');
  const admin = office.clientOf(SAMPLE_USERS.admin); // the token of the morning has expired
  expect(await readFiles(admin, runId)).toMatchObject([{ kind: 'WAGES', status: 'SUBMITTED' }]);
  await invokeWorker(office.aws, 'RedriveEveryDeadLetter', {});
  await office.clock.advance(60_000);
  expect(await listed(admin)).toEqual([]);
  expect((await readOutbox(office.aws)).size).toBe(1);
  admin.close();
});
