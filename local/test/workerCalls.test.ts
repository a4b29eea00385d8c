import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { VirtualClock } from '../src/Clock.ts';
import { LocalAws } from '../src/LocalAws.ts';
import { bundled } from './lambda/bundled.ts';
import { smallAssembly, WORKER } from './smallAssembly.ts';
import { emptyDataDirectory } from './testCloud.ts';

const ACCOUNT = '000000000000';
const WORKER_ARN = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:worker`;
const trusted = (Service: string) => ({
  Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } },
});
const allowing = (...statements: { Action: string | string[]; Resource: unknown }[]) => [
  {
    PolicyName: 'p',
    PolicyDocument: { Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) },
  },
];
const role = (RoleName: string, service: string, ...statements: Parameters<typeof allowing>) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName, AssumeRolePolicyDocument: trusted(service), Policies: allowing(...statements) },
});
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** A worker with what it needs to plan its own later invocation, and to encrypt a field. */
const RESOURCES = {
  ...WORKER,
  Role: role(
    'worker',
    'lambda.amazonaws.com',
    { Action: 'scheduler:CreateSchedule', Resource: `arn:aws:scheduler:us-east-1:${ACCOUNT}:schedule/pay-days/*` },
    { Action: 'iam:PassRole', Resource: arnOf('Planner') },
    { Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: arnOf('FieldKey') },
  ),
  Planner: role('planner', 'scheduler.amazonaws.com', { Action: 'lambda:InvokeFunction', Resource: WORKER_ARN }),
  Other: role('other', 'scheduler.amazonaws.com'),
  PayDays: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'pay-days' } },
  FieldKey: {
    Type: 'AWS::KMS::Key',
    Properties: {
      KeyPolicy: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' },
        ],
      },
    },
  },
};

const SOURCE = `
  import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
  import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
  const scheduler = new SchedulerClient({});
  const kms = new KMSClient({});
  export const handler = async ({ plan, keyId, ...event }) => {
    if (plan) return scheduler.send(new CreateScheduleCommand(plan)).then(
      ({ ScheduleArn }) => ScheduleArn, ({ name, message }) => ({ name, message }));
    if (!keyId) return console.log(JSON.stringify(event));
    const EncryptionContext = { companyId: 'acme' };
    const sealed = await kms.send(new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext }));
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext }));
    const refusal = await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob })).catch(({ name }) => name);
    return { isSame: Buffer.compare(sealed.Plaintext, opened.Plaintext) === 0, bytes: opened.Plaintext.length, refusal };
  };`;

async function startWorker() {
  const assembly = smallAssembly(RESOURCES);
  copyFileSync(join(await bundled(SOURCE), 'index.mjs'), join(assembly, 'worker', 'index.mjs'));
  const clock = new VirtualClock(Date.parse('2026-01-05T09:00:00Z'));
  const lines: string[] = [];
  // Nobody connects: a function's calls reach the engine without a socket.
  const aws = new LocalAws({
    assembly,
    clock,
    dataDirectory: emptyDataDirectory(),
    port: 4000,
    log: (line) => lines.push(line),
  });
  onTestFinished(() => aws.stop());
  aws.scheduler.start();
  const invoke = (event: unknown) => aws.lambda.invoke(WORKER_ARN, event, aws.operator);
  return { aws, clock, lines, invoke };
}

const PLAN = {
  Name: 'run_1',
  GroupName: 'pay-days',
  ScheduleExpression: 'at(2026-01-06T09:00:00)',
  ScheduleExpressionTimezone: 'America/New_York',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: {
    Arn: WORKER_ARN,
    RoleArn: `arn:aws:iam::${ACCOUNT}:role/planner`,
    Input: '{"runId":"run_1","at":"<aws.scheduler.scheduled-time>","attempt":"<aws.scheduler.attempt-number>"}',
  },
};

test('a worker plans its own invocation in a group of the template, with a role that it may pass', async () => {
  const { aws, clock, lines, invoke } = await startWorker();
  expect(await invoke({ plan: { ...PLAN, GroupName: 'default' } })).toMatchObject({
    payload: { name: 'AccessDeniedException' },
  });
  const foreign = { ...PLAN, Target: { ...PLAN.Target, RoleArn: `arn:aws:iam::${ACCOUNT}:role/other` } };
  expect(await invoke({ plan: foreign })).toMatchObject({
    payload: { message: expect.stringContaining('iam:PassRole') as string },
  });
  const self = { ...PLAN, Target: { ...PLAN.Target, RoleArn: `arn:aws:iam::${ACCOUNT}:role/worker` } };
  expect(await invoke({ plan: self })).toMatchObject({ payload: { name: 'AccessDeniedException' } });
  expect(await invoke({ plan: PLAN })).toEqual({
    payload: `arn:aws:scheduler:us-east-1:${ACCOUNT}:schedule/pay-days/run_1`,
  });
  await clock.advanceTo(Date.parse('2026-01-06T13:59:59Z'));
  await aws.scheduler.idle();
  expect(lines.filter((line) => line.includes('run_1'))).toEqual([]);
  await clock.advanceTo(Date.parse('2026-01-06T14:00:00Z'));
  await aws.scheduler.idle();
  const told = lines.filter((line) => line.includes('run_1'));
  expect(told).toEqual([expect.stringContaining('"at":"2026-01-06T14:00:00Z","attempt":"1"')]);
  expect(aws.scheduler.nextInvocation('run_1', 'pay-days')).toBeUndefined();
});

test('a worker encrypts a field with the key of the template', async () => {
  const { aws, invoke } = await startWorker();
  const keyId = aws.template.resourcesOfType('AWS::KMS::Key')[0]?.physicalName;
  expect(await invoke({ keyId })).toEqual({
    payload: { isSame: true, bytes: 32, refusal: 'InvalidCiphertextException' },
  });
  const used = aws.report().unusedGrants.filter(({ action }) => action.startsWith('kms:'));
  expect(used).toEqual([]);
});
