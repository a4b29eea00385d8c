import { describe, expect, test } from 'vitest';
import { templateOf } from './templateOf.ts';

const BUCKET = 'cdk-assets-000000000000-us-east-1';
const urlOf = (key: string) => ({
  'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, `/${BUCKET}/${key}`]],
});
const assetsOf = (...names: string[]) => ({
  files: Object.fromEntries(
    names.map((name) => [
      name,
      {
        source: { path: `${name}.nested.template.json` },
        destinations: {
          here: { bucketName: 'cdk-assets-${AWS::AccountId}-${AWS::Region}', objectKey: `${name}.json` },
        },
      },
    ]),
  ),
});
const nestedStack = (name: string, others: object = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: urlOf(`${name}.json`), ...others },
});
const queue = (QueueName: unknown) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });
const topic = (value: unknown) => ({ Type: 'AWS::SNS::Topic', Properties: { value } });

/** What a topic of the parent, or of the nested stack, has as its value. */
function valueOf(parent: object, nested: { Resources: object; [section: string]: unknown }, parameters: object = {}) {
  const template = templateOf(
    { Orders: queue('orders'), Inner: nestedStack('Inner', { Parameters: parameters }), ...parent },
    {},
    assetsOf('Inner'),
    { 'Inner.nested.template.json': nested },
  );
  return template.resourcesOfType('AWS::SNS::Topic')[0]?.properties['value'];
}

const parameter = { Parameters: { Where: { Type: 'String' }, Stage: { Type: 'String', Default: 'test' } } };
const passed = { Where: { 'Fn::GetAtt': ['Orders', 'Arn'] } };

describe('what a nested stack reads', () => {
  test.each<[what: string, value: unknown, result: unknown]>([
    ['a parameter', { Ref: 'Where' }, 'arn:aws:sqs:us-east-1:000000000000:orders'],
    ['the default of a parameter', { Ref: 'Stage' }, 'test'],
    ['a resource of its own', { 'Fn::GetAtt': ['Mine', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:mine'],
    ['a resource of its own as text', { 'Fn::GetAtt': 'Mine.QueueName' }, 'mine'],
    ['a pseudo parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
    [
      'a text',
      { 'Fn::Sub': '${Where}/${Mine.QueueName}/${AWS::Region}/${!kept}' },
      'arn:aws:sqs:us-east-1:000000000000:orders/mine/us-east-1/${kept}',
    ],
    ['a condition', { 'Fn::If': ['IsTest', 'yes', 'no'] }, 'yes'],
    ['a mapping', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 128],
    ['a policy with a condition', { Condition: { Bool: { on: 'true' } } }, { Condition: { Bool: { on: 'true' } } }],
  ])('%s', (_what, value, result) => {
    const nested = {
      Resources: { Mine: queue('mine'), Asking: topic(value) },
      Conditions: { IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] } },
      Mappings: { Sizes: { test: { memory: 128 } } },
      ...parameter,
    };
    expect(valueOf({}, nested, passed)).toEqual(result);
  });

  test('a parameter that nobody passes is named', () => {
    expect(() => valueOf({}, { Resources: { Asking: topic({ Ref: 'Where' }) }, ...parameter })).toThrow(
      'the nested stack Inner without its Where',
    );
  });
});

describe('what the parent reads of a nested stack', () => {
  const nested = { Resources: { Mine: queue('mine') }, Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Mine', 'Arn'] } } } };

  test('an output', () => {
    const asking = topic({ 'Fn::GetAtt': ['Inner', 'Outputs.Arn'] });
    expect(valueOf({ Asking: asking }, nested)).toBe('arn:aws:sqs:us-east-1:000000000000:mine');
  });

  test('an output that it does not have is named', () => {
    const asking = topic({ 'Fn::GetAtt': ['Inner', 'Outputs.Name'] });
    expect(() => valueOf({ Asking: asking }, nested)).toThrow('Outputs.Name of the nested stack Inner');
  });
});

test('equal ids in two stacks are two resources, and order is kept between them', () => {
  const template = templateOf(
    {
      Mine: queue('outer'),
      Inner: { ...nestedStack('Inner'), DependsOn: 'Mine' },
      Last: { ...queue('last'), DependsOn: ['Inner'] },
    },
    {},
    assetsOf('Inner', 'Innermost'),
    {
      'Inner.nested.template.json': { Resources: { Mine: queue('inner'), Deep: nestedStack('Innermost') } },
      'Innermost.nested.template.json': { Resources: { Mine: queue('innermost') } },
    },
  );
  const queues = template.resourcesOfType('AWS::SQS::Queue');
  expect(Object.fromEntries(queues.map(({ logicalId, dependsOn }) => [logicalId, dependsOn]))).toEqual({
    Mine: [],
    Last: ['InnerMine', 'InnerDeepMine'],
    InnerMine: ['Mine'],
    InnerDeepMine: ['Mine'],
  });
});

test.each<[what: string, stack: object, says: string]>([
  [
    'a template from elsewhere',
    { Properties: { TemplateURL: 'https://elsewhere/template.json' } },
    'not an asset of the CDK app: https://elsewhere/template.json',
  ],
  [
    'a property without emulation',
    nestedStack('Inner', { NotificationARNs: [] }),
    'the property NotificationARNs of the nested stack Inner',
  ],
  ['a condition', { ...nestedStack('Inner'), Condition: 'IsTest' }, 'a condition of the nested stack Inner'],
])('%s is refused by name', (_what, stack, says) => {
  const inner = { Type: 'AWS::CloudFormation::Stack', ...stack };
  const files = { 'Inner.nested.template.json': { Resources: {} } };
  expect(() => templateOf({ Inner: inner }, {}, assetsOf('Inner'), files)).toThrow(says);
});
