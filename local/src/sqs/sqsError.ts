import { AwsError } from '../AwsError.ts';

/**
 * The member of `AwsError.extra` that is not part of the body: the gateway sends it as the header of this name.
 * SDK clients put its first half into `error.Code`, for callers that still compare the codes of the old query protocol.
 */
export const QUERY_ERROR_HEADER = 'x-amzn-query-error';

/** The query-protocol code of each exception whose name differs from it (AWS model `smithy awsQueryError`). */
const QUERY_CODES: Readonly<Record<string, string>> = {
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  InvalidParameterValueException: 'InvalidParameterValue',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  MissingRequiredParameterException: 'MissingParameter',
  PurgeQueueInProgress: 'AWS.SimpleQueueService.PurgeQueueInProgress',
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
};

/** An SQS refusal, with the query-protocol code that goes into the header `x-amzn-query-error`. */
export function sqsError(code: string, message: string, statusCode = 400): AwsError {
  return new AwsError(code, message, {
    statusCode,
    extra: { [QUERY_ERROR_HEADER]: `${QUERY_CODES[code] ?? code};Sender` },
  });
}

/** `InvalidParameterValue` in the sentence that SQS builds around a parameter's value. */
export function invalidValue(parameter: string, value: unknown, reason: string): AwsError {
  return sqsError(
    'InvalidParameterValueException',
    `Value ${String(value)} for parameter ${parameter} is invalid. Reason: ${reason}`,
  );
}
