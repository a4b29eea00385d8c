import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PolicyCaller } from '../../src/iam/PolicyCaller.ts';
import { RoleCallers } from '../../src/iam/RoleCallers.ts';
import { compileStatements } from '../../src/iam/statements.ts';
import { templateOf } from '../template/templateOf.ts';

const ACCOUNT_ID = '000000000000';
const TABLE = `arn:aws:dynamodb:us-east-1:${ACCOUNT_ID}:table/payroll`;
const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/worker`;

const allow = (Action: unknown, Resource: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const deny = (Action: unknown, Resource: unknown) => ({ Effect: 'Deny', Action, Resource });
const trust = (Service: string, Condition?: unknown) => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service }, Condition }],
});

type Resources = Parameters<typeof templateOf>[0];

/** The callers of a template with one role, `worker`, that has the given statements written into it. */
function callersWith(statements: unknown[], others: Resources = {}, role: object = {}): RoleCallers {
  const Policies = [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }];
  const Properties = { RoleName: 'worker', AssumeRolePolicyDocument: trust('lambda.amazonaws.com'), Policies, ...role };
  return new RoleCallers(templateOf({ Worker: { Type: 'AWS::IAM::Role', Properties }, ...others }), ACCOUNT_ID);
}

const allows = (statements: unknown[], action: string, resource: string) =>
  callersWith(statements).callerOfRole(ROLE).allows(action, resource);

describe('a role', () => {
  test.each([
    // case                                   statements                                             action                resource     allowed
    ['may do nothing by itself', [], 'dynamodb:GetItem', TABLE, false],
    ['may do what it is granted', [allow('dynamodb:GetItem', TABLE)], 'dynamodb:GetItem', TABLE, true],
    ['may not do it elsewhere', [allow('dynamodb:GetItem', TABLE)], 'dynamodb:GetItem', `${TABLE}/index/i`, false],
    ['may not do something else there', [allow('dynamodb:GetItem', TABLE)], 'dynamodb:PutItem', TABLE, false],
    [
      'may do all that wildcards reach',
      [allow(['dynamodb:*'], `${TABLE}/*`)],
      'dynamodb:Query',
      `${TABLE}/index/i`,
      true,
    ],
    [
      'may not do what is denied',
      [allow('*', '*'), deny('dynamodb:Delete*', '*')],
      'dynamodb:DeleteItem',
      TABLE,
      false,
    ],
    [
      'may not, whatever comes first',
      [deny('dynamodb:Delete*', '*'), allow('*', '*')],
      'dynamodb:DeleteItem',
      TABLE,
      false,
    ],
    [
      'may do all but the excepted',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'sqs:SendMessage',
      'q',
      true,
    ],
    ['may not do the excepted', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 'iam:PassRole', 'r', false],
    [
      'may do it all but there',
      [{ Effect: 'Allow', Action: '*', NotResource: TABLE }],
      'dynamodb:GetItem',
      TABLE,
      false,
    ],
  ])('%s', (_case, statements, action, resource, allowed) => {
    expect(allows(statements, action, resource)).toBe(allowed);
  });

  test('has what policies attached to it grant, too', () => {
    const PolicyDocument = { Statement: allow('dynamodb:PutItem', TABLE) };
    const callers = callersWith([allow('dynamodb:GetItem', TABLE)], {
      Attached: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'a', PolicyDocument, Roles: [{ Ref: 'Worker' }] },
      },
      Foreign: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'f', PolicyDocument: { Statement: allow('*', '*') }, Roles: ['somebodyElse'] },
      },
    });
    const caller = callers.callerOfRole(ROLE);
    expect(caller.allows('dynamodb:GetItem', TABLE)).toBe(true);
    expect(caller.allows('dynamodb:PutItem', TABLE)).toBe(true);
    expect(caller.allows('dynamodb:Scan', TABLE)).toBe(false);
  });

  test('is asked with the context of the request', () => {
    const statement = allow('dynamodb:GetItem', TABLE, { StringEquals: { 'dynamodb:Select': 'COUNT' } });
    const caller = callersWith([statement]).callerOfRole(ROLE);
    expect(caller.allows('dynamodb:GetItem', TABLE)).toBe(false);
    expect(caller.allows('dynamodb:GetItem', TABLE, { 'dynamodb:Select': 'COUNT' })).toBe(true);
    expect(caller.allows('dynamodb:GetItem', TABLE, { 'dynamodb:Select': 'ALL' })).toBe(false);
  });

  test('answers the same the second time as the first, whatever was asked in between', () => {
    const action = fc.constantFrom('dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem', 's3:GetObject');
    const resource = fc.constantFrom(TABLE, `${TABLE}/index/i`, 'arn:aws:s3:::b/manifests/x', 'arn:aws:s3:::b/y');
    const pattern = fc.constantFrom('*', TABLE, `${TABLE}*`, 'arn:aws:s3:::b/manifests/*', 'arn:aws:s3:::*');
    const context = fc.option(fc.record({ k: fc.constantFrom('1', '2') }), { nil: undefined });
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constantFrom('*', 'dynamodb:*', 'dynamodb:GetItem', 's3:Get*'),
      Resource: pattern,
      Condition: fc.constantFrom(undefined, { StringEquals: { k: '1' } }),
    });
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 4 }),
        fc.array(fc.tuple(action, resource, context)),
        (statements, requests) => {
          const fresh = () => new PolicyCaller('caller', compileStatements({ Statement: statements }), {});
          const remembering = fresh();
          for (const [anAction, aResource, aContext] of [...requests, ...requests]) {
            expect(remembering.allows(anAction, aResource, aContext)).toBe(
              fresh().allows(anAction, aResource, aContext),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('assuming a role', () => {
  test('needs a role', () => {
    expect(() => callersWith([]).callerOfRole(`arn:aws:iam::${ACCOUNT_ID}:role/nobody`)).toThrow(
      expect.objectContaining({ code: 'NoSuchEntity', message: 'The role with name nobody cannot be found.' }),
    );
  });

  test('gives a session of that role', () => {
    const caller = callersWith([]).callerOfRole(ROLE, 'lambda.amazonaws.com');
    expect(caller.arn).toBe(`arn:aws:sts::${ACCOUNT_ID}:assumed-role/worker/local`);
  });

  test('is for the service that the role trusts', () => {
    expect(() => callersWith([]).callerOfRole(ROLE, 'events.amazonaws.com')).toThrow(
      expect.objectContaining({ code: 'AccessDenied', message: expect.stringContaining('sts:AssumeRole') as unknown }),
    );
  });

  test('respects the account that the trust names', () => {
    const trusting = (account: string) =>
      callersWith(
        [],
        {},
        {
          AssumeRolePolicyDocument: trust('events.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } }),
        },
      );
    expect(() => trusting(ACCOUNT_ID).callerOfRole(ROLE, 'events.amazonaws.com')).not.toThrow();
    expect(() => trusting('111111111111').callerOfRole(ROLE, 'events.amazonaws.com')).toThrow(/AssumeRole/);
  });
});

describe('what resources say themselves', () => {
  const queueArn = `arn:aws:sqs:us-east-1:${ACCOUNT_ID}:q`;
  const ruleArn = `arn:aws:events:us-east-1:${ACCOUNT_ID}:rule/r`;
  const functionArn = `arn:aws:lambda:us-east-1:${ACCOUNT_ID}:function:f`;
  const everybody = { Effect: 'Deny', Principal: { AWS: '*' }, Resource: queueArn };
  const callers = (Action: string) =>
    callersWith([allow('sqs:*', queueArn)], {
      QueuePolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          PolicyDocument: {
            Statement: [
              { ...everybody, Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
              { ...everybody, Action },
              {
                Effect: 'Allow',
                Principal: { Service: 'events.amazonaws.com' },
                Action: 'sqs:SendMessage',
                Resource: queueArn,
                Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
              },
            ],
          },
          Queues: [queueArn],
        },
      },
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: functionArn,
          Principal: 'cognito-idp.amazonaws.com',
          SourceArn: `arn:aws:cognito-idp:us-east-1:${ACCOUNT_ID}:userpool/p`,
        },
      },
    });

  test('admits a service for the source that they name, and no other', () => {
    const events = callers('sqs:PurgeQueue').callerOfService('events.amazonaws.com');
    expect(events.allows('sqs:SendMessage', queueArn, { 'aws:SourceArn': ruleArn })).toBe(true);
    expect(events.allows('sqs:SendMessage', queueArn, { 'aws:SourceArn': `${ruleArn}2` })).toBe(false);
    expect(events.allows('sqs:SendMessage', queueArn)).toBe(false);
    const scheduler = callers('sqs:PurgeQueue').callerOfService('scheduler.amazonaws.com');
    expect(scheduler.allows('sqs:SendMessage', queueArn, { 'aws:SourceArn': ruleArn })).toBe(false);
  });

  test('lets a service invoke the function that permits it', () => {
    const cognito = callers('sqs:PurgeQueue').callerOfService('cognito-idp.amazonaws.com');
    const source = { 'aws:SourceArn': `arn:aws:cognito-idp:us-east-1:${ACCOUNT_ID}:userpool/p` };
    expect(cognito.allows('lambda:InvokeFunction', functionArn, source)).toBe(true);
    expect(cognito.allows('lambda:InvokeFunction', `${functionArn}2`, source)).toBe(false);
  });

  test('denies roles what it denies everybody, and counts loopback as secure', () => {
    const caller = callers('sqs:PurgeQueue').callerOfRole(ROLE);
    expect(caller.allows('sqs:SendMessage', queueArn)).toBe(true);
    expect(caller.allows('sqs:PurgeQueue', queueArn)).toBe(false);
  });
});

describe('unused grants', () => {
  test('are told apart by action and by resource', () => {
    const callers = callersWith([
      allow(['dynamodb:GetItem', 'dynamodb:PutItem'], TABLE),
      allow('dynamodb:Query', [TABLE, `${TABLE}/index/*`]),
    ]);
    const caller = callers.callerOfRole(ROLE);
    caller.allows('dynamodb:GetItem', TABLE);
    caller.allows('dynamodb:Query', `${TABLE}/index/i`);
    expect(callers.unusedGrants()).toEqual([
      { role: 'worker', action: 'dynamodb:PutItem', resource: TABLE },
      { role: 'worker', action: 'dynamodb:Query', resource: TABLE },
    ]);
  });

  test('a grant that was used in a thread of its own counts as used', () => {
    const callers = callersWith([allow('dynamodb:GetItem', TABLE)]);
    const inThread = new PolicyCaller('thread', callers.policiesOf(ROLE).documents.flatMap(compileStatements), {});
    expect(inThread.allows('dynamodb:GetItem', TABLE)).toBe(true);
    callers.takeUsedGrants(ROLE, inThread.usedGrants);
    expect(callers.unusedGrants()).toEqual([]);
  });

  test('a request that was refused uses nothing', () => {
    const callers = callersWith([allow('dynamodb:*', TABLE), deny('dynamodb:DeleteItem', '*')]);
    callers.callerOfRole(ROLE).allows('dynamodb:DeleteItem', TABLE);
    expect(callers.unusedGrants()).toEqual([{ role: 'worker', action: 'dynamodb:*', resource: TABLE }]);
  });

  test('logs and traces are not missed, because nothing here asks for them', () => {
    expect(callersWith([allow(['logs:PutLogEvents', 'xray:PutTraceSegments'], '*')]).unusedGrants()).toEqual([]);
  });
});

test('a policy that AWS manages counts like one of the template', () => {
  const ManagedPolicyArns = ['arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole'];
  const caller = callersWith([allow('dynamodb:GetItem', TABLE)], {}, { ManagedPolicyArns }).callerOfRole(ROLE);
  const queue = 'arn:aws:sqs:us-east-1:000000000000:work';
  expect(caller.allows('sqs:ReceiveMessage', queue)).toBe(true);
  expect(caller.allows('sqs:SendMessage', queue)).toBe(false);
  expect(caller.allows('dynamodb:GetItem', TABLE)).toBe(true);
});

test.each([
  ['a managed policy', {}, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }, /ReadOnlyAccess/],
  ['a permissions boundary', {}, { PermissionsBoundary: 'arn:aws:iam::aws:policy/P' }, /PermissionsBoundary/],
  ['a policy variable', { Resource: 'arn:aws:s3:::b/${aws:username}' }, {}, /aws:username/],
  ['a condition', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }, {}, /IpAddress/],
  ['a principal', { Principal: { AWS: 'arn:aws:iam::1:root' } }, {}, /arn:aws:iam::1:root/],
  ['an element', { NotPrincipal: '*' }, {}, /NotPrincipal/],
])('%s that is not known is refused by name', (_case, statement, role, refusal) => {
  const statements = [{ ...allow('s3:GetObject', '*'), ...statement }].map(
    (part) => JSON.parse(JSON.stringify(part)) as unknown,
  );
  expect(() => callersWith(statements, {}, role)).toThrow(refusal);
});
