import { unsupported } from '../unsupported.ts';

const allow = (...actions: string[]) => ({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** The policies that AWS manages and the CDK attaches by itself, as the AWS Managed Policy Reference has them. */
const DOCUMENTS: Readonly<Record<string, object>> = {
  'service-role/AWSLambdaBasicExecutionRole': allow(...LOGS),
  'service-role/AWSLambdaSQSQueueExecutionRole': allow(
    ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', ...LOGS],
  ),
  'service-role/AWSAppSyncPushToCloudWatchLogs': allow(...LOGS),
};

/** The document of an AWS managed policy; those that are not known are refused by name. */
export function managedPolicy(arn: string): object {
  const name = /^arn:aws:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  const document = name !== undefined && Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name] : undefined;
  return document ?? unsupported(`the managed policy ${arn}`);
}
