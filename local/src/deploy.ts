import { acceptedWithoutEffect } from './acceptedWithoutEffect.ts';
import { API_RESOURCE_TYPES } from './describeApi.ts';
import { RoleCallers } from './iam/RoleCallers.ts';
import type { TableProperties } from './dynamodb/readTableProperties.ts';
import type { LocalAws } from './LocalAws.ts';
import { refuseOtherProperties } from './refuseOtherProperties.ts';
import type { Resource } from './template/Template.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * What is made of each type of resource, in the order of making: functions and queues before what feeds them. The API,
 * the firewall and the roles are read as a whole where they are built.
 */
const MAKE: Readonly<Record<string, (aws: LocalAws, resource: Resource) => void>> = {
  'AWS::DynamoDB::Table': ({ dynamoDb }, { physicalName, properties }) =>
    dynamoDb.defineTable({ ...properties, TableName: physicalName } as TableProperties),
  'AWS::KMS::Key': ({ kms }, { physicalName, properties }) => kms.defineKey(physicalName, properties),
  'AWS::S3::Bucket': ({ s3 }, { physicalName, properties }) =>
    void s3.defineBucket({ ...properties, BucketName: physicalName }),
  'AWS::Lambda::Function': (aws, resource) => makeFunction(aws, resource),
  'AWS::SQS::Queue': ({ sqs, endpoint, cloud }, { physicalName, properties }) =>
    sqs.defineQueue({
      ...properties,
      QueueName: physicalName,
      QueueUrl: `${endpoint}/${cloud.accountId}/${physicalName}`,
    }),
  'AWS::SQS::QueuePolicy': ({ sqs }, { properties }) =>
    sqs.definePolicy(properties as { Queues: string[]; PolicyDocument: object }),
  'AWS::Lambda::EventSourceMapping': (aws, { properties }) => makeMapping(aws, properties),
  'AWS::StepFunctions::StateMachine': ({ stepFunctions }, { physicalName, arn, properties }) =>
    stepFunctions.defineStateMachine({
      name: physicalName,
      arn: String(arn),
      type: properties['StateMachineType'] === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
      definition: String(properties['DefinitionString']),
      roleArn: String(properties['RoleArn']),
    }),
  'AWS::Events::EventBus': ({ eventBridge }, { physicalName }) => eventBridge.defineBus({ Name: physicalName }),
  'AWS::Events::Rule': ({ eventBridge }, { physicalName, properties }) =>
    eventBridge.defineRule({ ...properties, Name: physicalName }),
  'AWS::Scheduler::ScheduleGroup': ({ scheduler }, { physicalName }) => scheduler.defineGroup({ Name: physicalName }),
  'AWS::Scheduler::Schedule': ({ scheduler }, { physicalName, properties }) =>
    scheduler.defineSchedule({ ...properties, Name: physicalName }),
  'AWS::Cognito::UserPool': ({ userPools }, { physicalName, properties }) =>
    void userPools.defineUserPool(physicalName, properties),
  'AWS::Cognito::UserPoolClient': ({ userPools }, { physicalName, properties }) =>
    void userPools.defineClient(physicalName, properties),
  'AWS::Cognito::UserPoolGroup': ({ userPools }, { properties }) => userPools.defineGroup(properties),
};

/** Read where they are built, or part of another resource. */
const READ_ELSEWHERE = [
  ...API_RESOURCE_TYPES,
  ...RoleCallers.handledTypes,
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
];

/** The resource types that are made, and those that are read as a whole. */
export const MADE_TYPES: readonly string[] = Object.keys(MAKE);
export const READ_TYPES: readonly string[] = READ_ELSEWHERE;

/**
 * Makes every resource of the template, and refuses by name what nobody here knows. Answers what was accepted and
 * changes nothing here, each with its reason.
 */
export function deploy(aws: LocalAws): string[] {
  aws.template.assertAllKnown([...MADE_TYPES, ...READ_TYPES]);
  const withoutEffect = acceptedWithoutEffect(aws.template);
  for (const [type, make] of Object.entries(MAKE)) {
    for (const resource of aws.template.resourcesOfType(type)) make(aws, resource);
  }
  return withoutEffect;
}

function makeFunction({ lambda, template }: LocalAws, { arn, physicalName, properties }: Resource): void {
  const [architecture = 'x86_64'] = (properties['Architectures'] ?? []) as ('arm64' | 'x86_64')[];
  lambda.defineFunction({
    arn: String(arn),
    name: physicalName,
    codeDirectory: template.assetPath(properties['Code']),
    handler: String(properties['Handler']),
    environment: ((properties['Environment'] as Properties | undefined)?.['Variables'] ?? {}) as Record<string, string>,
    timeoutSeconds: Number(properties['Timeout'] ?? 3),
    memoryMegabytes: Number(properties['MemorySize'] ?? 128),
    roleArn: String(properties['Role']),
    runtime: String(properties['Runtime']),
    architecture,
  });
}

function makeMapping({ sqs, template }: LocalAws, properties: Properties): void {
  const name = String(properties['FunctionName']);
  const worker = template
    .resourcesOfType('AWS::Lambda::Function')
    .find(({ arn, physicalName }) => arn === name || physicalName === name);
  if (!worker) throw new Error(`The event source mapping feeds ${name}, which the template does not have.`);
  const {
    MaximumBatchingWindowInSeconds: window,
    ScalingConfig = {},
    FunctionResponseTypes = [],
  } = properties as {
    MaximumBatchingWindowInSeconds?: number;
    ScalingConfig?: object;
    FunctionResponseTypes?: string[];
  };
  refuseOtherProperties(ScalingConfig, ['MaximumConcurrency'], 'the ScalingConfig of an event source mapping');
  const { MaximumConcurrency: concurrency } = ScalingConfig as { MaximumConcurrency?: number };
  sqs.defineEventSourceMapping({
    functionArn: String(worker.arn),
    queueArn: String(properties['EventSourceArn']),
    functionRoleArn: String(worker.properties['Role']),
    batchSize: Number(properties['BatchSize'] ?? 10),
    functionResponseTypes: FunctionResponseTypes,
    ...(window === undefined ? {} : { maximumBatchingWindowInSeconds: Number(window) }),
    ...(concurrency === undefined ? {} : { maximumConcurrency: Number(concurrency) }),
    enabled: properties['Enabled'] !== false,
  });
}
