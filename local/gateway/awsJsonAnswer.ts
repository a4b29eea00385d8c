import { randomUUID } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import { UnsupportedLocally } from '../unsupported.ts';
import type { HttpAnswer } from './HttpExchange.ts';

/** The model's namespace in `__type`, for the services that write one. */
const NAMESPACES: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'com.amazonaws.dynamodb.v20120810#',
  AmazonSQS: 'com.amazonaws.sqs#',
};

/**
 * SQS's error codes from before it spoke JSON. An SDK that sends `x-amzn-query-mode` shows them as `error.Code`,
 * so programs written against the old protocol still recognise them.
 */
const SQS_QUERY_CODES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueDeletedRecently: 'AWS.SimpleQueueService.QueueDeletedRecently',
  QueueNameExists: 'QueueAlreadyExists',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  PurgeQueueInProgress: 'AWS.SimpleQueueService.PurgeQueueInProgress',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
};

/** A successful answer of an AWS JSON service; operations that return nothing have an empty body, as on AWS. */
export function awsJsonAnswer(contentType: string, output: unknown): HttpAnswer {
  return {
    status: 200,
    headers: { 'content-type': contentType, 'x-amzn-requestid': randomUUID() },
    body: output === undefined ? '' : JSON.stringify(output),
  };
}

/** An error in the AWS JSON protocols: SDK clients take their `error.name` from what follows the `#` in `__type`. */
export function awsJsonError(targetPrefix: string, contentType: string, error: AwsError): HttpAnswer {
  const type = `${NAMESPACES[targetPrefix] ?? ''}${error.code}`;
  const headers: Record<string, string> = {
    'content-type': contentType,
    'x-amzn-requestid': randomUUID(),
    'x-amzn-errortype': error.code,
  };
  if (targetPrefix === 'AmazonSQS') {
    headers['x-amzn-query-error'] =
      `${SQS_QUERY_CODES[error.code] ?? error.code};${error.statusCode < 500 ? 'Sender' : 'Receiver'}`;
  }
  return {
    status: error.statusCode,
    headers,
    body: JSON.stringify({ __type: type, message: error.message, ...error.extra }),
  };
}

/**
 * Any thrown value as an `AwsError`. What is not emulated becomes `UnknownOperationException` with status 400, which no
 * SDK retries; a defect of the engine becomes `InternalFailure`, and `onDefect` hears of it.
 */
export function asAwsError(error: unknown, onDefect: (error: unknown) => void): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof UnsupportedLocally) return new AwsError('UnknownOperationException', error.message);
  onDefect(error);
  return new AwsError(
    'InternalFailure',
    'The request processing has failed because of an unknown error, exception or failure.',
    {
      statusCode: 500,
    },
  );
}
