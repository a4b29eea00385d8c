import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { apiKeyKey, companyApiKeyKey, type ItemKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** A partner application's key. Its id is the hash of its secret, so that the table never holds the secret. */
export interface ApiKeyRecord {
  apiKeyId: string;
  companyId: string;
  name: string;
  scopes: ('READ' | 'WRITE')[];
  createdBy: string;
  createdAt: string;
  revokedAt?: string;
}

export const apiKeyIdOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export async function getApiKey(apiKeyId: string): Promise<ApiKeyRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: apiKeyKey(apiKeyId), ConsistentRead: true }),
  );
  return Item as ApiKeyRecord | undefined;
}

/** A key is kept twice: by its own id for the authorizer, and among the company's keys for the administrators who look after them. */
const keysOf = ({ companyId, apiKeyId }: ApiKeyRecord): ItemKey[] => [
  apiKeyKey(apiKeyId),
  companyApiKeyKey(companyId, apiKeyId),
];

/** The writes that make a key. */
export const putApiKey = (record: ApiKeyRecord): TransactItem[] =>
  keysOf(record).map((key) => ({
    Put: {
      TableName: tableName(),
      Item: { ...key, ...record },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }));

/** The writes that revoke a key. */
export const revokeApiKey = (record: ApiKeyRecord, revokedAt: string): TransactItem[] =>
  keysOf(record).map((key) => ({
    Update: {
      TableName: tableName(),
      Key: key,
      UpdateExpression: 'SET revokedAt = if_not_exists(revokedAt, :revokedAt)',
      ConditionExpression: 'companyId = :companyId',
      ExpressionAttributeValues: { ':revokedAt': revokedAt, ':companyId': record.companyId },
    },
  }));
