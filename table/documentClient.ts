import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Logger } from '@smithy/types';

const silent = () => {};

/**
 * The SDK works out what it would tell a logger's `info` about every call, even for the logger that it has by default and
 * that drops it all. A logger that has no `info` is told nothing: that saves a twentieth of a segment's processor time.
 */
const LOGGER = { trace: silent, debug: silent, warn: silent, error: silent } as unknown as Logger;

/** One client for each process: connections and credentials are kept between invocations. */
export const documentClient = DynamoDBDocumentClient.from(new DynamoDBClient({ logger: LOGGER }), {
  marshallOptions: { removeUndefinedValues: true },
});

/** Name of the one table; set by the stack on every worker that may use it. */
export function tableName(): string {
  const name = process.env.TABLE_NAME;
  if (!name) throw new Error('TABLE_NAME is not set: this worker was not granted the table');
  return name;
}
