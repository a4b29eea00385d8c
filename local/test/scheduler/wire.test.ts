import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AwsError } from '../../src/AwsError.ts';
import { callerAllowed, ROOT, testCloud } from '../testCloud.ts';
import { openScheduler, QUEUE_ARN, ROLE_ARN, schedulerHarness } from './schedulerHarness.ts';

let harness: ReturnType<typeof schedulerHarness>;
let server: Server;
let client: SchedulerClient;

beforeEach(async () => {
  harness = schedulerHarness();
  harness.scheduler.start();
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const text = Buffer.concat(chunks).toString();
      const headers = { 'content-type': 'application/json' };
      try {
        const body: unknown = text ? JSON.parse(text) : undefined;
        const answer = harness.scheduler.handle(request.method ?? '', pathname, searchParams, body, ROOT);
        response.writeHead(200, headers).end(JSON.stringify(answer));
      } catch (error) {
        const { code, message, statusCode } = error as AwsError;
        response
          .writeHead(statusCode, { ...headers, 'x-amzn-errortype': code })
          .end(JSON.stringify({ Message: message }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new SchedulerClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const PAYDAY = {
  Name: 'payday',
  ScheduleExpression: 'cron(0 6 ? * FRI *)',
  ScheduleExpressionTimezone: 'America/New_York',
  FlexibleTimeWindow: { Mode: 'OFF' as const },
  Target: { Arn: QUEUE_ARN, RoleArn: ROLE_ARN, Input: '{}' },
};

test('a schedule is created, read, changed and deleted', async () => {
  const { ScheduleArn } = await client.send(
    new CreateScheduleCommand({ ...PAYDAY, StartDate: new Date('2026-02-01T00:00:00Z') }),
  );
  expect(ScheduleArn).toBe('arn:aws:scheduler:us-east-1:000000000000:schedule/default/payday');
  const created = await client.send(new GetScheduleCommand({ Name: 'payday' }));
  expect(created).toMatchObject({
    ...PAYDAY,
    Arn: ScheduleArn,
    GroupName: 'default',
    State: 'ENABLED',
    ActionAfterCompletion: 'NONE',
    StartDate: new Date('2026-02-01T00:00:00Z'),
    CreationDate: new Date('2026-01-05T09:00:00Z'),
  });
  await client.send(new UpdateScheduleCommand({ ...PAYDAY, State: 'DISABLED' }));
  const changed = await client.send(new GetScheduleCommand({ Name: 'payday' }));
  expect(changed.State).toBe('DISABLED');
  expect(changed.StartDate).toBeUndefined(); // an update replaces everything
  await client.send(new DeleteScheduleCommand({ Name: 'payday' }));
  await expect(client.send(new GetScheduleCommand({ Name: 'payday' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
});

test('the same name is a conflict, the same request with the same token is not', async () => {
  await client.send(new CreateScheduleCommand({ ...PAYDAY, ClientToken: 'one' }));
  await client.send(new CreateScheduleCommand({ ...PAYDAY, ClientToken: 'one' }));
  for (const changed of [{ ClientToken: 'two' }, { ClientToken: 'one', ScheduleExpression: 'rate(1 day)' }]) {
    await expect(client.send(new CreateScheduleCommand({ ...PAYDAY, ...changed }))).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
  }
});

test('a repeated creation keeps the rhythm of the first', async () => {
  const every = { ...PAYDAY, ScheduleExpression: 'rate(1 hour)', ClientToken: 'one' };
  await client.send(new CreateScheduleCommand(every));
  const { scheduler, cloud, calls } = harness;
  await cloud.clock.advance(30 * 60_000);
  await client.send(new CreateScheduleCommand(every));
  await cloud.clock.advance(30 * 60_000);
  await scheduler.idle();
  expect(calls.map(({ at }) => at)).toEqual(['2026-01-05T09:00', '2026-01-05T10:00']);
});

test('groups hold schedules and take them along when they are deleted', async () => {
  await expect(client.send(new CreateScheduleCommand({ ...PAYDAY, GroupName: 'acme' }))).rejects.toThrow(
    'Schedule group acme does not exist.',
  );
  await client.send(new CreateScheduleGroupCommand({ Name: 'acme' }));
  await client.send(new CreateScheduleCommand({ ...PAYDAY, GroupName: 'acme' }));
  const groups = await client.send(new ListScheduleGroupsCommand({}));
  expect(groups.ScheduleGroups?.map((group) => group.Name)).toEqual(['acme', 'default']);
  await client.send(new DeleteScheduleGroupCommand({ Name: 'acme' }));
  expect((await client.send(new ListSchedulesCommand({}))).Schedules).toEqual([]);
});

test('a list can be narrowed and comes in pages', async () => {
  for (const Name of ['a1', 'a2', 'a3', 'b1']) await client.send(new CreateScheduleCommand({ ...PAYDAY, Name }));
  const first = await client.send(new ListSchedulesCommand({ NamePrefix: 'a', GroupName: 'default', MaxResults: 2 }));
  const second = await client.send(
    new ListSchedulesCommand({ NamePrefix: 'a', GroupName: 'default', MaxResults: 2, NextToken: first.NextToken }),
  );
  expect([first, second].map((page) => page.Schedules?.map((schedule) => schedule.Name))).toEqual([
    ['a1', 'a2'],
    ['a3'],
  ]);
  expect(second.NextToken).toBeUndefined();
});

test('a wrong expression is refused in the words of AWS', async () => {
  await expect(
    client.send(new CreateScheduleCommand({ ...PAYDAY, ScheduleExpression: 'cron(0 6 * * * *)' })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Invalid Schedule Expression cron(0 6 * * * *).',
  });
});

test('who makes a schedule must also be allowed to pass its role', () => {
  const arn = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/payday';
  const create = (...grants: Parameters<typeof callerAllowed>) =>
    harness.scheduler.handle('POST', '/schedules/payday', new URLSearchParams(), PAYDAY, callerAllowed(...grants));
  expect(() => create(`scheduler:CreateSchedule ${arn}`)).toThrow(`iam:PassRole on resource: ${ROLE_ARN}`);
  expect(create(`scheduler:CreateSchedule ${arn}`, `iam:PassRole ${ROLE_ARN}`)).toEqual({ ScheduleArn: arn });
});

test('a role that does not trust the Scheduler is refused when the schedule is made', async () => {
  const cloud = testCloud({
    callerOfRole: (roleArn, servicePrincipal) => {
      throw new AwsError('AccessDenied', `${servicePrincipal} may not assume ${roleArn}`);
    },
  });
  const { scheduler } = openScheduler(cloud);
  expect(() => scheduler.handle('POST', '/schedules/payday', new URLSearchParams(), PAYDAY, ROOT)).toThrow(
    'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
  );
});
