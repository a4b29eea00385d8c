import { randomUUID } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import { QUERY_ERROR_HEADER } from '../sqs/sqsError.ts';
import { UnsupportedLocally } from '../unsupported.ts';
import type { HttpAnswer } from './HttpExchange.ts';

/** The model's namespace in `__type`, for the services that write one. */
const NAMESPACES: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'com.amazonaws.dynamodb.v20120810#',
  AmazonSQS: 'com.amazonaws.sqs#',
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
  const { [QUERY_ERROR_HEADER]: queryError, ...members } = error.extra;
  return {
    status: error.statusCode,
    headers: {
      'content-type': contentType,
      'x-amzn-requestid': randomUUID(),
      'x-amzn-errortype': error.code,
      ...(typeof queryError === 'string' && { [QUERY_ERROR_HEADER]: queryError }),
    },
    body: JSON.stringify({
      __type: `${NAMESPACES[targetPrefix] ?? ''}${error.code}`,
      message: error.message,
      ...members,
    }),
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
