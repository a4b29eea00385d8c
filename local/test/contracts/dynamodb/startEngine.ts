import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { AwsError } from '../../../src/AwsError.ts';
import { DynamoDb } from '../../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../../testCloud.ts';
import type { DynamoDbBackend } from './DynamoDbBackend.ts';

/** Our engine behind a loopback endpoint that does no more than the JSON protocol demands. */
export async function startEngine(): Promise<DynamoDbBackend> {
  const dynamoDb = new DynamoDb(testCloud());
  const server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    void text(request).then((body) => {
      const { statusCode, json } = answer(dynamoDb, operation, body);
      response.writeHead(statusCode, { 'content-type': dynamoDb.contentType }).end(json);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      dynamoDb.close();
    },
  };
}

function answer(dynamoDb: DynamoDb, operation: string, body: string): { statusCode: number; json: string } {
  try {
    return { statusCode: 200, json: dynamoDb.callToJson(operation, JSON.parse(body) as Record<string, unknown>, ROOT) };
  } catch (error) {
    const { code, message, statusCode, extra } = error instanceof AwsError ? error : unexpected(error);
    return {
      statusCode,
      json: JSON.stringify({ ...extra, __type: `com.amazonaws.dynamodb.v20120810#${code}`, message }),
    };
  }
}

function unexpected(error: unknown): AwsError {
  return new AwsError('UnexpectedFailure', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
