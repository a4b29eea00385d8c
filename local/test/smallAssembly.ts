import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDataDirectory } from './testCloud.ts';

interface Resource {
  Type: string;
  Properties: object;
}

const ROLE_ARN = 'arn:aws:iam::000000000000:role/worker';

/** The smallest stack that the engine takes: an API that IAM identities may ask and subscribe to. */
const API: Readonly<Record<string, Resource>> = {
  Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'shop', AuthenticationType: 'AWS_IAM' } },
  Schema: {
    Type: 'AWS::AppSync::GraphQLSchema',
    Properties: {
      ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
      Definition: `
        type Query { ok: Boolean }
        type Mutation { sell: Boolean }
        type Subscription { onSold: Boolean @aws_subscribe(mutations: ["sell"]) }`,
    },
  },
};

/** A function and a queue that feeds it. */
export const WORKER: Readonly<Record<string, Resource>> = {
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: 'worker',
      AssumeRolePolicyDocument: {
        Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
      },
      Policies: [
        {
          PolicyName: 'p',
          PolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:SendMessage'],
              Resource: 'arn:aws:sqs:us-east-1:000000000000:work',
            },
          },
        },
      ],
    },
  },
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'worker',
      Architectures: ['arm64'],
      Code: { S3Bucket: 'assets', S3Key: 'worker.zip' },
      Handler: 'index.handler',
      Role: ROLE_ARN,
      Runtime: 'nodejs24.x',
      TracingConfig: { Mode: 'Active' },
    },
  },
  Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } },
};

/** Writes a cloud assembly of the API and `resources`, and answers its folder. */
export function smallAssembly(resources: Readonly<Record<string, Resource>> = {}): string {
  const directory = emptyDataDirectory();
  const write = (name: string, document: object) => writeFileSync(join(directory, name), JSON.stringify(document));
  write('Shop.template.json', { Resources: { ...API, ...resources } });
  const destinations = { here: { bucketName: 'assets', objectKey: 'worker.zip' } };
  write('Shop.assets.json', { files: { worker: { source: { path: 'worker' }, destinations } } });
  mkdirSync(join(directory, 'worker'));
  writeFileSync(join(directory, 'worker', 'index.mjs'), 'export const handler = async () => null;');
  return directory;
}
