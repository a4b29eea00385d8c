import { createHash } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { signIn, signOut } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import { print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  OnRunProgressDocument,
  OnRunStatusChangedDocument,
  PayrollRunDocument,
  PayrollRunEventsDocument,
  RunProgressDocument,
  StartPayrollRunDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../../clients/generated/schema.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_PASSWORD, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { approve, openPayrollOffice, type PayrollOffice, readRun, startInput, startRun } from './payrollOffice.ts';
import { readRunInTable, shownTotals } from './payrollTable.ts';

/* The first path as a company's own front end goes it: with AWS's client, from signing in to the approved run. */

const EMPLOYEES = 230;

const faults = new OrderedFaults();
let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES, faults, random: () => 0.1 });
  const { endpoint, template } = office.aws;
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: String(template.outputs['UserPoolId']),
        userPoolClientId: String(template.outputs['UserPoolClientId']),
        userPoolEndpoint: `${endpoint}/cognito-idp`,
      },
    },
    API: {
      GraphQL: {
        // Amplify turns http into wss, which loopback does not speak; ws it leaves alone.
        endpoint: `${endpoint.replace('http', 'ws')}/graphql`,
        customEndpoint: `${endpoint}/graphql`,
        customEndpointRegion: 'us-east-1',
        region: 'us-east-1',
        defaultAuthMode: 'userPool',
      },
    },
  });
});

afterAll(async () => {
  await signOut();
  await office.close();
});

const api = generateClient();

async function ask<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { data } = (await api.graphql({ query: print(document), variables: variables as never })) as { data: Result };
  return data;
}

/** Subscribes and collects; `until` resolves once what was collected satisfies the condition. */
function collect<Message, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Message, Variables>,
  variables: Variables,
) {
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const observable = api.graphql({ query: print(document), variables }) as unknown as {
    subscribe(observer: object): { unsubscribe(): void };
  };
  const subscription = observable.subscribe({
    next: ({ data }: { data: Message }) => {
      messages.push(data);
      for (const check of waiting) check();
    },
  });
  const until = (condition: (messages: Message[]) => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (condition(messages)) resolve();
      };
      waiting.add(check);
      check();
    });
  return { messages, until, stop: () => subscription.unsubscribe() };
}

/** Resolves when AWS's client says that its next subscription is in place. */
const nextSubscriptionInPlace = () =>
  new Promise<void>((resolve) => {
    const stopListening = Hub.listen('api', ({ payload }) => {
      if (payload.event !== 'Subscription ack') return;
      stopListening();
      resolve();
    });
  });

test('a company runs its payroll: every employee is told once, the totals add up, somebody else approves', async () => {
  const { isSignedIn } = await signIn({
    username: SAMPLE_USERS.admin.username,
    password: SAMPLE_PASSWORD,
    options: { authFlowType: 'USER_PASSWORD_AUTH' },
  });
  expect(isSignedIn).toBe(true);

  const listensToStatuses = nextSubscriptionInPlace();
  const statuses = collect(OnRunStatusChangedDocument, { companyId: SAMPLE_COMPANY_ID });
  await listensToStatuses;
  // A run can be watched once it is there, so it has to wait until its watcher is in place.
  const preparation = faults.hold('PreparePayrollRun');
  const { startPayrollRun } = await ask(StartPayrollRunDocument, { input: startInput() });
  expect(startPayrollRun).toMatchObject({ run: { status: 'QUEUED' }, replayed: false, userErrors: [] });
  const runId = String(startPayrollRun?.run?.runId);
  const listensToProgress = nextSubscriptionInPlace();
  const progress = collect(OnRunProgressDocument, { runId });
  await listensToProgress;
  preparation.letGo();

  const hears = (status: PayrollRunStatus) =>
    statuses.until((messages) => messages.some(({ onRunStatusChanged }) => onRunStatusChanged?.status === status));
  await hears('AWAITING_APPROVAL');
  await progress.until((messages) => messages.length === 3);

  const inTable = await readRunInTable(office.aws, runId);
  const told = progress.messages.flatMap(({ onRunProgress }) => onRunProgress?.changed ?? []);
  expect(told).toHaveLength(EMPLOYEES);
  expect(new Map(told.map(({ employeeId, status }) => [employeeId, status]))).toEqual(inTable.employees);

  const { payrollRun } = await ask(PayrollRunDocument, { runId });
  const { runProgress } = await ask(RunProgressDocument, { runId });
  const { calculatedCount, failedCount } = inTable.totals;
  expect(failedCount).toBe(2);
  expect(payrollRun && shownTotals(payrollRun)).toEqual(inTable.totals);
  const counts = { employeeCount: EMPLOYEES, calculatedCount, failedCount, segmentCount: 3, closedSegmentCount: 3 };
  expect(runProgress).toMatchObject({ ...counts, sequence: 3 });
  const latest = progress.messages.map(({ onRunProgress }) => onRunProgress).find((message) => message?.sequence === 3);
  expect(latest).toMatchObject(counts);

  const approved = await approve(office.approver, runId);
  expect(approved).toMatchObject({ run: { status: 'APPROVED' }, replayed: false, userErrors: [] });
  await hears('APPROVED');
  const heard = statuses.messages.map(({ onRunStatusChanged }) => onRunStatusChanged);
  expect(heard.map((message) => `${message?.version} ${message?.status}`).sort()).toEqual([
    '1 QUEUED',
    '2 PREPARING',
    '3 CALCULATING',
    '4 AWAITING_APPROVAL',
    '5 APPROVED',
  ]);
  expect(await readRun(office.admin, runId)).toMatchObject({
    status: 'APPROVED',
    decidedBy: approved.run?.decidedBy,
    calculationHash: payrollRun?.calculationHash,
  });
  expect(approved.run?.decidedBy).not.toBe(payrollRun?.startedBy);

  progress.stop();
  statuses.stop();
});

test('the history of a run is a chain: each event holds the hash of the one before it', async () => {
  const runId = await startRun(office.admin); // the same start: answers the run of the test above
  const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
  const inTable = (await readRunInTable(office.aws, runId)).events;
  expect(payrollRunEvents?.map(({ status }) => status)).toEqual(inTable.map(({ status }) => status));
  let previousHash = '';
  for (const event of payrollRunEvents ?? []) {
    expect(event.previousHash).toBe(previousHash);
    const { sequence, status, actor, reason, at } = event;
    const said = [SAMPLE_COMPANY_ID, runId, sequence, status, actor, reason ?? null, at, previousHash];
    expect(event.hash).toBe(createHash('sha256').update(JSON.stringify(said)).digest('hex'));
    previousHash = event.hash;
  }
  expect(payrollRunEvents).toHaveLength(5);
});
