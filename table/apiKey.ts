import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { apiKeyKey } from './keys.ts';
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

export const putApiKey = (record: ApiKeyRecord): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...apiKeyKey(record.apiKeyId), ...record },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

export const revokeApiKey = ({ apiKeyId, companyId }: ApiKeyRecord, revokedAt: string): TransactItem => ({
  Update: {
    TableName: tableName(),
    Key: apiKeyKey(apiKeyId),
    UpdateExpression: 'SET revokedAt = if_not_exists(revokedAt, :revokedAt)',
    ConditionExpression: 'companyId = :companyId',
    ExpressionAttributeValues: { ':revokedAt': revokedAt, ':companyId': companyId },
  },
});
