import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/template/loadTemplate.ts';
import { ACCOUNT, templateOf } from './templateOf.ts';

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } };

/** What becomes of `value` as a property of some resource, next to the queue `Orders` and the table `Items`. */
function resolved(value: unknown, sections: object = {}): unknown {
  const template = templateOf(
    {
      Orders: QUEUE,
      Items: { Type: 'AWS::DynamoDB::Table' },
      Asking: { Type: 'AWS::SNS::Topic', Properties: { value } },
    },
    sections,
  );
  return template.resourcesOfType('AWS::SNS::Topic')[0]?.properties['value'];
}

describe('intrinsic functions', () => {
  const queueArn = 'arn:aws:sqs:us-east-1:000000000000:orders';
  test.each([
    // function              expression                                                              result
    ['Ref', { Ref: 'Orders' }, 'http://127.0.0.1:4000/000000000000/orders'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Orders', 'Arn'] }, queueArn],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Orders.QueueName' }, 'orders'],
    ['Fn::Join', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Orders', 'Arn'] }, '/*']] }, `${queueArn}/*`],
    ['Fn::Sub', { 'Fn::Sub': '${AWS::Region}:${Orders.Arn}:${!kept}' }, `us-east-1:${queueArn}:\${kept}`],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': ['${a}-${AWS::Region}', { a: { Ref: 'AWS::Partition' } }] },
      'aws-us-east-1',
    ],
    [
      'Fn::Select of Fn::Split',
      { 'Fn::Select': [2, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Orders', 'Arn'] }] }] },
      'sqs',
    ],
    [
      'a literal',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  ])('%s', (_function, expression, result) => {
    expect(resolved(expression)).toEqual(result);
  });

  test('Fn::If follows its condition, which may be made of others', () => {
    const sections = {
      Parameters: { Stage: { Type: 'String', Default: 'test' } },
      Conditions: {
        IsProduction: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] },
        IsSmall: { 'Fn::Not': [{ Condition: 'IsProduction' }] },
        Both: {
          'Fn::And': [
            { Condition: 'IsSmall' },
            { 'Fn::Or': [{ Condition: 'IsProduction' }, { Condition: 'IsSmall' }] },
          ],
        },
      },
    };
    expect(resolved({ 'Fn::If': ['IsProduction', 'large', 'small'] }, sections)).toBe('small');
    expect(resolved({ 'Fn::If': ['Both', 'yes', 'no'] }, sections)).toBe('yes');
  });

  test('Fn::FindInMap reads a mapping', () => {
    const sections = { Mappings: { Sizes: { 'us-east-1': { memory: 512 } } } };
    expect(resolved({ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'memory'] }, sections)).toBe(512);
  });

  test('AWS::NoValue leaves the property and the list member out', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(resolved({ kept: 1, left: none, list: [none, 2] })).toEqual({ kept: 1, list: [2] });
  });

  test.each([
    ['an export of another stack', { 'Fn::ImportValue': 'x' }, /Fn::ImportValue/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Items', 'StreamArn'] }, /attribute StreamArn of AWS::DynamoDB::Table/],
    ['what the template does not have', { Ref: 'Nowhere' }, /Nowhere/],
    ['a missing mapping', { 'Fn::FindInMap': ['a', 'b', 'c'] }, /a\.b\.c/],
  ])('refuses %s by name', (_case, expression, refusal) => {
    expect(() => resolved(expression)).toThrow(refusal);
  });

  test('a parameter from the parameter store is refused only when something asks for it', () => {
    const Parameters = { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' } };
    expect(resolved('unrelated', { Parameters })).toBe('unrelated');
    expect(() => resolved({ Ref: 'BootstrapVersion' }, { Parameters })).toThrow(/parameter store/);
  });
});

describe('physical names', () => {
  test('a resource without a name gets one that is the same at every start and differs from every other', () => {
    const names = () =>
      templateOf({ A: { Type: 'AWS::DynamoDB::Table' }, B: { Type: 'AWS::DynamoDB::Table' } }).resources.map(
        ({ physicalName }) => physicalName,
      );
    expect(names()).toEqual(names());
    expect(names()[0]).toMatch(/^Shop-A-[A-Z0-9]{12}$/);
    expect(new Set(names()).size).toBe(2);
  });

  test.each([
    // type                                properties                        name                                arn
    [
      'AWS::SQS::Queue',
      { FifoQueue: true },
      /^Shop-Thing-[A-Z0-9]{12}\.fifo$/,
      /^arn:aws:sqs:us-east-1:000000000000:Shop-.*\.fifo$/,
    ],
    ['AWS::S3::Bucket', {}, /^shop-thing-[a-z0-9]{12}$/, /^arn:aws:s3:::shop-thing-[a-z0-9]{12}$/],
    ['AWS::Lambda::Function', {}, /^Shop-Thing-/, /^arn:aws:lambda:us-east-1:000000000000:function:Shop-Thing-/],
    ['AWS::IAM::Role', {}, /^Shop-Thing-/, /^arn:aws:iam::000000000000:role\/Shop-Thing-/],
    ['AWS::AppSync::GraphQLApi', {}, /^[a-z0-9]{26}$/, /^arn:aws:appsync:us-east-1:000000000000:apis\/[a-z0-9]{26}$/],
    ['AWS::Cognito::UserPool', {}, /^us-east-1_[A-Za-z0-9]{9}$/, /:userpool\/us-east-1_/],
    [
      'AWS::StepFunctions::StateMachine',
      { StateMachineName: 'run', DefinitionString: '{}' },
      /^run$/,
      /^arn:aws:states:us-east-1:000000000000:stateMachine:run$/,
    ],
    ['AWS::Events::Rule', { Name: 'r', EventBusName: 'b' }, /^r$/, /:rule\/b\/r$/],
    ['AWS::Events::Rule', { Name: 'r' }, /^r$/, /:rule\/r$/],
    ['AWS::Scheduler::Schedule', { Name: 's', GroupName: 'g' }, /^s$/, /:schedule\/g\/s$/],
    ['AWS::KMS::Key', {}, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, /:key\//],
    ['AWS::Logs::LogGroup', { LogGroupName: '/a' }, /^\/a$/, /:log-group:\/a:\*$/],
  ])('%s', (Type, Properties, name, arn) => {
    const [resource] = templateOf({ Thing: { Type, Properties } }).resources;
    expect(resource?.physicalName).toMatch(name);
    expect(resource?.arn).toMatch(arn);
  });

  test('a made-up name keeps within the limit of its service', () => {
    const logicalId = 'A'.repeat(200);
    const lengths = ['AWS::Lambda::Function', 'AWS::IAM::Role', 'AWS::S3::Bucket', 'AWS::SQS::Queue'].map(
      (Type) => templateOf({ [logicalId]: { Type } }).resources[0]?.physicalName.length,
    );
    expect(lengths).toEqual([64, 64, 63, 80]);
  });

  test('a name may depend on the id of another resource', () => {
    const template = templateOf({
      Log: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: { 'Fn::Sub': '/apis/${Api.ApiId}' } } },
      Api: { Type: 'AWS::AppSync::GraphQLApi' },
    });
    const [api] = template.resourcesOfType('AWS::AppSync::GraphQLApi');
    expect(template.resourcesOfType('AWS::Logs::LogGroup')[0]?.physicalName).toBe(`/apis/${api?.physicalName}`);
  });

  test('but not on its own', () => {
    const LogGroupName = { Ref: 'Log' };
    expect(() => templateOf({ Log: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName } } })).toThrow(
      /depends on itself/,
    );
  });
});

describe('the template', () => {
  test('leaves out what its condition excludes', () => {
    const template = templateOf(
      { Orders: { ...QUEUE, Condition: 'Never' }, Items: { Type: 'AWS::DynamoDB::Table', DependsOn: 'Orders' } },
      { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
    );
    expect(template.resources.map(({ logicalId, dependsOn }) => [logicalId, dependsOn])).toEqual([
      ['Items', ['Orders']],
    ]);
  });

  test('answers its outputs', () => {
    expect(templateOf({ Orders: QUEUE }, { Outputs: { Url: { Value: { Ref: 'Orders' } } } }).outputs).toEqual({
      Url: 'http://127.0.0.1:4000/000000000000/orders',
    });
  });

  test('puts substitutions into the definition of a state machine, and leaves its own text alone', () => {
    const template = templateOf({
      Orders: QUEUE,
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          DefinitionString: '{"Arn":"${QueueArn}","Comment":"${other}"}',
          DefinitionSubstitutions: { QueueArn: { 'Fn::GetAtt': ['Orders', 'Arn'] } },
        },
      },
    });
    expect(template.resourcesOfType('AWS::StepFunctions::StateMachine')[0]?.properties).toEqual({
      DefinitionString: '{"Arn":"arn:aws:sqs:us-east-1:000000000000:orders","Comment":"${other}"}',
    });
  });

  test('finds the file of an asset by where it would be uploaded', () => {
    const bucketName = 'assets-${AWS::AccountId}-${AWS::Region}';
    const template = templateOf(
      {},
      {},
      {
        files: { abc: { source: { path: 'asset.abc' }, destinations: { here: { bucketName, objectKey: 'abc.zip' } } } },
      },
    );
    const bucket = 'assets-000000000000-us-east-1';
    expect(basename(template.assetPath({ S3Bucket: bucket, S3Key: 'abc.zip' }))).toBe('asset.abc');
    expect(basename(template.assetPath(`s3://${bucket}/abc.zip`))).toBe('asset.abc');
    expect(() => template.assetPath(`s3://${bucket}/other.zip`)).toThrow(/other\.zip/);
    expect(() => template.assetPath({ ZipFile: 'inline' })).toThrow(/inline/);
  });

  test('names every resource type that nobody emulates', () => {
    const template = templateOf({
      Orders: QUEUE,
      Alarm: { Type: 'AWS::CloudWatch::Alarm' },
      Cluster: { Type: 'AWS::ECS::Cluster' },
      Rest: { Type: 'AWS::ApiGateway::RestApi' },
    });
    expect(() => template.assertAllKnown(['AWS::SQS::Queue'])).toThrow(/AWS::ApiGateway::RestApi, AWS::ECS::Cluster\./);
    expect(() =>
      template.assertAllKnown(['AWS::SQS::Queue', 'AWS::ECS::Cluster', 'AWS::ApiGateway::RestApi']),
    ).not.toThrow();
  });

  test.each([
    ['a section', () => templateOf({}, { Transform: 'AWS::Serverless-2016-10-31' }), /section Transform/],
    ['an attribute', () => templateOf({ Orders: { ...QUEUE, CreationPolicy: {} } }), /attribute CreationPolicy/],
    ['a second stack', twoStacks, /more than one stack/],
    ['a folder without a template', () => loadTemplate(mkdtempSync(join(tmpdir(), 'payroll-')), ACCOUNT), /cdk synth/],
  ])('refuses %s that it does not know', (_case, load, refusal) => {
    expect(load).toThrow(refusal);
  });

  function twoStacks() {
    const directory = mkdtempSync(join(tmpdir(), 'payroll-template-'));
    for (const name of ['A', 'B']) writeFileSync(join(directory, `${name}.template.json`), '{"Resources":{}}');
    return loadTemplate(directory, ACCOUNT);
  }
});

test('leaves out the functions that work only while a stack is deployed, with their roles', () => {
  const named = (FunctionName: string, role: string) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { FunctionName, Role: { 'Fn::GetAtt': [role, 'Arn'] } },
  });
  const template = templateOf({
    CopierRole: { Type: 'AWS::IAM::Role' },
    WorkerRole: { Type: 'AWS::IAM::Role' },
    Copier: named('copier', 'CopierRole'),
    Worker: named('worker', 'WorkerRole'),
    Files: { Type: 'Custom::CDKBucketDeployment', Properties: { ServiceToken: { 'Fn::GetAtt': ['Copier', 'Arn'] } } },
    Other: { Type: 'Custom::Other', Properties: { ServiceToken: { 'Fn::GetAtt': ['Copier', 'Arn'] } } },
  });
  expect(template.resourcesOfType('AWS::Lambda::Function').map(({ physicalName }) => physicalName)).toEqual(['worker']);
  expect(template.resourcesOfType('AWS::IAM::Role').map(({ logicalId }) => logicalId)).toEqual(['WorkerRole']);
  expect(() => template.assertAllKnown(['AWS::Lambda::Function', 'AWS::IAM::Role'])).toThrow('Custom::Other');
});
