import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { dataKeyKey } from './keys.ts';

/** A company's data key as it may lie about: encrypted by the service's key, which alone opens it. */
export interface DataKeyRecord {
  companyId: string;
  encryptedKey: Uint8Array;
  createdAt: string;
}

export async function getDataKey(companyId: string): Promise<DataKeyRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: dataKeyKey(companyId), ConsistentRead: true }),
  );
  return Item as DataKeyRecord | undefined;
}

/** Keeps a new data key, unless the company has one: then that one counts, and this answers false. */
export async function putDataKey(record: DataKeyRecord): Promise<boolean> {
  try {
    await documentClient.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...dataKeyKey(record.companyId), ...record },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
