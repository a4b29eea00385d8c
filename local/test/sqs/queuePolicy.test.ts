import { expect, test } from 'vitest';
import type { Caller } from '../../src/Caller.ts';
import { callerAllowed } from '../testCloud.ts';
import { queueHarness } from './queueHarness.ts';

const RULE = 'arn:aws:events:us-east-1:000000000000:rule/payroll/progress';
const TLS_ONLY = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sqs:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

function servicePrincipal(sourceArn: string): Caller {
  return Object.assign({ arn: 'events.amazonaws.com', allows: () => true }, { sourceArn });
}

function withPolicy(...statements: object[]) {
  const harness = queueHarness();
  harness.define('dead');
  harness.sqs.definePolicy({
    Queues: [harness.url('dead')],
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
  });
  const send = (caller: Caller) =>
    harness.sqs.call('SendMessage', { QueueUrl: harness.url('dead'), MessageBody: 'a' }, caller);
  return { ...harness, sendAs: send };
}

const LET_RULE_IN = {
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: 'arn:aws:sqs:us-east-1:000000000000:dead',
  Condition: { ArnEquals: { 'aws:SourceArn': RULE } },
};

test('a service principal may send only for the source that the queue policy names', async () => {
  const { sendAs } = withPolicy(LET_RULE_IN);
  await expect(sendAs(servicePrincipal(RULE))).resolves.toBeDefined();
  await expect(sendAs(servicePrincipal(`${RULE}2`))).rejects.toMatchObject({ code: 'AccessDeniedException' });
});

test('without a queue policy no service principal gets in', async () => {
  const { define, sqs, url } = queueHarness();
  define('dead');
  const call = sqs.call('SendMessage', { QueueUrl: url('dead'), MessageBody: 'a' }, servicePrincipal(RULE));
  await expect(call).rejects.toThrow('events.amazonaws.com is not authorized to perform: sqs:SendMessage');
});

test('a policy that only demands TLS is satisfied on one machine', async () => {
  const { sendAs, arn } = withPolicy(TLS_ONLY);
  await expect(sendAs(callerAllowed(`sqs:SendMessage ${arn('dead')}`))).resolves.toBeDefined();
});

test('an explicit Deny wins over what the identity may do', async () => {
  const { sendAs, arn } = withPolicy({ Effect: 'Deny', Principal: '*', Action: 'sqs:Send*', Resource: '*' });
  await expect(sendAs(callerAllowed(`sqs:SendMessage ${arn('dead')}`))).rejects.toMatchObject({
    code: 'AccessDeniedException',
  });
});

test('a role needs the action on this very queue, from its own policies or from the queue policy', async () => {
  const { sendAs, arn } = withPolicy({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::000000000000:role/test' },
    Action: 'sqs:SendMessage',
    Resource: '*',
  });
  await expect(sendAs(callerAllowed())).resolves.toBeDefined();
  const { sendAs: sendWithoutPolicy } = withPolicy(TLS_ONLY);
  await expect(sendWithoutPolicy(callerAllowed(`sqs:SendMessage ${arn('other')}`))).rejects.toThrow(
    'because no identity-based policy allows the sqs:SendMessage action',
  );
});

test('a condition that cannot be judged here is refused when the policy is defined', () => {
  expect(() => withPolicy({ ...LET_RULE_IN, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })).toThrow(
    'the condition operator IpAddress in a queue policy',
  );
});
